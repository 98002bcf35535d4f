using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Reads an image on an oblique slice, thin or thick, from the volume itself.</summary>
internal sealed class ObliqueImage : ObliqueWalk<float>
{
    /// <summary>Stands for places at which there is nothing of the image; so in slice-image.frag.</summary>
    public const float Nothing = float.MinValue;

    private readonly IVolumeSource _source;
    private readonly float _missing;
    // Floats, as the texture takes them.
    private readonly byte[] _texels;
    // Of a mean, how many values each is of.
    private readonly ushort[] _counts;

    private ObliqueImage(IVolumeSource source, ObliqueKey key, float missing) : base(source.Shape, source.Spacing, key)
    {
        (_source, _missing) = (source, missing);
        _texels = new byte[checked(key.Columns * key.Rows * sizeof(float))];
        _counts = key.Projection == SlabProjection.Mean ? new ushort[key.Columns * key.Rows] : [];
        Values.Fill(Nothing);
    }

    private Span<float> Values => MemoryMarshal.Cast<byte, float>(_texels.AsSpan());

    /// <summary>The values at the places of a view as floats, row by row; <see cref="Nothing"/> outside of the volume, but for the places next to it, which go on.</summary>
    /// <param name="source">The image.</param>
    /// <param name="key">The places.</param>
    /// <param name="missing">Stands for NaN and infinite values.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static byte[] Read(IVolumeSource source, ObliqueKey key, float missing, CancellationToken cancellationToken)
    {
        var image = new ObliqueImage(source, key, missing);
        image.Run(cancellationToken);
        image.Finish();
        return image._texels;
    }

    protected override void Read(int z, Span<float> slice)
    {
        _source.ReadSlice(z, slice);
        if (_source.VoxelType.IsInteger())
            return;
        foreach (ref var value in slice)
            value = float.IsFinite(value) ? value : _missing;
    }

    protected override void Visit(in Places places, in Batch batch, int row, int from, int to)
    {
        var values = Values;
        for (var column = from; column < to; column++)
        {
            var (nearest, index) = (places.First + (places.PerRow * row) + (places.PerColumn * column), (row * Key.Columns) + column);
            var (plane, end) = Planes(places, batch, nearest);
            var (result, count) = (values[index], 0);
            for (; plane < end; plane++)
            {
                var place = nearest + (places.PerPlane * plane);
                if (!places.Has(place) || !TryRead(batch, place, out var value))
                    continue;
                result = result == Nothing ? value : Joined(result, value);
                count++;
            }
            values[index] = result;
            if (_counts.Length > 0)
                _counts[index] += (ushort)count;
        }
    }

    private float Joined(float result, float value) => Key.Projection switch
    {
        SlabProjection.Maximum => Math.Max(result, value),
        SlabProjection.Minimum => Math.Min(result, value),
        _ => result + value,
    };

    private bool TryRead(in Batch batch, Vector3 place, out float value)
    {
        value = 0;
        if (!Key.Interpolates)
        {
            var slice = Math.Clamp((int)MathF.Floor(place.Z), 0, Shape.Depth - 1);
            if (!batch.Has(slice))
                return false;
            var at = (Math.Clamp((int)MathF.Floor(place.Y), 0, Shape.Height - 1) * Shape.Width) + Math.Clamp((int)MathF.Floor(place.X), 0, Shape.Width - 1);
            value = batch.Slices[slice - batch.First][at];
            return true;
        }
        var (z, nextZ, shareZ) = Cell(place.Z, Shape.Depth);
        if (!batch.Has(z))
            return false;
        var (y, nextY, shareY) = Cell(place.Y, Shape.Height);
        var (x, nextX, shareX) = Cell(place.X, Shape.Width);
        var (near, far) = (batch.Slices[z - batch.First], batch.Slices[nextZ - batch.First]);
        var (row, nextRow) = (y * Shape.Width, nextY * Shape.Width);
        value = Mix(Mix(Mix(near[row + x], near[row + nextX], shareX), Mix(near[nextRow + x], near[nextRow + nextX], shareX), shareY),
            Mix(Mix(far[row + x], far[row + nextX], shareX), Mix(far[nextRow + x], far[nextRow + nextX], shareX), shareY), shareZ);
        return true;
    }

    // The voxels on either side of a place along one axis, and the share of the second; before the first and behind the last, that alone.
    private static (int Voxel, int Next, float Share) Cell(float place, int length)
    {
        var middle = place - 0.5f;
        var voxel = (int)MathF.Floor(middle);
        return voxel < 0 ? (0, 0, 0) : voxel >= length - 1 ? (length - 1, length - 1, 0) : (voxel, voxel + 1, middle - voxel);
    }

    private static float Mix(float a, float b, float share) => a + ((b - a) * share);

    private void Finish()
    {
        if (Key.Projection is not (SlabProjection.Mean or SlabProjection.Sum))
            return;
        var values = Values;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != Nothing)
                values[i] *= Key.Projection == SlabProjection.Sum ? Key.Weight : 1f / _counts[i];
        }
    }
}
