using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plots;

/// <summary>A plot as a table.</summary>
internal static class PlotTable
{
    /// <summary>A column of x and a column of y for each curve; curves of the same x share it.</summary>
    public static Table Of(Plot plot)
    {
        var columns = new List<(string Name, IReadOnlyList<double> Values)>();
        IReadOnlyList<double>? last = null;
        foreach (var series in plot.Series)
        {
            if (last is null || !last.SequenceEqual(series.X))
                columns.Add((plot.XLabel, series.X));
            last = series.X;
            columns.Add((plot.Series.Count == 1 && series.Name.Length == 0 ? plot.YLabel : $"{series.Name} {plot.YLabel}".Trim(), series.Y));
        }
        var table = new Table(plot.Title, [.. columns.Select(column => new TableColumn(column.Name))]);
        for (var row = 0; row < columns.Select(column => column.Values.Count).DefaultIfEmpty().Max(); row++)
        {
            var number = row;
            table.Add([.. columns.Select(column => number < column.Values.Count ? (object?)column.Values[number] : null)]);
        }
        return table;
    }
}
