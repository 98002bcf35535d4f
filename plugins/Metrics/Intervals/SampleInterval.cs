namespace VolumeViewer.Plugins.Metrics.Intervals;

/// <summary>The interval of a mean of independent samples, such as the values of a property in sub-volumes.</summary>
internal static class SampleInterval
{
    // Two-sided 95 % quantiles of Student's t distribution for 1 to 30 degrees of freedom; beyond, the expansion of Cornish and Fisher is exact to 1e-5.
    private static readonly double[] T95 =
    [
        12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788, 2.1604, 2.1448, 2.1314,
        2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
    ];

    /// <summary>Half the width of the 95 % interval of the mean; NaN for fewer than two finite samples.</summary>
    public static double HalfWidth(IEnumerable<double> samples)
    {
        var finite = samples.Where(double.IsFinite).ToArray();
        if (finite.Length < 2)
            return double.NaN;
        var mean = finite.Average();
        var variance = finite.Sum(sample => (sample - mean) * (sample - mean)) / (finite.Length - 1);
        return Student95(finite.Length - 1) * Math.Sqrt(variance / finite.Length);
    }

    /// <summary>The two-sided 95 % quantile of Student's t distribution.</summary>
    public static double Student95(int degreesOfFreedom)
    {
        if (degreesOfFreedom <= T95.Length)
            return T95[degreesOfFreedom - 1];
        const double Z = 1.959963985;
        var n = (double)degreesOfFreedom;
        return Z + (((Z * Z * Z) + Z) / (4 * n)) + (((5 * Math.Pow(Z, 5)) + (16 * Z * Z * Z) + (3 * Z)) / (96 * n * n));
    }
}
