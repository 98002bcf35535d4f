namespace VolumeViewer.Host.Panels;

/// <summary>The marks along an axis of a chart.</summary>
/// <param name="Step">Distance between two marks.</param>
/// <param name="Values">Where they stand, ascending, within the range.</param>
internal sealed record AxisTicks(double Step, IReadOnlyList<double> Values)
{
    /// <summary>Marks at round numbers within a range.</summary>
    /// <param name="min">Start of the range.</param>
    /// <param name="max">End of the range, above <paramref name="min"/>.</param>
    /// <param name="maxCount">The most marks there is room for, at least 2.</param>
    public static AxisTicks For(double min, double max, int maxCount)
    {
        if (!(max > min))
            throw new ArgumentException($"An axis needs min < max, got {min} and {max}.", nameof(max));
        var ticks = Within(min, max, NiceNumber.Ceiling((max - min) / Math.Max(1, maxCount - 1)));
        if (ticks.Values.Count >= 2)
            return ticks;
        // One mark alone tells no scale.
        var finer = Within(min, max, NiceNumber.Ceiling(ticks.Step / 2.5));
        return finer.Values.Count <= maxCount ? finer : ticks;
    }

    private static AxisTicks Within(double min, double max, double step)
    {
        var values = new List<double>();
        // Counted in steps, since adding up steps drifts away from the round numbers.
        for (var index = Math.Ceiling((min / step) - 1e-9); index * step <= max + (step * 1e-9); index++)
            values.Add(index * step);
        return new AxisTicks(step, values);
    }

    /// <summary>A mark's number with as many digits as its step needs.</summary>
    public string Text(double value)
    {
        if (Math.Abs(value) < Step * 1e-6)
            return "0";
        var size = Math.Max(Math.Abs(value), Step);
        if (size >= 1e6 || Step < 1e-5)
            return value.ToString("0.##e+0");
        var decimals = Math.Max(0, (int)Math.Ceiling(-Math.Log10(Step) - 1e-9));
        return value.ToString($"F{decimals}");
    }
}
