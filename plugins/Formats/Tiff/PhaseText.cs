using System.Buffers;
using System.Text;
using System.Text.Json;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>A phase table as a line of JSON: {"phases":[{"name":"pore","color":"#3b5b7e","value":0}]}, with "visible":false for hidden ones.</summary>
/// <remarks>Written and read token by token: a serializer keeps what it learns about types, and with that this plugin could not be unloaded.</remarks>
internal static class PhaseText
{
    public static string Format(PhaseTable phases)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("phases");
            foreach (var phase in phases)
            {
                json.WriteStartObject();
                json.WriteString("name", phase.Name);
                json.WriteString("color", phase.Color.ToString());
                json.WriteNumber("value", phase.FileValue);
                if (!phase.Visible)
                    json.WriteBoolean("visible", false);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.ASCII.GetString(buffer.WrittenSpan);
    }

    /// <summary>The table, or null where the text is no table of ours: the voxels can be read without.</summary>
    public static PhaseTable? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return new PhaseTable(json.RootElement.GetProperty("phases").EnumerateArray().Select(phase => new Phase(
                phase.GetProperty("name").GetString() ?? throw new FormatException("A phase has no name."),
                Rgba.Parse(phase.GetProperty("color").GetString() ?? ""),
                phase.GetProperty("value").GetInt64(),
                !phase.TryGetProperty("visible", out var visible) || visible.GetBoolean())));
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
