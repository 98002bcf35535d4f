using System.Buffers;
using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Reads labels on oblique slices from the volume itself.</summary>
internal static class ObliqueVoxels
{
    /// <summary>The labels at the places of a view, row by row; <see cref="LabelVolume.Unlabelled"/> outside of the volume, but for the places next to it, which go on. Each slice of the volume is read once at most.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="key">The places.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static byte[] Read(LabelVolume labels, ObliqueKey key, CancellationToken cancellationToken)
    {
        var texels = new byte[key.Columns * key.Rows];
        Array.Fill(texels, LabelVolume.Unlabelled);
        var spacing = labels.Spacing.ToVector3();
        // In voxels.
        var (perColumn, perRow) = (key.PerColumn / spacing / key.Samples, key.PerRow / spacing / key.Samples);
        var first = (key.Corner / spacing) + ((perColumn + perRow) / 2);
        var (acrossZ, downZ) = ((double)perColumn.Z * (key.Columns - 1), (double)perRow.Z * (key.Rows - 1));
        var lowest = first.Z + Math.Min(0, acrossZ) + Math.Min(0, downZ);
        var highest = first.Z + Math.Max(0, acrossZ) + Math.Max(0, downZ);
        // A place within the volume may be shown by one that is a step outside.
        var rim = Vector3.Abs(perColumn) + Vector3.Abs(perRow);
        if (highest < -rim.Z || lowest > labels.Shape.Depth + rim.Z)
            return texels;
        var (from, to) = ((int)Math.Clamp(Math.Floor(lowest) - 1, 0, labels.Shape.Depth - 1), (int)Math.Clamp(Math.Floor(highest) + 2, 1, labels.Shape.Depth));
        Parallel.For(from, to, new ParallelOptions { CancellationToken = cancellationToken }, z => FillFrom(labels, z, key, first, perColumn, perRow, rim, texels));
        return texels;
    }

    // All places that lie in one slice of the volume.
    private static void FillFrom(LabelVolume labels, int z, ObliqueKey key, Vector3 first, Vector3 perColumn, Vector3 perRow, Vector3 rim, byte[] texels)
    {
        var shape = labels.Shape;
        var (low, high) = (z == 0 ? -rim.Z : z, z == shape.Depth - 1 ? shape.Depth + rim.Z : z + 1);
        byte[]? rented = null;
        var slice = labels.IsOnDemand ? default : (ReadOnlySpan<byte>)labels.Slice(z);
        for (var row = 0; row < key.Rows; row++)
        {
            var start = first + (perRow * row);
            var (from, to) = Within(start.Z, perColumn.Z, low, high, key.Columns);
            (from, to) = Common((from, to), Within(start.Y, perColumn.Y, -rim.Y, shape.Height + rim.Y, key.Columns), Within(start.X, perColumn.X, -rim.X, shape.Width + rim.X, key.Columns));
            for (var column = from; column < to; column++)
            {
                var place = start + (perColumn * column);
                if (Math.Clamp((int)MathF.Floor(place.Z), 0, shape.Depth - 1) != z)
                    continue;
                var (x, y) = (Math.Clamp((int)MathF.Floor(place.X), 0, shape.Width - 1), Math.Clamp((int)MathF.Floor(place.Y), 0, shape.Height - 1));
                if (slice.IsEmpty)
                {
                    rented = ArrayPool<byte>.Shared.Rent(shape.SliceLength);
                    labels.CopySlice(z, rented.AsSpan(0, shape.SliceLength));
                    slice = rented.AsSpan(0, shape.SliceLength);
                }
                texels[(row * key.Columns) + column] = slice[(y * shape.Width) + x];
            }
        }
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }

    // The columns of a row whose coordinate may be from low to below high: one more on either side, which rounding may decide about.
    private static (int From, int To) Within(float start, float perColumn, float low, float high, int columns)
    {
        if (MathF.Abs(perColumn) < 1e-9f)
            return start >= low - 1e-3f && start < high + 1e-3f ? (0, columns) : (0, 0);
        var (a, b) = (((double)low - start) / perColumn, ((double)high - start) / perColumn);
        return ((int)Math.Clamp(Math.Floor(Math.Min(a, b)) - 1, 0, columns), (int)Math.Clamp(Math.Ceiling(Math.Max(a, b)) + 2, 0, columns));
    }

    private static (int From, int To) Common((int From, int To) a, (int From, int To) b, (int From, int To) c) =>
        (Math.Max(a.From, Math.Max(b.From, c.From)), Math.Min(a.To, Math.Min(b.To, c.To)));
}
