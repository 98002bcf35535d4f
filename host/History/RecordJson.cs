using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VolumeViewer.Host.History;

/// <summary>Records as JSON, one a line.</summary>
internal static class RecordJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The record as a line without a line break.</summary>
    public static string Format(OperationRecord record) => JsonSerializer.Serialize(record, Options);

    /// <summary>The record as a tree, to be printed with others.</summary>
    public static JsonElement ToElement(OperationRecord record) => JsonSerializer.SerializeToElement(record, Options);

    /// <summary>The record of a line, or null where the line is damaged or of another format.</summary>
    public static OperationRecord? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<OperationRecord>(line, Options) is { Format: OperationRecord.CurrentFormat } record
                && record.Id.Length > 0 && record.Operation.Length > 0 ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
