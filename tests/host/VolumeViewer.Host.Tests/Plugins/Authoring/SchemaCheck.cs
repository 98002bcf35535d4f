using System.Text.Json;
using System.Text.RegularExpressions;

namespace VolumeViewer.Host.Tests.Plugins.Authoring;

/// <summary>Checks JSON against the part of JSON schema that docs/plugin.schema.json uses; any other keyword is an error, so that none is passed over.</summary>
internal static class SchemaCheck
{
    private static readonly HashSet<string> WithoutEffect = ["$schema", "$id", "$defs", "title", "description", "examples"];

    public static IReadOnlyList<string> Faults(JsonElement schema, JsonElement value)
    {
        var faults = new List<string>();
        Check(schema, schema, value, "$", faults);
        return faults;
    }

    private static void Check(JsonElement root, JsonElement schema, JsonElement value, string place, List<string> faults)
    {
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !WithoutEffect.Contains(keyword.Name)))
        {
            switch (keyword.Name)
            {
                case "type":
                    if (value.ValueKind.ToString() != char.ToUpperInvariant(keyword.Value.GetString()![0]) + keyword.Value.GetString()![1..])
                        faults.Add($"{place} is a {value.ValueKind}");
                    break;
                case "pattern":
                    // '$' of ECMAScript is the very end, which .NET writes \z.
                    if (value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, Regex.Replace(keyword.Value.GetString()!, @"\$$", @"\z")))
                        faults.Add($"{place} is '{value}'");
                    break;
                case "required":
                    faults.AddRange(keyword.Value.EnumerateArray().Where(name => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(name.GetString()!, out _))
                        .Select(name => $"{place}.{name} is missing"));
                    break;
                case "properties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var property in value.EnumerateObject())
                    {
                        if (keyword.Value.TryGetProperty(property.Name, out var inner))
                            Check(root, inner, property.Value, $"{place}.{property.Name}", faults);
                        else if (!schema.GetProperty("additionalProperties").GetBoolean())
                            faults.Add($"{place}.{property.Name} is unknown");
                    }
                    break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    foreach (var item in value.EnumerateArray())
                        Check(root, keyword.Value, item, $"{place}[]", faults);
                    break;
                case "$ref":
                    var target = keyword.Value.GetString()!.Split('/')[1..].Aggregate(root, (element, name) => element.GetProperty(name));
                    Check(root, target, value, place, faults);
                    break;
                case "properties" or "items" or "additionalProperties":
                    break;
                default:
                    throw new NotSupportedException($"This check does not know '{keyword.Name}'; teach it.");
            }
        }
    }
}
