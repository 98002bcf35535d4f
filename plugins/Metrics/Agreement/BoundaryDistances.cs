using VolumeViewer.Plugins.Metrics.Distance;
using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>
/// How far the boundary voxels of a phase are from the nearest of a reference, and the other way round, by block of the volume; µm, infinite where the
/// other has no boundary at all. Takes four bytes per voxel while it is measured.
/// </summary>
internal sealed class BoundaryDistances
{
    private readonly float[][] _toReference;
    private readonly float[][] _toLabels;

    private BoundaryDistances(float[][] toReference, float[][] toLabels) => (_toReference, _toLabels) = (toReference, toLabels);

    /// <summary>Both ways, in the whole volume.</summary>
    public BoundarySample Whole => new([.. _toReference.SelectMany(block => block)], [.. _toLabels.SelectMany(block => block)]);

    /// <summary>Both ways, of each block that has any boundary.</summary>
    public IEnumerable<BoundarySample> Blocks =>
        _toReference.Zip(_toLabels, (there, back) => new BoundarySample(there, back)).Where(sample => sample.ToReference.Length + sample.ToLabels.Length > 0);

    /// <summary>Measures one phase.</summary>
    /// <param name="labels">The labels to judge.</param>
    /// <param name="reference">Those taken as true, with the same phases; unlabelled in the same voxels.</param>
    /// <param name="phase">The phase.</param>
    /// <param name="inSlices">Whether distances are those within slices.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static BoundaryDistances Measure(LabelVolume labels, LabelVolume reference, int phase, bool inSlices, CancellationToken cancellationToken = default)
    {
        var (own, other) = (new PhaseBoundary(labels, phase, inSlices), new PhaseBoundary(reference, phase, inSlices));
        return new BoundaryDistances(
            From(own, other, labels.Shape, labels.Spacing, inSlices, cancellationToken), From(other, own, labels.Shape, labels.Spacing, inSlices, cancellationToken));
    }

    private static float[][] From(PhaseBoundary from, PhaseBoundary to, VolumeShape shape, Spacing spacing, bool inSlices, CancellationToken cancellationToken)
    {
        var all = inSlices ? [] : DistanceTransform.ToSites(shape, spacing, to.Mark, cancellationToken);
        var grid = new BlockGrid(shape);
        var bySlice = new List<float>[shape.Depth][];
        Parallel.For(0, shape.Depth, new ParallelOptions { CancellationToken = cancellationToken }, z =>
        {
            var boundary = new byte[shape.SliceLength];
            from.Mark(z, boundary);
            var flat = new VolumeShape(1, shape.Height, shape.Width);
            var distances = inSlices ? DistanceTransform.ToSites(flat, spacing, (_, sites) => to.Mark(z, sites), cancellationToken)
                : all.AsSpan(z * shape.SliceLength, shape.SliceLength);
            var blocks = bySlice[z] = [.. Enumerable.Range(0, grid.Count).Select(_ => new List<float>())];
            for (var i = 0; i < boundary.Length; i++)
            {
                if (boundary[i] != 0)
                    blocks[grid.Of(z, i / shape.Width, i % shape.Width)].Add(distances[i]);
            }
        });
        return [.. Enumerable.Range(0, grid.Count).Select(block => bySlice.SelectMany(blocks => blocks[block]).ToArray())];
    }
}
