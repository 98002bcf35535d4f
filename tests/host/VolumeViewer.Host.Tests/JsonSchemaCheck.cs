using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VolumeViewer.Host.Tests;

/// <summary>Checks JSON against the part of JSON Schema 2020-12 that this project writes; a keyword beyond that part is a failure, not passed over.</summary>
internal static class JsonSchemaCheck
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static void AssertValid(string schemaFile, string json) => Assert.Empty(Faults(JsonNode.Parse(File.ReadAllText(schemaFile))!.AsObject(), json));

    /// <summary>What in the text does not fit.</summary>
    public static IReadOnlyList<string> Faults(JsonObject schema, string json)
    {
        var faults = new List<string>();
        Check(schema, schema, JsonNode.Parse(json, documentOptions: Lenient), "$", faults);
        return faults;
    }

    private static void Check(JsonObject root, JsonObject schema, JsonNode? value, string path, List<string> faults)
    {
        foreach (var (keyword, rule) in schema)
        {
            switch (keyword)
            {
                case "$schema" or "$id" or "$defs" or "title" or "description" or "default" or "examples" or "x-unit" or "x-path": break;
                case "$ref": Check(root, (JsonObject)rule!.GetValue<string>().Split('/').Skip(1).Aggregate((JsonNode)root, (node, name) => node[name]!), value, path, faults); break;
                case "type":
                    var types = rule is JsonArray several ? several.Select(each => each!.GetValue<string>()) : [rule!.GetValue<string>()];
                    if (!types.Any(type => Is(type, value)))
                        faults.Add($"{path} is no {string.Join(" or ", types)}");
                    break;
                case "const":
                    if (!JsonNode.DeepEquals(rule, value))
                        faults.Add($"{path} is not {rule}");
                    break;
                case "enum":
                    if (!rule!.AsArray().Any(each => JsonNode.DeepEquals(each, value)))
                        faults.Add($"{path} is not in the enum");
                    break;
                case "minimum" or "maximum":
                    if (value is JsonValue number && number.GetValueKind() == JsonValueKind.Number
                        && (keyword == "minimum" ? number.GetValue<double>() < rule!.GetValue<double>() : number.GetValue<double>() > rule!.GetValue<double>()))
                        faults.Add($"{path} is beyond its {keyword}");
                    break;
                case "minItems" when value is JsonArray list && list.Count < rule!.GetValue<int>():
                    faults.Add($"{path} has too few items");
                    break;
                case "minLength" or "pattern":
                    if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String
                        && (keyword == "pattern" ? !Regex.IsMatch(text.GetValue<string>(), rule!.GetValue<string>()) : text.GetValue<string>().Length < rule!.GetValue<int>()))
                        faults.Add($"{path} breaks its {keyword}");
                    break;
                case "minItems": break;
                case "required":
                    if (value is JsonObject whole)
                        faults.AddRange(rule!.AsArray().Select(name => name!.GetValue<string>()).Where(name => !whole.ContainsKey(name)).Select(name => $"{path} lacks {name}"));
                    break;
                case "properties": break;
                case "propertyNames":
                    foreach (var (name, _) in value as JsonObject ?? [])
                        Check(root, rule!.AsObject(), JsonValue.Create(name), $"{path}.{name}", faults);
                    break;
                case "items":
                    foreach (var item in value as JsonArray ?? [])
                        Check(root, rule!.AsObject(), item, $"{path}[]", faults);
                    break;
                case "additionalProperties": break;
                default: throw new NotSupportedException($"The keyword '{keyword}' is not checked here.");
            }
        }
        if (value is not JsonObject members)
            return;
        var known = schema["properties"] as JsonObject ?? [];
        foreach (var (name, member) in members)
        {
            if (known[name] is JsonObject rule)
                Check(root, rule, member, $"{path}.{name}", faults);
            else if (schema["additionalProperties"] is JsonObject rest)
                Check(root, rest, member, $"{path}.{name}", faults);
            else if (schema["additionalProperties"] is JsonValue flag && !flag.GetValue<bool>())
                faults.Add($"{path}.{name} is not known");
        }
    }

    private static bool Is(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && value.GetValue<double>() == Math.Floor(value.GetValue<double>()),
        _ => throw new NotSupportedException($"The type '{type}' is not checked here."),
    };
}
