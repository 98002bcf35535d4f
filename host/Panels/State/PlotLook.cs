using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>How a plot is looked at: which part, on which axes, and which of its curves.</summary>
internal sealed class PlotLook
{
    /// <summary>The part of x that is shown, or null for all.</summary>
    public ChartRange? X { get; set; }

    /// <summary>The part of y that is shown, or null for all.</summary>
    public ChartRange? Y { get; set; }

    public bool IsLogX { get; set; }

    public bool IsLogY { get; set; }

    /// <summary>Curves that are not drawn, by name.</summary>
    public HashSet<string> Hidden { get; } = [];

    /// <summary>Where a drag over the plot began, in the window.</summary>
    public Vector2 PressedAt { get; set; }

    /// <summary>Shows all again.</summary>
    public void ShowAll() => (X, Y) = (null, null);

    /// <summary>Shows or hides a curve.</summary>
    public void Toggle(string series)
    {
        if (!Hidden.Remove(series))
            Hidden.Add(series);
    }

    /// <summary>The curves that are drawn, with their places in the plot, by which they are coloured.</summary>
    public IEnumerable<(int Index, PlotSeries Series)> Shown(Plot plot) => plot.Series.Select((series, index) => (index, series)).Where(pair => !Hidden.Contains(pair.series.Name));

    /// <summary>The axes for a number of marks each.</summary>
    public (ChartAxis X, ChartAxis Y) Axes(Plot plot, int marksX, int marksY)
    {
        var shown = Shown(plot).Select(pair => pair.Series).ToList();
        return (Axis(X, shown.SelectMany(series => series.X), IsLogX, 0, marksX), Axis(Y, shown.SelectMany(series => series.Y), IsLogY, 0.06, marksY));
    }

    /// <summary>Shows more or less of an axis around a place on it.</summary>
    /// <param name="axis">As it is.</param>
    /// <param name="at">The place that stays, 0 at the start, 1 at the end.</param>
    /// <param name="factor">How much of what was shown is shown then.</param>
    public static ChartRange Zoomed(ChartAxis axis, double at, double factor) => Part(axis, at - (at * factor), at + ((1 - at) * factor));

    /// <summary>What lies between two places of an axis, 0 its start and 1 its end.</summary>
    public static ChartRange Part(ChartAxis axis, double from, double to) => new(axis.At(Math.Min(from, to)), axis.At(Math.Max(from, to)));

    private static ChartAxis Axis(ChartRange? part, IEnumerable<double> values, bool isLog, double margin, int marks) =>
        part is { } range && double.IsFinite(range.Min + range.Max) && range.Max - range.Min > 1e-12 * Math.Max(Math.Abs(range.Max), Math.Abs(range.Min)) && (!isLog || range.Min > 0)
            ? ChartAxis.Part(range.Min, range.Max, isLog, marks) : ChartAxis.Of(values, isLog, margin, marks);
}
