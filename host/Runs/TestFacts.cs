using System.Text.Json;
using System.Text.Json.Nodes;

namespace VolumeViewer.Host.Runs;

/// <summary>The numbers of a test.json, whatever its form: each under its path, such as "test accuracy" or "test iou pore".</summary>
internal static class TestFacts
{
    // Deeper or longer than this is no summary, and would only fill the table.
    private const int MostDepth = 5, MostNumbers = 200;

    /// <summary>Reads the text of a test.json.</summary>
    /// <exception cref="JsonException">It is damaged, or only half written.</exception>
    public static IReadOnlyDictionary<string, double> Parse(string json)
    {
        var numbers = new Dictionary<string, double>();
        Collect(JsonNode.Parse(json), "test", 0, numbers);
        return numbers;
    }

    private static void Collect(JsonNode? node, string name, int depth, Dictionary<string, double> numbers)
    {
        if (depth > MostDepth || numbers.Count >= MostNumbers)
            return;
        switch (node)
        {
            case JsonObject all:
                foreach (var (key, value) in all.Where(pair => pair.Key != "format"))
                    Collect(value, $"{name} {key}", depth + 1, numbers);
                break;
            case JsonArray list:
                for (var index = 0; index < list.Count; index++)
                    Collect(list[index], $"{name} {NameOf(list[index]) ?? $"{index + 1}"}", depth + 1, numbers);
                break;
            case JsonValue value when value.TryGetValue<double>(out var number):
                numbers.TryAdd(name, number);
                break;
        }
    }

    // A row of a table is named by its first text: the phase, the slice.
    private static string? NameOf(JsonNode? node) => node is JsonObject row
        ? row.Select(pair => pair.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : null).FirstOrDefault(text => text is not null)
        : null;
}
