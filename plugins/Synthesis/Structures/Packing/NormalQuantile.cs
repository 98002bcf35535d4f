namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>The quantiles of the normal distribution with mean 0 and variance 1 (Acklam's rational approximation, 2003; relative error below 1.2·10⁻⁹).</summary>
internal static class NormalQuantile
{
    private const double Tail = 0.02425;

    /// <summary>The number below which a share of the distribution lies; the share is above 0 and below 1.</summary>
    public static double At(double share) => share < Tail ? OfTail(share) : share > 1 - Tail ? -OfTail(1 - share) : OfMiddle(share - 0.5);

    private static double OfTail(double share)
    {
        var q = Math.Sqrt(-2 * Math.Log(share));
        return Polynomial(q, -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783)
            / Polynomial(q, 7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1);
    }

    private static double OfMiddle(double q)
    {
        var r = q * q;
        return q * Polynomial(r, -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239)
            / Polynomial(r, -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1);
    }

    private static double Polynomial(double x, params ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients)
            sum = (sum * x) + coefficient;
        return sum;
    }
}
