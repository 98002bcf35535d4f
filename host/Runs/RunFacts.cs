using System.Text.Json;
using System.Text.Json.Nodes;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Runs;

/// <summary>What the run.json of a folder says, as far as it is there: only names that all runs share are asked for.</summary>
/// <param name="State">"running", "cancelled", "finished", or "" where it is unknown.</param>
/// <param name="Started">When it began, or null.</param>
/// <param name="Seconds">Spent on it, or null.</param>
/// <param name="Parameters">Texts by parameter; the options of the network beside them, under their own names.</param>
internal sealed record RunFacts(string State, DateTimeOffset? Started, double? Seconds, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>The colours of the phases by their values in files, as far as they are told.</summary>
    public IReadOnlyDictionary<long, Rgba> PhaseColors { get; init; } = new Dictionary<long, Rgba>();

    public static RunFacts Unknown { get; } = new("", null, null, new Dictionary<string, string>());

    /// <summary>Reads the text of a run.json.</summary>
    /// <exception cref="JsonException">It is damaged, or only half written.</exception>
    public static RunFacts Parse(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject root)
            throw new JsonException("it holds no object");
        var parameters = Texts(root["parameters"]);
        // Options are told one by one, so that runs can be compared by each of them.
        foreach (var (name, text) in Texts((root["network"] as JsonObject)?["options"]))
            parameters.TryAdd(name, text);
        if ((root["network"] as JsonObject)?["parameters"] is JsonValue count && count.TryGetValue<long>(out var weights))
            parameters.TryAdd("weights", $"{weights}");
        return new RunFacts(
            Text(root["state"]) ?? "",
            DateTimeOffset.TryParse(Text(root["started"]), out var started) ? started : null,
            root["seconds"] is JsonValue seconds && seconds.TryGetValue<double>(out var number) ? number : null,
            parameters)
        {
            PhaseColors = Colors(root["phases"]),
        };
    }

    private static Dictionary<long, Rgba> Colors(JsonNode? node)
    {
        var colors = new Dictionary<long, Rgba>();
        foreach (var phase in node is JsonArray phases ? phases.OfType<JsonObject>() : [])
        {
            try
            {
                if (phase["value"] is JsonValue value && value.TryGetValue<long>(out var number) && Text(phase["colour"]) is { } colour)
                    colors[number] = Rgba.Parse(colour);
            }
            catch (FormatException)
            {
                // A colour that cannot be read is replaced by one of the table.
            }
        }
        return colors;
    }

    private static Dictionary<string, string> Texts(JsonNode? node) => node is not JsonObject all ? [] : all
        .Select(pair => (pair.Key, Text: Text(pair.Value))).Where(pair => pair.Text is not null).ToDictionary(pair => pair.Key, pair => pair.Text!);

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.TryGetValue<string>(out var text) ? text : value.ToJsonString() : null;
}
