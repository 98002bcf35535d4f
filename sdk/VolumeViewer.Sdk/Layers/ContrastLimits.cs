namespace VolumeViewer.Sdk;

/// <summary>Intensity range spread over the colormap, in the volume's own units.</summary>
public sealed record ContrastLimits
{
    /// <exception cref="ArgumentException">low is not below high, or either is NaN or infinite.</exception>
    public ContrastLimits(float low, float high)
    {
        // Not `low >= high`: this way round NaN is refused too.
        if (!(low < high) || !float.IsFinite(low) || !float.IsFinite(high))
            throw new ArgumentException($"Contrast limits need low < high, both finite, got low = {low}, high = {high}.");
        (Low, High) = (low, high);
    }

    /// <summary>Shown in the colormap's first colour, as is everything below.</summary>
    public float Low { get; }

    /// <summary>Shown in the colormap's last colour, as is everything above.</summary>
    public float High { get; }

    /// <summary>Limits that leave out the lowest and highest 0.2 % of the voxels; a constant volume gets a range of one around its value.</summary>
    public static ContrastLimits Auto(IntensityStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var (low, high) = (statistics.Percentile(0.002), statistics.Percentile(0.998));
        if (!(low < high))
            (low, high) = (statistics.Minimum, statistics.Maximum);
        var halfWidth = Math.Max(0.5f, Math.Abs(low) * 1e-6f);
        return low < high ? new ContrastLimits(low, high) : new ContrastLimits(low - halfWidth, low + halfWidth);
    }
}
