using System.Text.Json;

using VolumeViewer.Host.History;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recipes;

/// <summary>Reads a recipe from its file; whatever is wrong with its form is told at once.</summary>
internal sealed class RecipeReader
{
    private static readonly string[] Reserved = ["out", "report", "resume", "set", "json", "help", "plugin-folder"];

    private readonly List<string> _faults = [];
    private readonly RecipeJson _json;

    private RecipeReader() => _json = new RecipeJson(_faults);

    /// <exception cref="UserException">There is no such file.</exception>
    /// <exception cref="RecipeException">It is no recipe, or of another format.</exception>
    public static Recipe Read(string file)
    {
        if (!File.Exists(file))
            throw new UserException($"There is no recipe '{file}'.");
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException problem)
        {
            throw new RecipeException(file, [$"It is no JSON: {problem.Message}"]);
        }
        using (document)
        {
            var reader = new RecipeReader();
            var recipe = reader.Recipe(document.RootElement);
            return reader._faults.Count == 0 ? recipe : throw new RecipeException(file, reader._faults);
        }
    }

    private Recipe Recipe(JsonElement root)
    {
        if (!_json.Object(root, "The recipe", ["$schema", "format", "title", "description", "inputs", "steps", "report"]))
            return new Recipe();
        if (!root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.Number || !format.TryGetInt32(out var number))
        {
            _faults.Add($"\"format\" is missing; write \"format\": {Recipes.Recipe.CurrentFormat}.");
        }
        else if (number != Recipes.Recipe.CurrentFormat)
        {
            // Of a form that is not known nothing more can be said.
            _faults.Add($"Its format is {number}, this program reads {Recipes.Recipe.CurrentFormat}. Take a version of the program that is newer, or older.");
            return new Recipe();
        }
        var recipe = new Recipe
        {
            Title = _json.Text(root, "title", "The recipe") ?? "",
            Description = _json.Text(root, "description", "The recipe") ?? "",
            Inputs = [.. _json.Members(root, "inputs", "The recipe").Select(member => Input(member.Name, member.Value))],
            Steps = root.TryGetProperty("steps", out var steps) && steps.ValueKind == JsonValueKind.Array ? [.. steps.EnumerateArray().Select(Step)] : [],
        };
        if (recipe.Steps.Count == 0)
            _faults.Add("\"steps\" holds no step; write a list of at least one.");
        References(recipe);
        return recipe with { Report = new RecipeReportReader(_json, _faults).Read(root, [.. recipe.Steps.Select(step => step.Id)]) };
    }

    private RecipeInput Input(string name, JsonElement element)
    {
        var place = $"Input '{name}'";
        if (!RecipeReference.IsName(name) || Reserved.Contains(name))
            _faults.Add($"{place}: the name may have letters, digits, '-' and '_', and must not be one of {string.Join(", ", Reserved)}.");
        if (!_json.Object(element, place, ["kind", "help", "path", "hash"]))
            return new RecipeInput(name, RecordedInputKind.Path);
        var kind = _json.Text(element, "kind", place);
        if (kind is not ("image" or "labels" or "path"))
            _faults.Add($"{place}: \"kind\" is {(kind is null ? "missing" : $"'{kind}'")}; it must be image, labels or path.");
        return new RecipeInput(name, kind switch { "image" => RecordedInputKind.Image, "labels" => RecordedInputKind.Labels, _ => RecordedInputKind.Path })
        {
            Help = _json.Text(element, "help", place) ?? "",
            Path = _json.Text(element, "path", place),
            Hash = _json.Text(element, "hash", place),
        };
    }

    private RecipeStep Step(JsonElement element, int index)
    {
        var place = $"Step {index + 1}";
        if (!_json.Object(element, place, ["id", "operation", "parameters", "inputs", "recorded"]))
            return new RecipeStep($"step-{index + 1}", "");
        var id = _json.Text(element, "id", place);
        if (id is null || !RecipeReference.IsName(id))
            _faults.Add($"{place}: \"id\" is {(id is null ? "missing" : $"'{id}'")}; it must have letters, digits, '-' and '_'.");
        place = $"Step '{id}'";
        var operation = _json.Text(element, "operation", place);
        if (string.IsNullOrEmpty(operation))
            _faults.Add($"{place}: \"operation\" is missing; 'operations list' tells which there are.");
        return new RecipeStep(id ?? $"step-{index + 1}", operation ?? "")
        {
            Parameters = _json.Members(element, "parameters", place).ToDictionary(member => member.Name, member => Value(member, place)),
            Inputs = _json.Members(element, "inputs", place).ToDictionary(member => member.Name, member => Reference(member, place)),
            Recorded = element.TryGetProperty("recorded", out var recorded) ? Recorded(recorded, place) : null,
        };
    }

    // Numbers, truth values and lists may stand as such, which reads better than texts.
    private string Value(JsonProperty member, string place)
    {
        switch (member.Value.ValueKind)
        {
            case JsonValueKind.String: return member.Value.GetString()!;
            case JsonValueKind.Number: return member.Value.GetRawText();
            case JsonValueKind.True: return "true";
            case JsonValueKind.False: return "false";
            case JsonValueKind.Null: return "";
            case JsonValueKind.Array when member.Value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number):
                return string.Join(",", member.Value.EnumerateArray().Select(item => item.GetRawText()));
            default:
                _faults.Add($"{place}: the parameter '{member.Name}' must be a text, a number, true, false or a list of numbers.");
                return "";
        }
    }

    private string Reference(JsonProperty member, string place)
    {
        var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : "";
        if (RecipeReference.Parse(text) is null)
            _faults.Add($"{place}: the input '{member.Name}' is {member.Value.GetRawText()}; write \"@input\", \"@input/file\", \"@step\", \"@step.layer\" or \"@step/folder\".");
        return text;
    }

    private RecipeStepRecord? Recorded(JsonElement element, string place)
    {
        try
        {
            return element.Deserialize<RecipeStepRecord>(RecordJson.Options);
        }
        catch (JsonException problem)
        {
            _faults.Add($"{place}: \"recorded\" is damaged: {problem.Message} It may be left out.");
            return null;
        }
    }

    private void References(Recipe recipe)
    {
        var known = new HashSet<string>();
        foreach (var input in recipe.Inputs.Where(input => !known.Add(input.Name)))
            _faults.Add($"Two inputs are named '{input.Name}'.");
        foreach (var step in recipe.Steps)
        {
            var references = step.Inputs.Select(input => (What: $"the input '{input.Key}'", Text: input.Value))
                .Concat(step.Parameters.Where(parameter => RecipeReference.IsReference(parameter.Value)).Select(parameter => (What: $"the parameter '{parameter.Key}'", Text: parameter.Value)));
            foreach (var (what, text) in references)
            {
                if (RecipeReference.Parse(text) is { } reference && !known.Contains(reference.Target))
                {
                    _faults.Add($"Step '{step.Id}': {what} refers to '@{reference.Target}', which is "
                        + (recipe.Steps.Any(each => each.Id == reference.Target) ? "no earlier step; put that step before this one." : $"neither an input nor a step; there are: {string.Join(", ", known)}."));
                }
            }
            if (!known.Add(step.Id))
                _faults.Add($"'{step.Id}' names two steps, or a step and an input; give each its own name.");
        }
    }
}
