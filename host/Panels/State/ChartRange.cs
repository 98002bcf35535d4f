namespace VolumeViewer.Host.Panels;

/// <summary>What an axis of a chart spans.</summary>
internal readonly record struct ChartRange(double Min, double Max)
{
    public double Length => Max - Min;

    /// <summary>The range of all finite values with a little room around them; never empty.</summary>
    /// <param name="values">What has to be seen.</param>
    /// <param name="margin">Room at each end, as a share of the range.</param>
    public static ChartRange Of(IEnumerable<double> values, double margin)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (var value in values.Where(double.IsFinite))
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }
        if (min > max)
            return new ChartRange(0, 1);
        var room = (max - min) * margin;
        var least = Math.Max(Math.Abs(min), Math.Abs(max)) * 1e-6;
        if (max - min <= least)
            room = Math.Max(0.5, Math.Abs(min) * 0.1);
        // A curve of losses or shares looks wrong with room below zero.
        return new ChartRange(min >= 0 && min - room < 0 ? 0 : min - room, max + room);
    }

    /// <summary>Where a value stands: 0 at the start, 1 at the end.</summary>
    public double Position(double value) => (value - Min) / Length;
}
