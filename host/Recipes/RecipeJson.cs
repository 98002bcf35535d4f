using System.Text.Json;

namespace VolumeViewer.Host.Recipes;

/// <summary>Reads the parts of a recipe's JSON, and collects what is wrong with them.</summary>
/// <param name="faults">Filled.</param>
internal sealed class RecipeJson(List<string> faults)
{
    /// <summary>Whether it is an object; members of other names than the known ones are faults.</summary>
    public bool Object(JsonElement element, string place, string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{place} must be an object in braces, not {element.ValueKind.ToString().ToLowerInvariant()}.");
            return false;
        }
        foreach (var member in element.EnumerateObject().Where(member => !known.Contains(member.Name)))
            faults.Add($"{place}: \"{member.Name}\" is not known; there are: {string.Join(", ", known)}.");
        return true;
    }

    /// <summary>The text of a member, or null where there is none.</summary>
    public string? Text(JsonElement element, string name, string place)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        faults.Add($"{place}: \"{name}\" must be a text.");
        return null;
    }

    /// <summary>The members of an object that is a member itself; none where there is no such object.</summary>
    public List<JsonProperty> Members(JsonElement element, string name, string place)
    {
        if (!element.TryGetProperty(name, out var value))
            return [];
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{place}: \"{name}\" must be an object in braces.");
            return [];
        }
        return [.. value.EnumerateObject().DistinctBy(member => member.Name)];
    }

    /// <summary>The items of a list; none where there is no such list.</summary>
    public List<JsonElement> Items(JsonElement element, string name, string place)
    {
        if (!element.TryGetProperty(name, out var value))
            return [];
        if (value.ValueKind == JsonValueKind.Array)
            return [.. value.EnumerateArray()];
        faults.Add($"{place}: \"{name}\" must be a list in brackets.");
        return [];
    }
}
