using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>Tables and plots.</summary>
internal sealed class ResultsPart(ResultStore results) : IProjectPart
{
    public string Name => "results";

    public JsonNode? Write() => Lasting.Count == 0 ? null : new JsonArray([.. Lasting.Select(item => new JsonObject
    {
        ["source"] = item.Source,
        ["table"] = item.Table is { } table ? Write(table) : null,
        ["plot"] = item.Plot is { } plot ? ValueJson.Write(plot, typeof(Plot)) : null,
    })]);

    public void Read(JsonNode? node)
    {
        results.Clear();
        var values = new ValueJson(new ValueScope(_ => null, _ => null));
        // The store puts what is added first.
        foreach (var item in (node as JsonArray ?? []).OfType<JsonObject>().Reverse())
        {
            var source = (string?)item["source"] ?? "";
            if (item["table"] is JsonObject table)
                results.Add(source, [ReadTable(table, values)], []);
            else if (item["plot"] is JsonObject plot)
                results.Add(source, [], [(Plot)values.Read(plot, typeof(Plot))!]);
        }
    }

    private IReadOnlyList<ResultItem> Lasting => [.. results.Items.Where(item => !item.IsTemporary)];

    private static JsonObject Write(Table table) => new()
    {
        ["title"] = table.Title,
        ["columns"] = ValueJson.Write(table.Columns, typeof(IReadOnlyList<TableColumn>)),
        ["rows"] = new JsonArray([.. table.Rows.Select(row => new JsonArray([.. row.Select(WriteCell)]))]),
    };

    private static JsonNode? WriteCell(object? cell) => cell switch
    {
        null => null,
        bool or byte or short or int or long or float or double => ValueJson.Write(cell, cell.GetType()),
        _ => JsonValue.Create(Convert.ToString(cell, CultureInfo.InvariantCulture)),
    };

    private static Table ReadTable(JsonObject node, ValueJson values)
    {
        var table = new Table((string?)node["title"] ?? "", (IReadOnlyList<TableColumn>)values.Read(node["columns"], typeof(IReadOnlyList<TableColumn>))!);
        foreach (var row in (node["rows"] as JsonArray ?? []).OfType<JsonArray>())
        {
            if (row.Count != table.Columns.Count)
                throw new FormatException($"the table '{table.Title}' has a row of {row.Count} cells under {table.Columns.Count} columns.");
            table.Add([.. row.Select(ReadCell)]);
        }
        return table;
    }

    private static object? ReadCell(JsonNode? cell) => cell?.GetValueKind() switch
    {
        JsonValueKind.Number => cell.ToJsonString() is var text && long.TryParse(text, out var whole) ? whole : (double)cell,
        JsonValueKind.String => (string?)cell,
        JsonValueKind.True or JsonValueKind.False => (bool)cell,
        _ => null,
    };
}
