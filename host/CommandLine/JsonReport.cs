using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>Results for machines.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // τ is infinite where a phase does not percolate; JSON has no number for that.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Format(object value) => JsonSerializer.Serialize(value, Options);

    /// <summary>A table as a list of rows, each an object with the columns' names as keys.</summary>
    public static IReadOnlyList<Dictionary<string, object?>> Rows(Table table) =>
        [.. table.Rows.Select(row => table.Columns.Select((column, i) => (column.Name, Value: row[i])).ToDictionary(cell => cell.Name, cell => cell.Value))];

    /// <summary>All tables by their titles.</summary>
    public static Dictionary<string, object> Tables(IEnumerable<Table> tables) => tables.ToDictionary(table => table.Title, object (table) => Rows(table));
}
