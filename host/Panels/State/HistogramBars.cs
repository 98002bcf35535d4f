using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A histogram brought to the columns there is room for; heights from 0 to 1, on a logarithmic scale, so that rare values are seen, or as they are.</summary>
internal static class HistogramBars
{
    public static float[] Of(IntensityStatistics statistics, int columns, bool isLogarithmic = true) => Of(statistics.Histogram, columns, isLogarithmic);

    public static float[] Of(IReadOnlyList<long> histogram, int columns, bool isLogarithmic = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var sums = new double[columns];
        for (var bin = 0; bin < histogram.Count; bin++)
            sums[(int)((long)bin * columns / histogram.Count)] += histogram[bin];
        // Integers of few values fill few bins: a column between two of them is a gap of the binning, not of the data.
        var highest = sums.Max();
        return highest <= 0 ? new float[columns] : [.. sums.Select(sum => (float)(isLogarithmic ? Math.Log(1 + sum) / Math.Log(1 + highest) : sum / highest))];
    }
}
