using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>What was drawn to measure with. Its numbers are found anew.</summary>
internal sealed class MeasurementsPart(MeasurementList measurements, UndoHistory history) : IProjectPart
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    public string Name => "measurements";

    public JsonNode? Write() => measurements.Count == 0 ? null : JsonSerializer.SerializeToNode(measurements.Items, Options);

    public void Read(JsonNode? node)
    {
        Measurement[] items;
        try
        {
            items = node?.Deserialize<Measurement[]>(Options) ?? [];
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or NotSupportedException)
        {
            throw new FormatException($"the measurements cannot be read: {problem.Message}", problem);
        }
        // No step of undo: it belongs to opening the project.
        using (history.WithoutStep())
            measurements.Items = [.. items];
    }
}
