namespace VolumeViewer.Plugins.Metrics.Intervals;

/// <summary>
/// The 95 % interval of a quantile: that of the share of values below it, turned back into values by the distribution itself (Woodruff, J. Am. Stat. Assoc. 47 (1952) 635).
/// </summary>
internal static class QuantileInterval
{
    private const double Normal95 = 1.959963985;

    /// <summary>Half its width, from the scatter of independent blocks.</summary>
    /// <param name="share">Of the quantile, between 0 and 1.</param>
    /// <param name="below">How many values up to the quantile are in each block.</param>
    /// <param name="counts">How many values are in each block.</param>
    /// <param name="quantile">The distribution: the value for a share.</param>
    /// <returns>Null if fewer than two blocks have values, or the interval of the share reaches beyond the distribution.</returns>
    public static double? OfBlocks(double share, ReadOnlySpan<double> below, ReadOnlySpan<double> counts, Func<double, double?> quantile) =>
        Turned(share, RatioInterval.HalfWidth(below, counts), quantile);

    /// <summary>Half its width, of independent objects: the share below has the binomial distribution.</summary>
    /// <param name="share">Of the quantile.</param>
    /// <param name="count">How many objects there are.</param>
    /// <param name="quantile">The distribution.</param>
    /// <returns>Null if there are so few that the interval reaches beyond them.</returns>
    public static double? OfObjects(double share, int count, Func<double, double?> quantile) =>
        Turned(share, Normal95 * Math.Sqrt(share * (1 - share) / count), quantile);

    private static double? Turned(double share, double half, Func<double, double?> quantile) =>
        share - half > 0 && share + half < 1 ? (quantile(share + half) - quantile(share - half)) / 2 : null;
}
