using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Greys;

/// <summary>The grey values of each phase, by block of the volume. The image is read twice; values that are no numbers are left out.</summary>
internal sealed class PhaseGreys
{
    /// <summary>Bins from the smallest to the greatest grey.</summary>
    public const int Bins = 4096;

    private readonly GreyMoments[] _moments;
    private readonly long[] _histograms;
    private readonly int _phases;

    private PhaseGreys(GreyMoments[] moments, long[] histograms, int phases, float least, float greatest) =>
        (_moments, _histograms, _phases, Least, Greatest) = (moments, histograms, phases, least, greatest);

    /// <summary>The smallest grey of any phase.</summary>
    public float Least { get; }

    /// <summary>The greatest.</summary>
    public float Greatest { get; }

    /// <summary>How many blocks there are.</summary>
    public int Blocks => _moments.Length / _phases;

    /// <summary>The moments of a phase in a block.</summary>
    public GreyMoments Of(int phase, int block) => _moments[(block * _phases) + phase];

    /// <summary>The moments of a phase.</summary>
    public GreyMoments Of(int phase)
    {
        var sum = GreyMoments.None;
        for (var block = 0; block < Blocks; block++)
            sum += Of(phase, block);
        return sum;
    }

    /// <summary>How often each bin occurs in a phase, in one block or in all.</summary>
    public long[] Histogram(int phase, int? block = null)
    {
        var sum = new long[Bins];
        for (var i = block ?? 0; i < (block + 1 ?? Blocks); i++)
        {
            var of = _histograms.AsSpan(((i * _phases) + phase) * Bins, Bins);
            for (var bin = 0; bin < Bins; bin++)
                sum[bin] += of[bin];
        }
        return sum;
    }

    /// <summary>The grey at an edge of bins.</summary>
    public double Edge(double bin) => Least + (bin * ((double)Greatest - Least) / Bins);

    /// <summary>The grey below which a share of a phase lies, to a bin's width.</summary>
    public double? Percentile(int phase, double share)
    {
        var histogram = Histogram(phase);
        var wanted = share * histogram.Sum();
        double below = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            if (histogram[bin] > 0 && below + histogram[bin] >= wanted)
                return Edge(bin + Math.Clamp((wanted - below) / histogram[bin], 0, 1));
            below += histogram[bin];
        }
        return null;
    }

    /// <summary>Half the width of a percentile's 95 % interval, from the scatter between blocks; null if it cannot be told.</summary>
    public double? PercentileHalfWidth(int phase, double share)
    {
        if (Percentile(phase, share) is not { } percentile || !(Greatest > Least))
            return null;
        var last = (int)Math.Min(Bins - 1, (percentile - Least) / ((double)Greatest - Least) * Bins);
        var (below, all) = (new double[Blocks], new double[Blocks]);
        for (var block = 0; block < below.Length; block++)
        {
            var histogram = Histogram(phase, block);
            (below[block], all[block]) = (histogram.AsSpan(0, last + 1).ToArray().Sum(), histogram.Sum());
        }
        return QuantileInterval.OfBlocks(share, below, all, at => Percentile(phase, at));
    }

    /// <summary>The area that the histograms of two phases, each of area 1, have in common; NaN if one has no value.</summary>
    public double Overlap(int first, int second, int? block = null)
    {
        var (a, b) = (Histogram(first, block), Histogram(second, block));
        var (sumA, sumB) = ((double)a.Sum(), (double)b.Sum());
        return a.Zip(b, (x, y) => Math.Min(x / sumA, y / sumB)).Sum();
    }

    /// <summary>Measures a volume.</summary>
    /// <exception cref="UserException">No labelled voxel has a grey value.</exception>
    public static PhaseGreys Measure(LabelVolume labels, IVolumeSource image, Action? sliceDone = null, CancellationToken cancellationToken = default)
    {
        var (grid, phases, shape) = (new BlockGrid(labels.Shape), labels.Phases.Count, labels.Shape);
        // By slice, added in their order: sums of fractions depend on it.
        var bySlice = new GreyMoments[shape.Depth][];
        labels.ForEachSlice(z =>
        {
            var sums = bySlice[z] = new GreyMoments[grid.Count * phases];
            Array.Fill(sums, GreyMoments.None);
            ForEachPart(labels, image, z, grid, (block, phase, grey) =>
            {
                for (var i = 0; i < phase.Length; i++)
                {
                    if (phase[i] == LabelVolume.Unlabelled || !float.IsFinite(grey[i]))
                        continue;
                    ref var sum = ref sums[(block * phases) + phase[i]];
                    sum = sum.With(grey[i]);
                }
            });
            sliceDone?.Invoke();
        }, cancellationToken);
        var moments = bySlice.Aggregate((all, slice) => [.. all.Zip(slice, (a, b) => a + b)]);
        var (least, greatest) = (moments.Min(each => each.Least), moments.Max(each => each.Greatest));
        if (!(least <= greatest))
            throw new UserException("No labelled voxel has a grey value, so there is nothing to split by phases. Give the image that the labels belong to.");
        var histograms = new long[grid.Count * phases * Bins];
        var perGrey = greatest > least ? Bins / ((double)greatest - least) : 0;
        labels.ForEachSlice(z =>
        {
            var counts = new int[grid.Count * phases][];
            ForEachPart(labels, image, z, grid, (block, phase, grey) =>
            {
                for (var i = 0; i < phase.Length; i++)
                {
                    if (phase[i] == LabelVolume.Unlabelled || !float.IsFinite(grey[i]))
                        continue;
                    var bins = counts[(block * phases) + phase[i]] ??= new int[Bins];
                    bins[Math.Min(Bins - 1, (int)((grey[i] - least) * perGrey))]++;
                }
            });
            lock (histograms)
            {
                for (var place = 0; place < counts.Length; place++)
                {
                    for (var bin = 0; bin < Bins && counts[place] is not null; bin++)
                        histograms[(place * Bins) + bin] += counts[place][bin];
                }
            }
            sliceDone?.Invoke();
        }, cancellationToken);
        return new PhaseGreys(moments, histograms, phases, least, greatest);
    }

    // A part of a row: its block, the labels, the greys.
    private delegate void RowPart(int block, ReadOnlySpan<byte> phases, ReadOnlySpan<float> greys);

    private static void ForEachPart(LabelVolume labels, IVolumeSource image, int z, BlockGrid grid, RowPart part)
    {
        var greys = new float[labels.Shape.SliceLength];
        image.ReadSlice(z, greys);
        var slice = labels.Slice(z);
        for (var y = 0; y < labels.Shape.Height; y++)
        {
            for (var column = 0; column < grid.Columns; column++)
            {
                var (start, length) = ((y * labels.Shape.Width) + grid.ColumnStart(column), grid.ColumnStart(column + 1) - grid.ColumnStart(column));
                part(grid.OfRow(z, y) + column, slice.Slice(start, length), greys.AsSpan(start, length));
            }
        }
    }
}
