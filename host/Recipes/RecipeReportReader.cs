using System.Text.Json;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recipes;

/// <summary>Reads the report of a recipe.</summary>
/// <param name="json">Reads the parts.</param>
/// <param name="faults">Filled with what is wrong.</param>
internal sealed class RecipeReportReader(RecipeJson json, List<string> faults)
{
    /// <param name="root">The recipe.</param>
    /// <param name="steps">Ids of its steps.</param>
    /// <returns>Null where the recipe has no report.</returns>
    public RecipeReport? Read(JsonElement root, IReadOnlyCollection<string> steps)
    {
        if (!root.TryGetProperty("report", out var element) || !json.Object(element, "The report", ["title", "text", "columns", "sections"]))
            return null;
        var shared = Columns(element, "The report");
        var sections = json.Items(element, "sections", "The report").Select((section, index) => Section(section, $"Section {index + 1} of the report", shared, steps));
        return new RecipeReport(json.Text(element, "title", "The report") ?? "", json.Text(element, "text", "The report") ?? "", [.. sections]);
    }

    private ReportSection Section(JsonElement element, string place, IReadOnlyList<ReportColumn> shared, IReadOnlyCollection<string> steps)
    {
        if (!json.Object(element, place, ["title", "text", "columns", "rows", "checks", "tables"]))
            return new ReportSection("", "", [], []);
        var columns = Columns(element, place) is { Count: > 0 } own ? own : shared;
        var checks = json.Items(element, "checks", place).Select(check => Check(check, place, steps)).ToList();
        var tables = json.Items(element, "tables", place).Select(table => Table(table, place, steps)).ToList();
        if (columns.Count == 0 && element.TryGetProperty("rows", out _))
            faults.Add($"{place} has no columns; give them to it, or to the whole report.");
        var rows = json.Items(element, "rows", place).Select(row => Row(row, place, columns, steps));
        return new ReportSection(json.Text(element, "title", place) ?? "", json.Text(element, "text", place) ?? "", columns, [.. rows])
        {
            Checks = checks,
            Tables = tables,
        };
    }

    private ReportRow Row(JsonElement element, string place, IReadOnlyList<ReportColumn> columns, IReadOnlyCollection<string> steps)
    {
        if (!json.Object(element, $"A row of {place}", ["heading", "steps"]))
            return new ReportRow("", new Dictionary<string, string>());
        var heading = json.Text(element, "heading", place) ?? "";
        var of = new Dictionary<string, string>();
        foreach (var member in json.Members(element, "steps", $"{place}, row '{heading}'"))
        {
            var step = json.Text(element.GetProperty("steps"), member.Name, $"{place}, row '{heading}'") ?? "";
            if (!steps.Contains(step))
                faults.Add($"{place}, row '{heading}': there is no step '{step}'.");
            if (columns.All(column => column.Of != member.Name))
                faults.Add($"{place}, row '{heading}': no column is of '{member.Name}'; there are: {string.Join(", ", columns.Select(column => column.Of).Distinct())}.");
            of[member.Name] = step;
        }
        return new ReportRow(heading, of);
    }

    private ReportTable Table(JsonElement element, string place, IReadOnlyCollection<string> steps)
    {
        if (!json.Object(element, $"A table of {place}", ["step", "table"]))
            return new ReportTable("", "");
        var table = new ReportTable(json.Text(element, "step", place) ?? "", json.Text(element, "table", place) ?? "");
        if (!steps.Contains(table.Step))
            faults.Add($"{place}, table '{table.Table}': there is no step '{table.Step}'.");
        return table;
    }

    private ReportCheck Check(JsonElement element, string place, IReadOnlyCollection<string> steps)
    {
        var what = $"A check of {place}";
        if (!json.Object(element, what, ["heading", "step", "table", "row", "column", "expected", "tolerance", "format", "source"]))
            return new ReportCheck("", "", "", null, "", 0, "");
        var check = new ReportCheck(
            json.Text(element, "heading", what) ?? "", json.Text(element, "step", what) ?? "", json.Text(element, "table", what) ?? "",
            json.Text(element, "row", what), json.Text(element, "column", what) ?? "", Number(element, "expected", what) ?? double.NaN,
            json.Text(element, "source", what) ?? "");
        check = check with
        {
            Tolerance = Number(element, "tolerance", what) ?? check.Tolerance,
            Format = json.Text(element, "format", what) ?? check.Format,
        };
        if (!steps.Contains(check.Step))
            faults.Add($"{place}, check '{check.Heading}': there is no step '{check.Step}'.");
        if (check.Table.Length == 0 || check.Column.Length == 0)
            faults.Add($"{place}, check '{check.Heading}': name the \"table\" and the \"column\" that the number stands in.");
        if (double.IsNaN(check.Expected))
            faults.Add($"{place}, check '{check.Heading}': say what is \"expected\", a number or \"infinite\".");
        if (!(check.Tolerance >= 0))
            faults.Add($"{place}, check '{check.Heading}': the \"tolerance\" {check.Tolerance} is below 0.");
        return check;
    }

    private double? Number(JsonElement element, string name, string place)
    {
        if (!element.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetDouble();
        if (value.ValueKind == JsonValueKind.String && value.GetString() == "infinite")
            return double.PositiveInfinity;
        faults.Add($"{place}: \"{name}\" is {value.GetRawText()}, and must be a number.");
        return null;
    }

    private List<ReportColumn> Columns(JsonElement element, string place) => [.. json.Items(element, "columns", place).Select(item => Column(item, place))];

    private ReportColumn Column(JsonElement element, string place)
    {
        if (!json.Object(element, $"A column of {place}", ["heading", "of", "table", "row", "column", "format", "best"]))
            return new ReportColumn("", "");
        var column = new ReportColumn(json.Text(element, "heading", place) ?? "", json.Text(element, "of", place) ?? "")
        {
            Table = json.Text(element, "table", place),
            Row = json.Text(element, "row", place),
            Column = json.Text(element, "column", place) ?? "",
            Format = json.Text(element, "format", place) ?? "0.###",
            Best = Best(json.Text(element, "best", place), place),
        };
        if (column.Of.Length == 0)
            faults.Add($"{place}: the column '{column.Heading}' says not \"of\" which of a row's steps it is.");
        if (column.Table is not null && column.Column.Length == 0)
            faults.Add($"{place}: the column '{column.Heading}' names the table '{column.Table}', but no \"column\" of it.");
        return column;
    }

    private ReportBest Best(string? text, string place)
    {
        if (text is null)
            return ReportBest.None;
        foreach (var best in Enum.GetValues<ReportBest>())
        {
            if (ParameterSchema.KebabCase(best.ToString()) == text)
                return best;
        }
        faults.Add($"{place}: \"best\" is '{text}'; it can be none, highest or lowest.");
        return ReportBest.None;
    }
}
