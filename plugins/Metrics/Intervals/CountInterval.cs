namespace VolumeViewer.Plugins.Metrics.Intervals;

/// <summary>The 95 % interval of a count of objects that lie independently of each other: Poisson's (Garwood, Biometrika 28 (1936) 437).</summary>
internal static class CountInterval
{
    private const double Normal95 = 1.959963985;

    /// <summary>Half its width, from the quantiles of χ² as Wilson and Hilferty (1931) approximate them: to a hundredth, or 0.02 for a count of 1.</summary>
    /// <param name="count">How many were counted.</param>
    public static double HalfWidth(long count) => (Quantile(count + 1, Normal95) - (count > 0 ? Quantile(count, -Normal95) : 0)) / 2;

    // Half a quantile of χ² with 2·shape degrees of freedom.
    private static double Quantile(double shape, double normal) => shape * Math.Pow(1 - (1 / (9 * shape)) + (normal / (3 * Math.Sqrt(shape))), 3);
}
