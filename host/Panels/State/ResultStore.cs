using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A table or plot with the name of what made it.</summary>
internal sealed record ResultItem(string Source, Table? Table, Plot? Plot)
{
    public string Title => Table?.Title ?? Plot?.Title ?? "";

    /// <summary>Whether it is only shown for a while: nothing saves it.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>The folder that was filled along with it, for the first of what came together; or null.</summary>
    public FilledFolder? Folder { get; init; }

    /// <summary>How the table is looked at.</summary>
    public TableLook TableLook { get; } = new();

    /// <summary>How the plot is looked at.</summary>
    public PlotLook PlotLook { get; } = new();
}

/// <summary>The tables and plots of this window, the newest first.</summary>
internal sealed class ResultStore
{
    private readonly List<ResultItem> _items = [];

    public IReadOnlyList<ResultItem> Items => _items;

    public void Add(string source, IReadOnlyList<Table> tables, IReadOnlyList<Plot> plots, FilledFolder? folder = null)
    {
        ResultItem[] items = [.. tables.Select(table => new ResultItem(source, table, null)), .. plots.Select(plot => new ResultItem(source, null, plot))];
        if (items.Length > 0)
            items[0] = items[0] with { Folder = folder };
        _items.InsertRange(0, items);
    }

    /// <summary>Puts tables and plots into the place of others, such as those of a preview that was made again.</summary>
    /// <returns>The new ones.</returns>
    public IReadOnlyList<ResultItem> Replace(IReadOnlyList<ResultItem> old, string source, IReadOnlyList<Table> tables, IReadOnlyList<Plot> plots)
    {
        var place = old.Count > 0 ? Math.Max(0, _items.IndexOf(old[0])) : 0;
        _items.RemoveAll(old.Contains);
        ResultItem[] items = [.. tables.Select(table => new ResultItem(source, table, null) { IsTemporary = true }), .. plots.Select(plot => new ResultItem(source, null, plot) { IsTemporary = true })];
        _items.InsertRange(Math.Min(place, _items.Count), items);
        return items;
    }

    public void Remove(ResultItem item) => _items.Remove(item);

    public void Clear() => _items.Clear();

    /// <summary>A table as lines of cells with tabs between them, as spreadsheets take it.</summary>
    public static string TabSeparated(Table table)
    {
        var lines = new List<string> { string.Join('\t', table.Columns.Select(column => Cell(column.Heading))) };
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var number = row;
            lines.Add(string.Join('\t', table.Columns.Select((_, column) => Cell(table.Text(number, column)))));
        }
        return string.Join('\n', lines);

        static string Cell(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
    }

    /// <summary>A plot as such lines: a column of x and one of y for each of its curves.</summary>
    public static string TabSeparated(Plot plot)
    {
        var lines = new List<string> { string.Join('\t', plot.Series.SelectMany(series => new[] { plot.XLabel, $"{series.Name} {plot.YLabel}".Trim() })) };
        for (var row = 0; row < plot.Series.Select(series => series.X.Count).DefaultIfEmpty().Max(); row++)
        {
            var number = row;
            lines.Add(string.Join('\t', plot.Series.SelectMany(series => number < series.X.Count
                ? new[] { series.X[number].ToString("R"), series.Y[number].ToString("R") }
                : ["", ""])));
        }
        return string.Join('\n', lines);
    }
}
