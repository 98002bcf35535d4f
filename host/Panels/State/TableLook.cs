using VolumeViewer.Host.Runs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>How a table is looked at: in which order, which rows, and which of them are selected.</summary>
internal sealed class TableLook
{
    private (Table? Table, int Rows, int? Sorted, bool IsDescending, string Filter) _of;
    private IReadOnlyList<int> _order = [];
    private (Table? Table, int Rows, float Scale) _widthsOf;
    private IReadOnlyList<float> _widths = [];
    private int? _last;

    /// <summary>The column that the rows are ordered by, or null for the order of the table.</summary>
    public int? Sorted { get; private set; }

    public bool IsDescending { get; private set; }

    /// <summary>Only rows with every word of it in one of their cells are shown.</summary>
    public string Filter { get; set; } = "";

    /// <summary>The selected rows, by their place in the table.</summary>
    public HashSet<int> Selected { get; } = [];

    /// <summary>Where the headings were drawn last.</summary>
    public Dictionary<string, Rect> Headings { get; } = [];

    /// <summary>Widths of the columns, found once for a table.</summary>
    /// <param name="table">As it is.</param>
    /// <param name="scale">Pixels of one unit of the design, upon which widths depend.</param>
    /// <param name="widthOf">Finds the width of a column.</param>
    public IReadOnlyList<float> Widths(Table table, float scale, Func<int, float> widthOf)
    {
        var key = (table, table.Rows.Count, scale);
        if (key != _widthsOf)
            (_widthsOf, _widths) = (key, [.. Enumerable.Range(0, table.Columns.Count).Select(widthOf)]);
        return _widths;
    }

    /// <summary>A click on a heading: upwards, downwards, and back to the table's own order.</summary>
    public void SortBy(int column)
    {
        (Sorted, IsDescending) = Sorted != column ? (column, false) : IsDescending ? ((int?)null, false) : (column, true);
    }

    /// <summary>The rows that are shown, in their order. Rows of equal cells stay in the table's order, and what is no number comes last either way.</summary>
    public IReadOnlyList<int> Rows(Table table)
    {
        var key = (table, table.Rows.Count, Sorted, IsDescending, Filter);
        if (key == _of)
            return _order;
        if (!ReferenceEquals(table, _of.Table))
            Selected.RemoveWhere(row => row >= table.Rows.Count);
        _of = key;
        if (Sorted >= table.Columns.Count)
            Sorted = null;
        var rows = Sorted is { } column ? TableOrder.Rows(table, column, IsDescending) : [.. Enumerable.Range(0, table.Rows.Count)];
        var words = Filter.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _order = words.Length == 0 ? rows : [.. rows.Where(row => Matches(table, row, words))];
        return _order;
    }

    /// <summary>A click on a row: selects it alone; with Ctrl it is added or taken away, with Shift all from the row clicked before.</summary>
    public void Click(Table table, int row, bool isCtrl, bool isShift)
    {
        var rows = Rows(table).ToList();
        if (isShift && _last is { } last && rows.IndexOf(last) is var from and >= 0 && rows.IndexOf(row) is var to and >= 0)
        {
            if (!isCtrl)
                Selected.Clear();
            Selected.UnionWith(rows.GetRange(Math.Min(from, to), Math.Abs(to - from) + 1));
            return;
        }
        _last = row;
        if (isCtrl)
        {
            if (!Selected.Remove(row))
                Selected.Add(row);
            return;
        }
        var wasAlone = Selected.Count == 1 && Selected.Contains(row);
        Selected.Clear();
        if (!wasAlone)
            Selected.Add(row);
    }

    /// <summary>What is copied and saved: the selected rows that are shown, or all that are shown if none is selected, in their order.</summary>
    public Table Taken(Table table)
    {
        var rows = Rows(table);
        var selected = rows.Where(Selected.Contains).ToList();
        return TableOrder.Ordered(table, selected.Count > 0 ? selected : rows);
    }

    private static bool Matches(Table table, int row, string[] words) => Array.TrueForAll(words, word =>
        Enumerable.Range(0, table.Columns.Count).Any(column => table.Text(row, column).Contains(word, StringComparison.CurrentCultureIgnoreCase)));
}
