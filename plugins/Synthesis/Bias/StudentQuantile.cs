namespace VolumeViewer.Plugins.Synthesis.Bias;

/// <summary>Quantiles of Student's t distribution.</summary>
internal static class StudentQuantile
{
    // Two-sided quantiles for 1 to 10 degrees of freedom; beyond, the expansion of Cornish and Fisher is exact to 1e-3.
    private static readonly double[] T95 = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281];
    private static readonly double[] T90 = [6.3138, 2.9200, 2.3534, 2.1318, 2.0150, 1.9432, 1.8946, 1.8595, 1.8331, 1.8125];

    /// <summary>The two-sided 95 % quantile.</summary>
    internal static double Two95(int degreesOfFreedom) => Of(degreesOfFreedom, T95, 1.959963985);

    /// <summary>The two-sided 90 % quantile.</summary>
    internal static double Two90(int degreesOfFreedom) => Of(degreesOfFreedom, T90, 1.644853627);

    private static double Of(int degreesOfFreedom, double[] few, double z)
    {
        if (degreesOfFreedom <= few.Length)
            return few[degreesOfFreedom - 1];
        var n = (double)degreesOfFreedom;
        return z + (((z * z * z) + z) / (4 * n)) + (((5 * Math.Pow(z, 5)) + (16 * z * z * z) + (3 * z)) / (96 * n * n));
    }
}
