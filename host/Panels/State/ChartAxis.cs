namespace VolumeViewer.Host.Panels;

/// <summary>An axis of a chart, with even or logarithmic distances, and its marks.</summary>
internal sealed record ChartAxis
{
    // Of a decade these are marked as well, where there are few decades.
    private static readonly double[] Between = [1, 2, 5];

    private readonly ChartRange _range;

    private ChartAxis(ChartRange range, bool isLog, IReadOnlyList<(double Value, string Text)> marks) => (_range, IsLog, Marks) = (range, isLog, marks);

    public bool IsLog { get; }

    public IReadOnlyList<(double Value, string Text)> Marks { get; }

    /// <summary>The axis on which all values have room; a logarithmic one leaves out what is not above zero.</summary>
    /// <param name="values">What has to be seen.</param>
    /// <param name="isLog">Whether equal ratios have equal distances.</param>
    /// <param name="margin">Room at each end, as a share of the range.</param>
    /// <param name="maxMarks">The most marks there is room for, at least 2.</param>
    public static ChartAxis Of(IEnumerable<double> values, bool isLog, double margin, int maxMarks)
    {
        if (isLog)
            return Logarithmic(values.Where(value => value > 0 && double.IsFinite(value)).Select(Math.Log10).ToList(), margin, maxMarks);
        var range = ChartRange.Of(values, margin);
        var ticks = AxisTicks.For(range.Min, range.Max, maxMarks);
        return new ChartAxis(range, false, [.. ticks.Values.Select(value => (value, ticks.Text(value)))]);
    }

    /// <summary>The axis from one value to another, as when a part of a chart is looked at.</summary>
    /// <param name="min">Its start; above 0 if it is logarithmic.</param>
    /// <param name="max">Its end, above the start.</param>
    /// <param name="isLog">Whether equal ratios have equal distances.</param>
    /// <param name="maxMarks">The most marks there is room for, at least 2.</param>
    public static ChartAxis Part(double min, double max, bool isLog, int maxMarks)
    {
        if (isLog)
            return Logarithmic([Math.Log10(min), Math.Log10(max)], 0, maxMarks);
        var ticks = AxisTicks.For(min, max, maxMarks);
        return new ChartAxis(new ChartRange(min, max), false, [.. ticks.Values.Select(value => (value, ticks.Text(value)))]);
    }

    /// <summary>Where a value stands: 0 at the start, 1 at the end; NaN where it has no place.</summary>
    public double Position(double value) => !IsLog ? _range.Position(value) : value > 0 ? _range.Position(Math.Log10(value)) : double.NaN;

    /// <summary>The value at a place.</summary>
    public double At(double position)
    {
        var value = _range.Min + (_range.Length * position);
        return IsLog ? Math.Pow(10, value) : value;
    }

    private static ChartAxis Logarithmic(List<double> exponents, double margin, int maxMarks)
    {
        var (min, max) = exponents.Count == 0 ? (-1.0, 0.0) : (exponents.Min(), exponents.Max());
        var room = max - min > 1e-6 ? (max - min) * margin : 0.3;
        var range = new ChartRange(min - room, max + room);
        var decades = (int)Math.Ceiling(range.Length);
        var steps = decades * Between.Length <= maxMarks ? Between : [1.0];
        var stride = Math.Max(1, (int)Math.Ceiling(decades / (double)Math.Max(1, maxMarks)));
        var marks = new List<(double, string)>();
        for (var power = (int)Math.Floor(range.Min); power <= Math.Ceiling(range.Max); power++)
        {
            foreach (var step in steps.Where(_ => stride == 1 || power % stride == 0))
            {
                var value = step * Math.Pow(10, power);
                if (range.Position(Math.Log10(value)) is >= 0 and <= 1)
                    marks.Add((value, Text(value)));
            }
        }
        // Within a part of a decade there may be no such number.
        if (marks.Count < 2)
        {
            marks.Clear();
            var ticks = AxisTicks.For(Math.Pow(10, range.Min), Math.Pow(10, range.Max), maxMarks);
            marks.AddRange(ticks.Values.Where(value => value > 0).Select(value => (value, ticks.Text(value))));
        }
        return new ChartAxis(range, true, marks);
    }

    private static string Text(double value) => value is >= 1e-3 and < 1e5 ? value.ToString("0.####") : value.ToString("0e+0");
}
