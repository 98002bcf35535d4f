using System.Text.Json.Nodes;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>What one labelled volume of a study came to.</summary>
/// <param name="Agreement">With the truth.</param>
/// <param name="Properties">Of the volume.</param>
internal sealed record RunOutcome(Agreement Agreement, IReadOnlyList<MaterialProperty> Properties)
{
    /// <summary>As it is kept in the study's folder.</summary>
    internal string ToJson() => new JsonObject
    {
        ["accuracy"] = Agreement.Accuracy,
        ["meanIoU"] = Agreement.MeanIoU,
        ["properties"] = new JsonArray([.. Properties.Select(property => new JsonObject
        {
            ["name"] = property.Name,
            ["unit"] = property.Unit,
            // JSON knows no infinity; as text it is kept.
            ["value"] = property.Value.ToString("R"),
        })]),
    }.ToJsonString();

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="UserException">The file is damaged.</exception>
    internal static RunOutcome Read(string path)
    {
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path))!;
            return new RunOutcome(new Agreement((double)json["accuracy"]!, (double)json["meanIoU"]!),
                [.. json["properties"]!.AsArray().Select(each => new MaterialProperty((string)each!["name"]!, (string)each["unit"]!, double.Parse((string)each["value"]!)))]);
        }
        catch (Exception fault) when (fault is System.Text.Json.JsonException or NullReferenceException or InvalidOperationException or FormatException)
        {
            throw new UserException($"'{path}' is damaged; delete it, and resume the study.", fault);
        }
    }
}
