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

    // Wide enough that adding it to either limit gives another float.
    private static float LeastWidth(ContrastLimits limits, IntensityStatistics statistics)
    {
        var size = Math.Max(Math.Abs(limits.Low), Math.Abs(limits.High));
        return Math.Max((statistics.Maximum - statistics.Minimum) * 1e-3f, Math.Max(size * 1e-6f, 1e-12f));
    }

    private static float Finite(float value, float otherwise) => float.IsFinite(value) ? value : otherwise;
}
