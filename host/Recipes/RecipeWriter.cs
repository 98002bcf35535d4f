using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

using VolumeViewer.Host.History;
using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recipes;

/// <summary>Writes a recipe as JSON that people can read and change.</summary>
internal static class RecipeWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="UserException">The file cannot be written.</exception>
    public static void Write(Recipe recipe, string file) => OutputPath.WriteAllBytes(file, Encoding.UTF8.GetBytes(Format(recipe) + "\n"));

    public static string Format(Recipe recipe)
    {
        var root = new JsonObject { ["format"] = Recipe.CurrentFormat };
        if (recipe.Title.Length > 0)
            root["title"] = recipe.Title;
        if (recipe.Description.Length > 0)
            root["description"] = recipe.Description;
        root["inputs"] = new JsonObject(recipe.Inputs.Select(input => KeyValuePair.Create(input.Name, (JsonNode?)Input(input))));
        root["steps"] = new JsonArray([.. recipe.Steps.Select(Step)]);
        return root.ToJsonString(Indented);
    }

    private static JsonObject Input(RecipeInput input)
    {
        var node = new JsonObject { ["kind"] = ParameterSchema.KebabCase(input.Kind.ToString()) };
        if (input.Help.Length > 0)
            node["help"] = input.Help;
        if (input.Path is not null)
            node["path"] = input.Path;
        if (input.Hash is not null)
            node["hash"] = input.Hash;
        return node;
    }

    private static JsonNode Step(RecipeStep step)
    {
        var node = new JsonObject { ["id"] = step.Id, ["operation"] = step.Operation, ["parameters"] = Texts(step.Parameters), ["inputs"] = Texts(step.Inputs) };
        if (step.Recorded is { } recorded)
            node["recorded"] = JsonSerializer.SerializeToNode(recorded, RecordJson.Options);
        return node;
    }

    private static JsonObject Texts(IReadOnlyDictionary<string, string> texts) => new(texts.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
