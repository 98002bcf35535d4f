namespace VolumeViewer.Plugins.Synthesis.Bias.Report;

/// <summary>An axis: values that are spread evenly over pixels, with ticks at round numbers.</summary>
internal sealed class Scale
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _start;
    private readonly double _end;

    /// <param name="values">All that must be seen; those that are not finite are left out.</param>
    /// <param name="start">Pixel of the low end.</param>
    /// <param name="end">Pixel of the high end.</param>
    internal Scale(IEnumerable<double> values, double start, double end)
    {
        var finite = values.Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (low, high) = (finite.Min(), finite.Max());
        var margin = high > low ? 0.06 * (high - low) : Math.Max(1e-9, 0.1 * Math.Abs(high));
        (_low, _high, _start, _end) = (low - margin, high + margin, start, end);
        Step = NiceStep((_high - _low) / 7);
    }

    /// <summary>Distance of two ticks.</summary>
    internal double Step { get; }

    /// <summary>The ticks.</summary>
    internal IEnumerable<double> Ticks
    {
        get
        {
            for (var tick = Math.Ceiling(_low / Step); tick * Step <= _high; tick++)
                yield return tick * Step;
        }
    }

    /// <summary>Where a value lies.</summary>
    internal double At(double value) => _start + ((value - _low) / (_high - _low) * (_end - _start));

    /// <summary>A tick in as many digits as its neighbours need.</summary>
    internal string Label(double tick) => (Math.Round(tick, 12) + 0.0).ToString(Step >= 1 ? "0" : "0." + new string('0', (int)Math.Min(8, Math.Ceiling(-Math.Log10(Step)))));

    private static double NiceStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return power * (step / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }
}
