using System.Numerics;
using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>
/// How many pairs of neighbouring voxels have two given phases, by direction and block. Voxels without a label are in no pair. Needs three bits per voxel
/// and phase of two slices for each thread, whatever the depth.
/// </summary>
internal sealed class NeighbourCounts
{
    private readonly long[] _counts;
    private readonly int _pairs;

    private NeighbourCounts(IReadOnlyList<LatticeStep> directions, int phases, int blocks, long[] counts)
    {
        (Directions, Phases, Blocks, _counts) = (directions, phases, blocks, counts);
        _pairs = PhasePairs.Count(phases);
    }

    /// <summary>The directions that were looked along.</summary>
    public IReadOnlyList<LatticeStep> Directions { get; }

    /// <summary>How many phases there are.</summary>
    public int Phases { get; }

    /// <summary>How many blocks there are.</summary>
    public int Blocks { get; }

    /// <summary>Pairs of neighbours along a direction, by the block of the first.</summary>
    public ReadOnlySpan<long> Of(int direction, int first, int second) =>
        _counts.AsSpan(((direction * _pairs) + PhasePairs.Index(first, second, Phases)) * Blocks, Blocks);

    /// <summary>Pairs of neighbours along a direction in the whole volume.</summary>
    public long Total(int direction, int first, int second)
    {
        long sum = 0;
        foreach (var count in Of(direction, first, second))
            sum += count;
        return sum;
    }

    /// <summary>Labelled voxels by block.</summary>
    public ReadOnlySpan<long> Labelled => _counts.AsSpan(Directions.Count * _pairs * Blocks, Blocks);

    /// <summary>Voxels of a phase by block.</summary>
    public ReadOnlySpan<long> Voxels(int phase) => _counts.AsSpan(((Directions.Count * _pairs) + 1 + phase) * Blocks, Blocks);

    /// <summary>Counts the faces between voxels of different phases: the pairs along the axes, in the whole volume as one block or in many.</summary>
    public static NeighbourCounts Faces(LabelVolume labels, CancellationToken cancellationToken = default) =>
        Count(labels, new BlockRows(labels.Shape), LatticeDirections.Axes, null, cancellationToken);

    /// <summary>Counts all pairs.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="grid">Its blocks.</param>
    /// <param name="directions">Where to look for neighbours.</param>
    /// <param name="sliceDone">Called after every slice.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static NeighbourCounts Count(LabelVolume labels, BlockRows grid, IReadOnlyList<LatticeStep> directions, Action? sliceDone = null,
        CancellationToken cancellationToken = default)
    {
        var phases = labels.Phases.Count;
        var perDirection = PhasePairs.Count(phases) * grid.Count;
        var counts = SliceBitPairs.Count(labels, (directions.Count * perDirection) + ((phases + 1) * grid.Count), (z, slice, next, sums) =>
        {
            for (var y = 0; y < labels.Shape.Height; y++)
            {
                var block = grid.FirstOf(z, y);
                CountVoxels(slice, y, grid, sums.AsSpan((directions.Count * perDirection) + block));
                for (var direction = 0; direction < directions.Count; direction++)
                {
                    var step = directions[direction];
                    var other = step.Z == 0 ? slice : next;
                    if (other is not null && y + step.Y >= 0 && y + step.Y < labels.Shape.Height)
                        CountRow(slice, y, other, y + step.Y, step.X, grid, sums.AsSpan((direction * perDirection) + block));
                }
            }
        }, sliceDone, cancellationToken);
        return new NeighbourCounts(directions, phases, grid.Count, counts);
    }

    private static void CountRow(SliceBits slice, int y, SliceBits other, int otherY, int dx, BlockRows grid, Span<long> sums)
    {
        var pair = 0;
        for (var first = 0; first < slice.Phases; first++)
        {
            for (var second = first + 1; second < slice.Phases; second++, pair++)
            {
                if (!((slice.Has(first, y) && other.Has(second, otherY)) || (slice.Has(second, y) && other.Has(first, otherY))))
                    continue;
                var a = slice.Row(first, y);
                var b = slice.Row(second, y);
                var c = other.Row(first, otherY, dx);
                var d = other.Row(second, otherY, dx);
                var into = sums.Slice(pair * grid.Count, grid.Across);
                foreach (var part in grid.Parts)
                {
                    var word = part.Word;
                    into[part.Block] += BitOperations.PopCount(((a[word] & d[word]) | (b[word] & c[word])) & part.Mask);
                }
            }
        }
    }

    private static void CountVoxels(SliceBits slice, int y, BlockRows grid, Span<long> sums)
    {
        for (var phase = 0; phase < slice.Phases; phase++)
        {
            if (!slice.Has(phase, y))
                continue;
            var row = slice.Row(phase, y);
            var into = sums.Slice((phase + 1) * grid.Count, grid.Across);
            foreach (var part in grid.Parts)
            {
                var voxels = BitOperations.PopCount(row[part.Word] & part.Mask);
                into[part.Block] += voxels;
                sums[part.Block] += voxels;
            }
        }
    }
}
