namespace VolumeViewer.Host.Runs;

/// <summary>Exponential moving average.</summary>
internal static class Smoothing
{
    /// <summary>
    /// Smooths a curve: s ← w·s + (1 − w)·y, divided by 1 − wⁿ after n values, so that the start is not drawn to zero (as Adam corrects its moments; Kingma and Ba, ICLR 2015).
    /// </summary>
    /// <param name="values">What is no number stays so, and does not weigh.</param>
    /// <param name="weight">From 0, which changes nothing, to below 1.</param>
    public static double[] Ema(IReadOnlyList<double> values, double weight)
    {
        var smooth = new double[values.Count];
        var (sum, norm) = (0.0, 0.0);
        for (var index = 0; index < values.Count; index++)
        {
            if (!double.IsFinite(values[index]))
            {
                smooth[index] = values[index];
                continue;
            }
            sum = (weight * sum) + ((1 - weight) * values[index]);
            norm = (weight * norm) + (1 - weight);
            smooth[index] = sum / norm;
        }
        return smooth;
    }
}
