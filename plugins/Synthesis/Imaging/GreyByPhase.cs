using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>Greys of the voxels of each phase: mean, spread and histogram. Sums are in the order of the slices, whatever the threads.</summary>
internal sealed class GreyByPhase
{
    private const int Bins = 200;

    private readonly long[][] _counts;
    private readonly float _low;
    private readonly float _high;

    private GreyByPhase(int phases, float low, float high)
    {
        (_low, _high) = (low, high);
        _counts = [.. Enumerable.Range(0, phases).Select(_ => new long[Bins])];
        (Voxels, Means, Deviations) = (new long[phases], new double[phases], new double[phases]);
    }

    /// <summary>Voxels by label.</summary>
    public long[] Voxels { get; }

    /// <summary>Mean grey by label; NaN where a phase has no voxel.</summary>
    public double[] Means { get; }

    /// <summary>Standard deviation by label.</summary>
    public double[] Deviations { get; }

    /// <summary>Measures a volume.</summary>
    /// <param name="greys">The image.</param>
    /// <param name="labels">The phases at the same voxels.</param>
    /// <param name="chosen">Says which voxels count, by slice and place; null for all.</param>
    /// <param name="limits">Ends of the histogram, or null for those that leave out a thousandth at either end.</param>
    /// <param name="cancellationToken">Stops between slices.</param>
    public static GreyByPhase Measure(
        IVolumeSource greys, LabelVolume labels, Volume<byte>? chosen = null, (float Low, float High)? limits = null, CancellationToken cancellationToken = default)
    {
        var phases = labels.Phases.Count;
        var (low, high) = limits ?? Limits(IntensityStatistics.Measure(greys, cancellationToken));
        var result = new GreyByPhase(phases, low, high);
        var sums = new (long Count, double Sum, double Squares)[labels.Shape.Depth, phases];
        labels.ForEachSlice(z =>
        {
            var slice = new float[labels.Shape.SliceLength];
            greys.ReadSlice(z, slice);
            var of = labels.Slice(z);
            var only = chosen is null ? [] : chosen.Slice(z);
            var counts = new int[phases, Bins];
            for (var i = 0; i < slice.Length; i++)
            {
                var (label, grey) = (of[i], slice[i]);
                if (label >= phases || (chosen is not null && only[i] == 0) || !float.IsFinite(grey))
                    continue;
                ref var sum = ref sums[z, label];
                // Differences from the middle of the histogram keep their digits where greys are far from 0.
                var difference = grey - ((double)low + high) / 2;
                sum = (sum.Count + 1, sum.Sum + difference, sum.Squares + (difference * difference));
                counts[label, Math.Clamp((int)((grey - low) / (high - low) * Bins), 0, Bins - 1)]++;
            }
            result.Add(counts);
        }, cancellationToken);
        result.Sum(sums);
        return result;
    }

    /// <summary>The histograms as densities, a curve for each phase that has voxels: areas are the phases' shares.</summary>
    public IEnumerable<PlotSeries> Curves(PhaseTable phases, string suffix = "")
    {
        var width = (_high - (double)_low) / Bins;
        var all = (double)Voxels.Sum();
        return Enumerable.Range(0, Voxels.Length).Where(label => Voxels[label] > 0).Select(label => new PlotSeries(phases[label].Name + suffix,
            [.. Enumerable.Range(0, Bins).Select(bin => _low + ((bin + 0.5) * width))], [.. _counts[label].Select(count => count / all / width)]));
    }

    /// <summary>Ends of a histogram that leave out a thousandth of the voxels at either end.</summary>
    public static (float Low, float High) Limits(IntensityStatistics statistics)
    {
        var (low, high) = (statistics.Percentile(0.001), statistics.Percentile(0.999));
        return low < high ? (low, high) : (low - 0.5f, low + 0.5f);
    }

    private void Add(int[,] counts)
    {
        for (var label = 0; label < _counts.Length; label++)
        {
            for (var bin = 0; bin < Bins; bin++)
            {
                if (counts[label, bin] > 0)
                    Interlocked.Add(ref _counts[label][bin], counts[label, bin]);
            }
        }
    }

    private void Sum((long Count, double Sum, double Squares)[,] sums)
    {
        for (var label = 0; label < Voxels.Length; label++)
        {
            double sum = 0, squares = 0;
            for (var z = 0; z < sums.GetLength(0); z++)
            {
                Voxels[label] += sums[z, label].Count;
                sum += sums[z, label].Sum;
                squares += sums[z, label].Squares;
            }
            var mean = sum / Voxels[label];
            Means[label] = mean + (((double)_low + _high) / 2);
            Deviations[label] = Math.Sqrt(Math.Max(0, (squares / Voxels[label]) - (mean * mean)));
        }
    }
}
