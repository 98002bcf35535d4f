using System.Globalization;
using System.Text.Json.Nodes;

namespace Benchmarks;

/// <summary>The figures of one benchmark.</summary>
/// <param name="Name">Of the benchmark.</param>
/// <param name="Title">With what was measured on.</param>
/// <param name="Rows">The figures.</param>
internal sealed record BenchmarkTable(string Name, string Title, IReadOnlyList<BenchmarkRow> Rows)
{
    /// <summary>As lines of equal columns.</summary>
    internal string ToText()
    {
        var lines = new List<string[]> { new[] { "what", "value", "", "ratio", "to", "note" } };
        lines.AddRange(Rows.Select(row => new[]
        {
            row.What, double.IsNaN(row.Value) ? "-" : Number(row.Value), row.Unit, row.Ratio is { } ratio ? Number(ratio) : "", row.Reference ?? "", row.Note,
        }));
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        return Title + "\n" + string.Concat(lines.Select(line =>
            string.Join("  ", line.Select((cell, column) => column is 1 or 3 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd() + "\n"));
    }

    /// <summary>For machines.</summary>
    internal JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["title"] = Title,
        ["rows"] = new JsonArray([.. Rows.Select(row => (JsonNode)new JsonObject
        {
            ["what"] = row.What,
            ["value"] = double.IsNaN(row.Value) ? null : row.Value,
            ["unit"] = row.Unit,
            ["ratio"] = row.Ratio,
            ["reference"] = row.Reference,
            ["note"] = row.Note,
        })]),
    };

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "0" : "0.00", CultureInfo.InvariantCulture);
}
