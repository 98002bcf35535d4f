using System.Numerics;
using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>The edges of voxels at which three phases meet: the four voxels around are labelled, and have three phases or more.</summary>
internal sealed class TripleLines
{
    // Of more phases there are too many triples to tell apart.
    private const int MostPhases = 16;

    private readonly long[] _counts;

    private TripleLines(IReadOnlyList<(int First, int Second, int Third)> triples, int blocks, long[] counts) =>
        (Triples, Blocks, _counts) = (triples, blocks, counts);

    /// <summary>All triples of phases; none where there are more than 16 phases.</summary>
    public IReadOnlyList<(int First, int Second, int Third)> Triples { get; }

    /// <summary>How many blocks there are.</summary>
    public int Blocks { get; }

    /// <summary>Edges along an axis that have a triple of phases around them, by block. An edge with four phases is one of four triples.</summary>
    public ReadOnlySpan<long> Of(Axis axis, int triple) => _counts.AsSpan((((int)axis * (Triples.Count + 1)) + triple) * Blocks, Blocks);

    /// <summary>Edges along an axis that have three phases or more around them, each once, by block.</summary>
    public ReadOnlySpan<long> Of(Axis axis) => Of(axis, Triples.Count);

    /// <summary>The length of the edges of a triple by block, µm; of all for the number of the triples.</summary>
    public double[] Length(int triple, Spacing spacing)
    {
        var lengths = new double[Blocks];
        foreach (var axis in Enum.GetValues<Axis>())
        {
            var edges = Of(axis, triple);
            for (var block = 0; block < Blocks; block++)
                lengths[block] += edges[block] * spacing.Along(axis);
        }
        return lengths;
    }

    /// <summary>Counts the edges.</summary>
    public static TripleLines Count(LabelVolume labels, BlockRows grid, Action? sliceDone = null, CancellationToken cancellationToken = default)
    {
        var phases = labels.Phases.Count;
        List<(int First, int Second, int Third)> triples =
            phases > MostPhases ? []
            : [.. PhasePairs.All(phases).SelectMany(pair => Enumerable.Range(pair.Second + 1, phases - pair.Second - 1).Select(third => (pair.First, pair.Second, third)))];
        var perAxis = (triples.Count + 1) * grid.Count;
        var height = labels.Shape.Height;
        var words = grid.Parts[^1].Word + 1;
        var counts = SliceBitPairs.Count(labels, 3 * perAxis, (z, slice, next, sums) =>
        {
            var around = new EdgeRow(phases, words, triples);
            for (var y = 0; y < height; y++)
            {
                var block = grid.FirstOf(z, y);
                if (y + 1 < height && Gather(around, (slice, y, 0), (slice, y, 1), (slice, y + 1, 0), (slice, y + 1, 1)))
                    around.Count(grid, sums.AsSpan(((int)Axis.Z * perAxis) + block));
                if (next is not null && Gather(around, (slice, y, 0), (slice, y, 1), (next, y, 0), (next, y, 1)))
                    around.Count(grid, sums.AsSpan(((int)Axis.Y * perAxis) + block));
                if (next is not null && y + 1 < height && Gather(around, (slice, y, 0), (slice, y + 1, 0), (next, y, 0), (next, y + 1, 0)))
                    around.Count(grid, sums.AsSpan(((int)Axis.X * perAxis) + block));
            }
        }, sliceDone, cancellationToken);
        return new TripleLines(triples, grid.Count, counts);
    }

    private static bool Gather(EdgeRow around, params ReadOnlySpan<(SliceBits Slice, int Y, int Dx)> rows)
    {
        around.Clear();
        foreach (var (slice, y, dx) in rows)
            around.Add(slice, y, dx);
        return around.PhaseCount >= 3;
    }

    /// <summary>The phases around the edges of one row.</summary>
    private sealed class EdgeRow(int phases, int words, IReadOnlyList<(int First, int Second, int Third)> triples)
    {
        private readonly ulong[] _present = new ulong[phases * words];
        private readonly ulong[] _labelled = new ulong[words];
        private readonly ulong[] _row = new ulong[words];
        private readonly bool[] _has = new bool[phases];

        public int PhaseCount => _has.Count(has => has);

        public void Clear()
        {
            Array.Clear(_present);
            Array.Clear(_has);
            Array.Fill(_labelled, ulong.MaxValue);
        }

        public void Add(SliceBits slice, int y, int dx)
        {
            slice.Labelled(y, dx, _row);
            for (var word = 0; word < words; word++)
                _labelled[word] &= _row[word];
            for (var phase = 0; phase < phases; phase++)
            {
                if (!slice.Has(phase, y))
                    continue;
                _has[phase] = true;
                var row = slice.Row(phase, y, dx);
                var present = Present(phase);
                for (var word = 0; word < words; word++)
                    present[word] |= row[word];
            }
        }

        public void Count(BlockRows grid, Span<long> sums)
        {
            for (var triple = 0; triple < triples.Count; triple++)
            {
                var (first, second, third) = triples[triple];
                if (!_has[first] || !_has[second] || !_has[third])
                    continue;
                var a = Present(first);
                var b = Present(second);
                var c = Present(third);
                var into = sums.Slice(triple * grid.Count, grid.Across);
                foreach (var part in grid.Parts)
                    into[part.Block] += BitOperations.PopCount(a[part.Word] & b[part.Word] & c[part.Word] & _labelled[part.Word] & part.Mask);
            }
            var all = sums.Slice(triples.Count * grid.Count, grid.Across);
            foreach (var part in grid.Parts)
            {
                // Whether one, two, three phases were met so far, for 64 edges at once.
                ulong one = 0, two = 0, three = 0;
                for (var phase = 0; phase < phases; phase++)
                {
                    if (!_has[phase])
                        continue;
                    var present = _present[(phase * words) + part.Word];
                    three |= two & present;
                    two |= one & present;
                    one |= present;
                }
                all[part.Block] += BitOperations.PopCount(three & _labelled[part.Word] & part.Mask);
            }
        }

        private Span<ulong> Present(int phase) => _present.AsSpan(phase * words, words);
    }
}
