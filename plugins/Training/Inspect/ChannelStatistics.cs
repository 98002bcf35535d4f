namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>Facts about a set of values.</summary>
internal readonly record struct ChannelStatistics(double Mean, double Deviation, double Least, double Greatest, double Norm, double Zeros)
{
    /// <param name="values">At least one.</param>
    internal static ChannelStatistics Of(ReadOnlySpan<float> values)
    {
        double sum = 0, squares = 0, deviations = 0;
        var (least, greatest, zeros) = (float.PositiveInfinity, float.NegativeInfinity, 0);
        foreach (var value in values)
        {
            sum += value;
            squares += (double)value * value;
            (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
            zeros += value == 0 ? 1 : 0;
        }
        var mean = sum / values.Length;
        foreach (var value in values)
            deviations += (value - mean) * (value - mean);
        return new ChannelStatistics(mean, Math.Sqrt(deviations / values.Length), least, greatest, Math.Sqrt(squares), zeros / (double)values.Length);
    }
}
