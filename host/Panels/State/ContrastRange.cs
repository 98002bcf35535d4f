using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Changes of contrast limits by hand: one end moves, and stops before it meets the other.</summary>
internal static class ContrastRange
{
    public static ContrastLimits WithLow(ContrastLimits limits, float low, IntensityStatistics statistics) =>
        new(Math.Min(Finite(low, limits.Low), limits.High - LeastWidth(limits, statistics)), limits.High);

    public static ContrastLimits WithHigh(ContrastLimits limits, float high, IntensityStatistics statistics) =>
        new(limits.Low, Math.Max(Finite(high, limits.High), limits.Low + LeastWidth(limits, statistics)));

    /// <summary>Moves both ends, keeping their distance.</summary>
    public static ContrastLimits Moved(ContrastLimits limits, float by) => float.IsFinite(by) ? new(limits.Low + by, limits.High + by) : limits;

    /// <summary>Limits as a drag of the pointer makes them of those it began with.</summary>
    /// <param name="limits">At the beginning.</param>
    /// <param name="right">1 doubles their distance, −1 halves it.</param>
    /// <param name="down">1 moves their middle up by half their distance, which makes the picture darker.</param>
    /// <param name="statistics">Of the image.</param>
    public static ContrastLimits Dragged(ContrastLimits limits, float right, float down, IntensityStatistics statistics)
    {
        var width = (double)limits.High - limits.Low;
        var middle = (((double)limits.Low + limits.High) / 2) + (down * width / 2);
        var half = Math.Max(width * Math.Pow(2, Math.Clamp(right, -20, 20)), LeastWidth(limits, statistics)) / 2;
        var (low, high) = ((float)(middle - half), (float)(middle + half));
        return float.IsFinite(low) && float.IsFinite(high) && low < high ? new(low, high) : limits;
    }

    /// <summary>From the least to the greatest value.</summary>
    public static ContrastLimits Full(IntensityStatistics statistics) =>
        statistics.Minimum < statistics.Maximum ? new(statistics.Minimum, statistics.Maximum) : ContrastLimits.Auto(statistics);

    // Wide enough that adding it to either limit gives another float.
    private static float LeastWidth(ContrastLimits limits, IntensityStatistics statistics)
    {
        var size = Math.Max(Math.Abs(limits.Low), Math.Abs(limits.High));
        return Math.Max((statistics.Maximum - statistics.Minimum) * 1e-3f, Math.Max(size * 1e-6f, 1e-12f));
    }

    private static float Finite(float value, float otherwise) => float.IsFinite(value) ? value : otherwise;
}
