using System.Text.Json.Nodes;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>The parameters of an operation as a JSON Schema, made from their declaration.</summary>
internal static class ParameterJsonSchema
{
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    public static JsonObject Of(IOperation operation, PluginManager plugins)
    {
        var schema = new JsonObject { ["$schema"] = Dialect, ["$id"] = $"urn:volumeviewer:parameters:{operation.Id}", ["title"] = operation.Title };
        if (operation.Description.Length > 0)
            schema["description"] = operation.Description;
        schema["type"] = "object";
        schema["properties"] = new JsonObject(operation.Parameters.Items.Select(item => KeyValuePair.Create(item.Name, (JsonNode?)Property(item, plugins))));
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Property(ParameterInfo item, PluginManager plugins)
    {
        var property = new JsonObject { ["title"] = item.Title };
        if (item.Help.Length > 0)
            property["description"] = item.Help;
        var type = item.Type == typeof(int) ? "integer" : item.Type == typeof(double) ? "number" : item.Type == typeof(bool) ? "boolean"
            : item.Type == typeof(IReadOnlyList<double>) ? "array" : "string";
        property["type"] = item.IsOptional ? new JsonArray(type, "null") : type;
        if (type == "array")
            property["items"] = Range(new JsonObject { ["type"] = "number" }, item);
        else
            Range(property, item);
        if (item.Choices.Count > 0)
        {
            var choices = new JsonArray([.. item.Choices.Select(choice => (JsonNode?)choice)]);
            // An enum holds for every type, and so must name null where that is allowed.
            if (item.IsOptional)
                choices.Add(null);
            property["enum"] = choices;
        }
        // Plugins may bring more later, so that these are no closed list.
        if (item.ChoicesFrom is { } contract)
            property["examples"] = new JsonArray([.. ChoiceList.For(plugins, contract).Select(choice => (JsonNode?)choice)]);
        if (Value(item.Default) is { } known)
            property["default"] = known;
        if (item.Unit.Length > 0)
            property["x-unit"] = item.Unit;
        if (item.IsPath)
            property["x-path"] = true;
        return property;
    }

    private static JsonObject Range(JsonObject node, ParameterInfo item)
    {
        if (double.IsFinite(item.Min))
            node["minimum"] = Number(item.Min);
        if (double.IsFinite(item.Max))
            node["maximum"] = Number(item.Max);
        return node;
    }

    private static JsonNode? Value(object? value) => value switch
    {
        int whole => whole,
        double number => double.IsFinite(number) ? Number(number) : null,
        bool flag => flag,
        string text => text,
        Enum => ParameterInfo.Format(value),
        IReadOnlyList<double> numbers => new JsonArray([.. numbers.Select(number => (JsonNode?)Number(number))]),
        _ => null,
    };

    // A whole number is written without a fraction, as people write limits of integers.
    private static JsonValue Number(double number) => number == Math.Floor(number) && Math.Abs(number) < 1e15 ? JsonValue.Create((long)number) : JsonValue.Create(number);
}
