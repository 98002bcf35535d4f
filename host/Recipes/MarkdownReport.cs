using System.Text;

namespace VolumeViewer.Host.Recipes;

/// <summary>Writes the report of a recipe that was run as a page in Markdown.</summary>
internal static class MarkdownReport
{
    /// <param name="report">What to tell.</param>
    /// <param name="step">Finds a step that was run by its id; null where it was not.</param>
    public static string Format(RecipeReport report, Func<string, StepOutcome?> step)
    {
        var page = new StringBuilder();
        if (report.Title.Length > 0)
            page.Append($"# {report.Title}\n\n");
        if (report.Text.Length > 0)
            page.Append(report.Text).Append("\n\n");
        foreach (var section in report.Sections)
        {
            page.Append($"## {section.Title}\n\n");
            if (section.Text.Length > 0)
                page.Append(section.Text).Append("\n\n");
            if (section.Rows.Count > 0)
            {
                Table(page, section, step);
                page.Append('\n');
            }
            if (section.Checks.Count > 0)
            {
                Checks(page, section.Checks, step);
                page.Append('\n');
            }
            foreach (var table in section.Tables)
            {
                Whole(page, table, step);
                page.Append('\n');
            }
        }
        return page.ToString().TrimEnd() + "\n";
    }

    private static void Table(StringBuilder page, ReportSection section, Func<string, StepOutcome?> step)
    {
        var cells = section.Rows.Select(row => section.Columns.Select(column => Cell(column, row, step)).ToArray()).ToArray();
        page.Append("| |").AppendJoin('|', section.Columns.Select(column => $" {Escape(column.Heading)} ")).Append("|\n");
        page.Append("| --- |").AppendJoin('|', section.Columns.Select(_ => " ---: ")).Append("|\n");
        for (var row = 0; row < cells.Length; row++)
        {
            page.Append($"| {Escape(section.Rows[row].Heading)} |");
            for (var column = 0; column < section.Columns.Count; column++)
                page.Append($" {Text(section.Columns[column], cells[row][column], cells.Select(each => each[column]))} |");
            page.Append('\n');
        }
    }

    private static object? Cell(ReportColumn column, ReportRow row, Func<string, StepOutcome?> step)
    {
        if (!row.Steps.TryGetValue(column.Of, out var id) || step(id) is not { } outcome)
            return null;
        return column.Table is null ? outcome.Run.Record.Seconds : Cell(outcome, column.Table, column.Row, column.Column);
    }

    private static object? Cell(StepOutcome outcome, string title, string? row, string column)
    {
        var tables = outcome.Run.Result.Tables;
        if (tables.FirstOrDefault(each => each.Title == title) is not { } table)
            return $"no table '{title}' (there are: {string.Join(", ", tables.Select(each => each.Title))})";
        var at = table.Columns.ToList().FindIndex(each => each.Name == column);
        if (at < 0)
            return $"no column '{column}' (there are: {string.Join(", ", table.Columns.Select(each => each.Name))})";
        var found = table.Rows.FirstOrDefault(each => row is null || Enumerable.Range(1, each.Count).Any(cells => string.Join(", ", each.Take(cells)) == row));
        // A phase that is not there has no row, which is no fault of the report.
        return found?[at];
    }

    private static void Whole(StringBuilder page, ReportTable wanted, Func<string, StepOutcome?> step)
    {
        if (step(wanted.Step) is not { } outcome)
            return;
        var tables = outcome.Run.Result.Tables;
        if (tables.FirstOrDefault(each => each.Title == wanted.Table) is not { } table)
        {
            page.Append($"no table '{wanted.Table}' (there are: {string.Join(", ", tables.Select(each => each.Title))})\n");
            return;
        }
        page.Append('|').AppendJoin('|', table.Columns.Select(column => $" {Escape(column.Heading)} ")).Append("|\n");
        page.Append('|').AppendJoin('|', table.Columns.Select((_, at) => table.Rows.Any(row => Number(row[at]) is not null) ? " ---: " : " --- ")).Append("|\n");
        for (var row = 0; row < table.Rows.Count; row++)
            page.Append('|').AppendJoin('|', table.Columns.Select((_, column) => $" {Escape(table.Text(row, column))} ")).Append("|\n");
    }

    private static void Checks(StringBuilder page, IReadOnlyList<ReportCheck> checks, Func<string, StepOutcome?> step)
    {
        page.Append("| | measured | expected | deviation | | expected by |\n| --- | ---: | ---: | ---: | --- | --- |\n");
        foreach (var check in checks)
        {
            var cell = step(check.Step) is { } outcome ? Cell(outcome, check.Table, check.Row, check.Column) : null;
            var measured = Number(cell);
            page.Append($"| {Escape(check.Heading)} | {measured?.ToString(check.Format) ?? Escape(cell?.ToString() ?? "")} | {check.Expected.ToString(check.Format)} | ")
                .Append(measured is not { } number ? "" : check.Expected == 0 ? check.Deviation(number).ToString("0.##E+0") : check.Deviation(number).ToString("+0.###%;-0.###%;0"))
                .Append(measured is { } found && check.IsMetBy(found) ? " | ok" : $" | **off** by more than {check.Tolerance:0.######%}")
                .Append($" | {Escape(check.Source)} |\n");
        }
    }

    private static string Text(ReportColumn column, object? cell, IEnumerable<object?> all)
    {
        if (Number(cell) is not { } number)
            return Escape(cell?.ToString() ?? "");
        var text = number.ToString(column.Format);
        // Compared as they are written: two that look the same are both the best.
        var others = all.Select(Number).OfType<double>().Where(double.IsFinite).Select(each => each.ToString(column.Format)).ToList();
        var isBest = column.Best switch
        {
            ReportBest.Highest => others.TrueForAll(other => double.Parse(other) <= double.Parse(text)),
            ReportBest.Lowest => others.TrueForAll(other => double.Parse(other) >= double.Parse(text)),
            _ => false,
        };
        return isBest ? $"**{text}**" : text;
    }

    private static double? Number(object? cell) => cell switch
    {
        double number => number,
        float number => number,
        int number => number,
        long number => number,
        _ => null,
    };

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
