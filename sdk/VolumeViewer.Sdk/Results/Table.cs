namespace VolumeViewer.Sdk;

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Unit">For example "1/µm"; empty for plain numbers and text.</param>
/// <param name="Format">How numbers are written, as a .NET format string.</param>
public sealed record TableColumn(string Name, string Unit = "", string Format = "0.####")
{
    /// <summary>The name with the unit in brackets where there is one.</summary>
    public string Heading => Unit.Length == 0 ? Name : $"{Name} [{Unit}]";
}

/// <summary>Results in rows and columns. A cell is a text, a number, or null where there is no value.</summary>
public sealed class Table
{
    private readonly List<IReadOnlyList<object?>> _rows = [];

    /// <param name="title">Names the table.</param>
    /// <param name="columns">Its columns.</param>
    public Table(string title, params IReadOnlyList<TableColumn> columns) => (Title, Columns) = (title, columns);

    /// <summary>Names the table.</summary>
    public string Title { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The rows, each with a cell per column.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows => _rows;

    /// <summary>Adds a row.</summary>
    /// <exception cref="ArgumentException">It has more or fewer cells than the table has columns.</exception>
    public Table Add(params IReadOnlyList<object?> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count != Columns.Count)
            throw new ArgumentException($"The table '{Title}' has {Columns.Count} columns, the row {cells.Count} cells.", nameof(cells));
        _rows.Add(cells);
        return this;
    }

    /// <summary>A cell as text, numbers in the column's format.</summary>
    public string Text(int row, int column) => _rows[row][column] switch
    {
        null => "",
        double number => number.ToString(Columns[column].Format),
        float number => number.ToString(Columns[column].Format),
        var other => other.ToString() ?? "",
    };
}
