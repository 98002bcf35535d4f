using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>Marks the sites of a slice: not 0 where one is.</summary>
internal delegate void SiteSlice(int z, Span<byte> sites);

/// <summary>
/// Exact Euclidean distances in anisotropic volumes, axis by axis with lower envelopes of parabolas (Felzenszwalb and Huttenlocher, Theory of Computing 8 (2012) 415).
/// What lies beyond the faces of the volume is no site.
/// </summary>
internal static class DistanceField
{
    // A line of the cache of floats, so that columns are read without waste.
    private const int Columns = 16;

    /// <summary>Squares of distances are compared with a bound that is larger by this share, so that rounding takes no voxel out that lies on the bound.</summary>
    public static float SquaredBound(double distance) => (float)(distance * distance * (1 + 1e-5));

    /// <summary>The square of the distance of every voxel to the nearest site, in the spacing's unit; 0 at sites, infinity where there are none.</summary>
    /// <param name="shape">Of the volume.</param>
    /// <param name="spacing">Between its voxels.</param>
    /// <param name="sites">Marks them; called once for each slice, from any thread.</param>
    /// <param name="options">Carries the cancellation.</param>
    /// <param name="labels">For each slice labels that sites pass on: afterwards every voxel has the one of its nearest site. May be null.</param>
    /// <returns>For each slice its voxels row by row.</returns>
    public static float[][] Squared(VolumeShape shape, Spacing spacing, SiteSlice sites, ParallelOptions options, byte[][]? labels = null)
    {
        var (depth, height, width) = (shape.Depth, shape.Height, shape.Width);
        var field = new float[depth][];
        Parallel.For(0, depth, options, z =>
        {
            var slice = field[z] = GC.AllocateUninitializedArray<float>(shape.SliceLength);
            var marks = new byte[shape.SliceLength];
            sites(z, marks);
            var left = new int[width];
            for (var y = 0; y < height; y++)
                AlongRow(marks.AsSpan(y * width, width), slice.AsSpan(y * width, width), labels is null ? default : labels[z].AsSpan(y * width, width), left, spacing.X);
            if (height == 1)
                return;
            var envelope = new LowerEnvelope(height, spacing.Y, Columns);
            for (var x = 0; x < width; x += Columns)
            {
                var count = Math.Min(Columns, width - x);
                for (var y = 0; y < height; y++)
                    envelope.Put(y, slice.AsSpan((y * width) + x, count), labels is null ? default : labels[z].AsSpan((y * width) + x, count));
                for (var y = 0; envelope.Solve(count) && y < height; y++)
                    envelope.Take(y, slice.AsSpan((y * width) + x, count), labels is null ? default : labels[z].AsSpan((y * width) + x, count));
            }
        });
        if (depth == 1)
            return field;
        Parallel.For(0, height, options, () => new LowerEnvelope(depth, spacing.Z, Columns), (y, _, envelope) =>
        {
            for (var x = 0; x < width; x += Columns)
            {
                var (at, count) = ((y * width) + x, Math.Min(Columns, width - x));
                for (var z = 0; z < depth; z++)
                    envelope.Put(z, field[z].AsSpan(at, count), labels is null ? default : labels[z].AsSpan(at, count));
                for (var z = 0; envelope.Solve(count) && z < depth; z++)
                    envelope.Take(z, field[z].AsSpan(at, count), labels is null ? default : labels[z].AsSpan(at, count));
            }
            return envelope;
        }, static _ => { });
        return field;
    }

    private static void AlongRow(ReadOnlySpan<byte> isSite, Span<float> squared, Span<byte> labels, Span<int> left, double spacing)
    {
        var last = -1;
        for (var x = 0; x < isSite.Length; x++)
        {
            last = isSite[x] != 0 ? x : last;
            left[x] = last;
        }
        last = -1;
        for (var x = isSite.Length - 1; x >= 0; x--)
        {
            last = isSite[x] != 0 ? x : last;
            var before = left[x];
            var nearest = before < 0 ? last : last < 0 || x - before <= last - x ? before : last;
            left[x] = nearest;
            var steps = spacing * (x - nearest);
            squared[x] = nearest < 0 ? float.PositiveInfinity : (float)(steps * steps);
        }
        if (labels.IsEmpty)
            return;
        // Sites keep their own, so that the order of these does not matter.
        for (var x = 0; x < left.Length; x++)
        {
            if (left[x] >= 0)
                labels[x] = labels[left[x]];
        }
    }
}
