namespace VolumeViewer.Plugins.Synthesis.Bias;

/// <summary>Quantiles of Student's t distribution.</summary>
internal static class StudentQuantile
{
    // Two-sided 95 % quantiles for 1 to 10 degrees of freedom; beyond, the expansion of Cornish and Fisher is exact to 1e-3.
    private static readonly double[] _t95 = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281];

    /// <summary>The two-sided 95 % quantile.</summary>
    internal static double Two95(int degreesOfFreedom)
    {
        if (degreesOfFreedom <= _t95.Length)
            return _t95[degreesOfFreedom - 1];
        const double Z = 1.959963985;
        var n = (double)degreesOfFreedom;
        return Z + (((Z * Z * Z) + Z) / (4 * n)) + (((5 * Math.Pow(Z, 5)) + (16 * Z * Z * Z) + (3 * Z)) / (96 * n * n));
    }
}
