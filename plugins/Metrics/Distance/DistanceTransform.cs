using System.Runtime.CompilerServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Distance;

/// <summary>Marks the voxels of one z-slice to which distances are measured.</summary>
/// <param name="z">The slice.</param>
/// <param name="isSite">One byte a voxel, row by row: set to 1 where distances end, to 0 elsewhere.</param>
internal delegate void SiteSlice(int z, Span<byte> isSite);

/// <summary>
/// Exact Euclidean distance transform: the distance from each voxel's centre to the nearest centre of a site, axis by axis as lower envelopes of parabolas
/// (Meijster, Roerdink and Hesselink 2000; Felzenszwalb and Huttenlocher 2012).
/// </summary>
/// <remarks>
/// Exact in float for equal spacings, where squared distances in voxels are whole numbers; otherwise to the rounding of a float. Linear in the number of voxels, on all cores,
/// 4 bytes a voxel for the result and little besides. The order (z, y, x) of the result is that of the volume, x fastest.
/// </remarks>
internal static class DistanceTransform
{
    /// <summary>Distance of each voxel of a phase to the nearest voxel of another phase; 0 outside of the phase.</summary>
    /// <param name="labels">The volume; distances are in the unit of its spacing.</param>
    /// <param name="phase">The label of the phase.</param>
    /// <param name="facesAreSites">
    /// What lies beyond the volume's faces, and unlabelled voxels, for which the volume ends in the same way: false leaves them out, so that distances are those to what is
    /// known; true takes them for another phase.
    /// </param>
    /// <param name="sliceDone">Called for each slice, from any thread.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>One distance a voxel; infinity throughout the phase where there is nothing else.</returns>
    public static float[] Of(
        LabelVolume labels, int phase, bool facesAreSites = false, Action? sliceDone = null, CancellationToken cancellationToken = default)
    {
        var (shape, unit) = (labels.Shape, (float)labels.Spacing.X);
        var distances = SquaredOf(labels, phase, facesAreSites, sliceDone, cancellationToken);
        Parallel.For(0, shape.Depth, Options(cancellationToken), z =>
        {
            var slice = distances.AsSpan(z * shape.SliceLength, shape.SliceLength);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = unit * MathF.Sqrt(slice[i]);
        });
        return distances;
    }

    /// <summary>The same as <see cref="Of"/>, but the squares of the distances, in units of the spacing along x: whole numbers for equal spacings.</summary>
    public static float[] SquaredOf(
        LabelVolume labels, int phase, bool facesAreSites = false, Action? sliceDone = null, CancellationToken cancellationToken = default)
    {
        var shape = labels.Shape;
        var squared = SquaredToSites(shape, labels.Spacing, MarkOthers, facesAreSites, sliceDone, cancellationToken);
        Parallel.For(0, shape.Depth, Options(cancellationToken), z =>
        {
            var slice = squared.AsSpan(z * shape.SliceLength, shape.SliceLength);
            var from = labels.Slice(z);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = from[i] == phase ? slice[i] : 0;
        });
        return squared;

        void MarkOthers(int z, Span<byte> isSite)
        {
            var from = labels.Slice(z);
            for (var i = 0; i < isSite.Length; i++)
                isSite[i] = from[i] != phase && (facesAreSites || from[i] != LabelVolume.Unlabelled) ? (byte)1 : (byte)0;
        }
    }

    /// <summary>Distance of every voxel to the nearest site, in the unit of the spacing; 0 at sites, infinity if there are none.</summary>
    /// <param name="shape">Shape of the volume.</param>
    /// <param name="spacing">Its spacing.</param>
    /// <param name="sites">Marks the sites of a slice; called once for each, from any thread.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static float[] ToSites(VolumeShape shape, Spacing spacing, SiteSlice sites, CancellationToken cancellationToken = default)
    {
        var distances = SquaredToSites(shape, spacing, sites, false, null, cancellationToken);
        var unit = (float)spacing.X;
        Parallel.For(0, shape.Depth, Options(cancellationToken), z =>
        {
            foreach (ref var value in distances.AsSpan(z * shape.SliceLength, shape.SliceLength))
                value = unit * MathF.Sqrt(value);
        });
        return distances;
    }

    /// <summary>Square of the distance of every voxel to the nearest site, in units of the spacing along x.</summary>
    /// <exception cref="UserException">The volume has more voxels than an array holds.</exception>
    public static float[] SquaredToSites(
        VolumeShape shape, Spacing spacing, SiteSlice sites, bool facesAreSites = false, Action? sliceDone = null, CancellationToken cancellationToken = default)
    {
        if (shape.VoxelCount > Array.MaxLength)
        {
            throw new UserException($"The volume of {shape} voxels is too large to measure distances in: it has more than {Array.MaxLength} voxels. "
                + "Crop it, or measure it in parts.");
        }
        var (depth, height, width) = (shape.Depth, shape.Height, shape.Width);
        var squared = GC.AllocateUninitializedArray<float>((int)shape.VoxelCount);
        var alongY = new ParabolaEnvelope(height, (float)Square(spacing.Y / spacing.X), facesAreSites);
        Parallel.For(0, depth, Options(cancellationToken), () => (Sites: new byte[shape.SliceLength], Columns: alongY.NewBuffer()), (z, _, buffers) =>
        {
            sites(z, buffers.Sites);
            var slice = squared.AsSpan(z * shape.SliceLength, shape.SliceLength);
            for (var y = 0; y < height; y++)
                AlongRow(buffers.Sites.AsSpan(y * width, width), slice.Slice(y * width, width), facesAreSites);
            for (var x = 0; x < width; x += ParabolaEnvelope.Columns)
                alongY.Apply(slice[x..], width, Math.Min(ParabolaEnvelope.Columns, width - x), buffers.Columns);
            sliceDone?.Invoke();
            return buffers;
        }, static _ => { });
        if (depth == 1 && !facesAreSites)
            return squared;
        var alongZ = new ParabolaEnvelope(depth, (float)Square(spacing.Z / spacing.X), facesAreSites);
        Parallel.For(0, height, Options(cancellationToken), alongZ.NewBuffer, (y, _, buffer) =>
        {
            for (var x = 0; x < width; x += ParabolaEnvelope.Columns)
                alongZ.Apply(squared.AsSpan((y * width) + x), shape.SliceLength, Math.Min(ParabolaEnvelope.Columns, width - x), buffer);
            return buffer;
        }, static _ => { });
        return squared;
    }

    // Forwards the number of steps since the last site, backwards the smaller of the two, squared.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AlongRow(ReadOnlySpan<byte> isSite, Span<float> squared, bool endsAreSites)
    {
        var steps = endsAreSites ? 0 : float.PositiveInfinity;
        for (var x = 0; x < squared.Length; x++)
        {
            steps = isSite[x] != 0 ? 0 : steps + 1;
            squared[x] = steps;
        }
        steps = endsAreSites ? 0 : float.PositiveInfinity;
        for (var x = squared.Length - 1; x >= 0; x--)
        {
            steps = Math.Min(steps + 1, squared[x]);
            squared[x] = steps * steps;
        }
    }

    private static double Square(double value) => value * value;

    private static ParallelOptions Options(CancellationToken cancellationToken) => new() { CancellationToken = cancellationToken };
}
