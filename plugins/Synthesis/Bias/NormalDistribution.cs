namespace VolumeViewer.Plugins.Synthesis.Bias;

/// <summary>The normal distribution of mean 0 and variance 1.</summary>
internal static class NormalDistribution
{
    // Acklam's rational approximation (2003) of the quantile, below 1.15e-9 off relatively.
    private static readonly double[] A = [-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.383577518672690e2, -3.066479806614716e1, 2.506628277459239];
    private static readonly double[] B = [-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1];
    private static readonly double[] C = [-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
    private static readonly double[] D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1];

    /// <summary>The value that a share <paramref name="p"/> of all lie below; ∓∞ for 0 and 1.</summary>
    internal static double Quantile(double p)
    {
        const double Tail = 0.02425;
        if (p <= 0)
            return double.NegativeInfinity;
        if (p >= 1)
            return double.PositiveInfinity;
        if (p > 1 - Tail)
            return -Quantile(1 - p);
        if (p < Tail)
        {
            var t = Math.Sqrt(-2 * Math.Log(p));
            return Polynomial(C, t) / Polynomial(D, t);
        }
        var centred = p - 0.5;
        return centred * Polynomial(A, centred * centred) / Polynomial(B, centred * centred);
    }

    /// <summary>The share that lies below (Abramowitz and Stegun 26.2.17; below 7.5e-8 off).</summary>
    internal static float Share(float value)
    {
        var t = 1 / (1 + (0.2316419f * Math.Abs(value)));
        var rest = 0.39894228f * MathF.Exp(-value * value / 2)
            * t * (0.31938153f + (t * (-0.356563782f + (t * (1.781477937f + (t * (-1.821255978f + (t * 1.330274429f))))))));
        return value > 0 ? 1 - rest : rest;
    }

    private static double Polynomial(double[] coefficients, double t)
    {
        var sum = coefficients[0];
        foreach (var coefficient in coefficients.AsSpan(1))
            sum = (sum * t) + coefficient;
        return sum;
    }
}
