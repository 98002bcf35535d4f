using System.Text.Json;
using System.Text.RegularExpressions;

namespace VolumeViewer.Host.Plugins;

/// <summary>Takes a <see cref="PluginManifest"/> out of its JSON, and notes everything that is wrong with it rather than the first fault only.</summary>
internal sealed partial class ManifestReader
{
    /// <summary>The kinds of contributions.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. ContributionKinds.Keys.Values];

    private readonly List<string> _faults;

    private ManifestReader(List<string> faults) => _faults = faults;

    /// <param name="root">The document.</param>
    /// <param name="faults">Where a sentence for each fault goes; if there is one, the manifest returned is of no use.</param>
    public static PluginManifest Read(JsonElement root, List<string> faults) => new ManifestReader(faults).Manifest(root);

    /// <summary>Whether a text can be the id of a plugin: it becomes the name of a folder and a word on the command line.</summary>
    public static bool IsPluginId(string text) => PluginId().IsMatch(text);

    // The patterns of docs/plugin.schema.json.
    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex PluginId();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\z")]
    private static partial Regex ContributionId();

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?\z")]
    private static partial Regex SemanticVersion();

    [GeneratedRegex(@"^[^/\\:*?""<>|\p{Cc}]+\.dll\z")]
    private static partial Regex AssemblyFile();

    [GeneratedRegex(@"^(\.[a-z0-9]+)+\z")]
    private static partial Regex Extension();

    private PluginManifest Manifest(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            _faults.Add($"It holds {Name(root.ValueKind)} where an object {{ … }} is wanted.");
            return new PluginManifest { Id = "", Version = "", Sdk = "", Assembly = "" };
        }
        var id = Required(root, "id");
        Check(id, "id", PluginId(), "lower-case words joined by '-', such as \"mean-grey\"");
        var version = Required(root, "version");
        Check(version, "version", SemanticVersion(), "a semantic version such as \"1.0.0\"");
        var sdk = Required(root, "sdk");
        CheckRange(sdk);
        var assembly = Required(root, "assembly");
        // Only a bare file name cannot lead out of the folder.
        Check(assembly, "assembly", AssemblyFile(), "the name of a .dll file inside the plugin's own folder, without a path");
        var name = Optional(root, "name", "name");
        return new PluginManifest
        {
            Id = id ?? "",
            Version = version ?? "",
            Sdk = sdk ?? "",
            Assembly = assembly ?? "",
            Name = string.IsNullOrEmpty(name) ? id ?? "" : name,
            Description = Optional(root, "description", "description") ?? "",
            Authors = Texts(root, "authors", "authors"),
            Licence = Optional(root, "licence", "licence") ?? "",
            Contributions = Contributions(root),
        };
    }

    private Dictionary<string, IReadOnlyList<ManifestContribution>> Contributions(JsonElement root)
    {
        var result = new Dictionary<string, IReadOnlyList<ManifestContribution>>();
        if (!root.TryGetProperty("contributions", out var kinds))
            return result;
        if (!Is(kinds, JsonValueKind.Object, "contributions"))
            return result;
        foreach (var kind in kinds.EnumerateObject())
        {
            var place = $"contributions.{kind.Name}";
            if (!Kinds.Contains(kind.Name))
            {
                _faults.Add($"\"{place}\": there is no such kind; there are {string.Join(", ", Kinds)}.");
                continue;
            }
            if (!Is(kind.Value, JsonValueKind.Array, place))
                continue;
            var list = kind.Value.EnumerateArray().Select((item, i) => Contribution(item, $"{place}[{i}]")).ToList();
            foreach (var twice in list.GroupBy(contribution => contribution.Id).Where(group => group.Key.Length > 0 && group.Count() > 1))
                _faults.Add($"\"{place}\" has '{twice.Key}' {twice.Count()} times.");
            result[kind.Name] = list;
        }
        return result;
    }

    private ManifestContribution Contribution(JsonElement item, string place)
    {
        if (!Is(item, JsonValueKind.Object, place))
            return new ManifestContribution { Id = "" };
        var id = Required(item, "id", $"{place}.id");
        Check(id, $"{place}.id", ContributionId(), "lower-case words joined by '-' and '.', such as \"measure.mean-grey\"");
        var extensions = Texts(item, "extensions", $"{place}.extensions");
        foreach (var extension in extensions)
            Check(extension, $"{place}.extensions", Extension(), "lower-case endings with the dot, such as \".tif\"");
        return new ManifestContribution { Id = id ?? "", Title = Optional(item, "title", $"{place}.title") ?? "", Extensions = extensions };
    }

    private void CheckRange(string? sdk)
    {
        if (sdk is null)
            return;
        try
        {
            VersionRange.Parse(sdk);
        }
        catch (FormatException problem)
        {
            _faults.Add($"\"sdk\": {problem.Message}");
        }
    }

    private string? Required(JsonElement parent, string name, string? place = null)
    {
        if (parent.TryGetProperty(name, out _))
            return Optional(parent, name, place ?? name);
        _faults.Add($"\"{place ?? name}\" is missing.");
        return null;
    }

    private string? Optional(JsonElement parent, string name, string place) =>
        parent.TryGetProperty(name, out var value) && Is(value, JsonValueKind.String, place) ? value.GetString() : null;

    private List<string> Texts(JsonElement parent, string name, string place)
    {
        if (!parent.TryGetProperty(name, out var list) || !Is(list, JsonValueKind.Array, place))
            return [];
        return [.. list.EnumerateArray().Where(item => Is(item, JsonValueKind.String, place)).Select(item => item.GetString()!)];
    }

    private bool Is(JsonElement value, JsonValueKind kind, string place)
    {
        if (value.ValueKind == kind)
            return true;
        _faults.Add($"\"{place}\" holds {Name(value.ValueKind)} where {Name(kind)} is wanted.");
        return false;
    }

    private void Check(string? text, string place, Regex pattern, string wanted)
    {
        if (text is not null && !pattern.IsMatch(text))
            _faults.Add($"\"{place}\" is '{text}'; it must be {wanted}.");
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
