namespace VolumeViewer.Host.Recipes;

/// <summary>A page of tables over the steps of a recipe, such as methods against their scores.</summary>
/// <param name="Title">Heads the page.</param>
/// <param name="Text">Below the title.</param>
/// <param name="Sections">In their order on the page.</param>
internal sealed record RecipeReport(string Title, string Text, IReadOnlyList<ReportSection> Sections);

/// <summary>A table with its heading.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Between heading and table.</param>
/// <param name="Columns">What is told of each row's steps.</param>
/// <param name="Rows">Each a line of the table.</param>
internal sealed record ReportSection(string Title, string Text, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows)
{
    /// <summary>Numbers with what they should be, in a table of their own.</summary>
    public IReadOnlyList<ReportCheck> Checks { get; init; } = [];

    /// <summary>Tables of steps, as they are.</summary>
    public IReadOnlyList<ReportTable> Tables { get; init; } = [];
}

/// <summary>A table that a step gave.</summary>
/// <param name="Step">Id of the step.</param>
/// <param name="Table">Its title.</param>
internal sealed record ReportTable(string Step, string Table);

/// <summary>A column: a cell of a table that a step gave, or how long the step took.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Of">Which of a row's steps tells it; a row without such a step has an empty cell.</param>
internal sealed record ReportColumn(string Heading, string Of)
{
    /// <summary>The title of the step's table, or null for the seconds that the step took.</summary>
    public string? Table { get; init; }

    /// <summary>The text of the first cell of the row in that table, or of its first cells with ", " between them; null for its first row.</summary>
    public string? Row { get; init; }

    /// <summary>The name of the column in that table.</summary>
    public string Column { get; init; } = "";

    /// <summary>How numbers are written, as a .NET format string.</summary>
    public string Format { get; init; } = "0.###";

    /// <summary>Whether the best number is set in bold, and which it is.</summary>
    public ReportBest Best { get; init; }
}

/// <summary>Which number of a column is the best.</summary>
internal enum ReportBest
{
    /// <summary>None in particular.</summary>
    None,

    /// <summary>The greatest.</summary>
    Highest,

    /// <summary>The least.</summary>
    Lowest,
}

/// <summary>A row.</summary>
/// <param name="Heading">The first cell.</param>
/// <param name="Steps">Ids of steps by what they are to the columns.</param>
internal sealed record ReportRow(string Heading, IReadOnlyDictionary<string, string> Steps);
