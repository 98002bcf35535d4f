using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>Values of an operation's parameters kept under names, in a file for each operation.</summary>
internal sealed class PresetStore(string folder)
{
    private const int Format = 1;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The presets of the user.</summary>
    public static PresetStore OfUser => new(Path.Combine(UserFolders.Settings, "presets"));

    /// <summary>The names, in the order of the alphabet.</summary>
    /// <exception cref="UserException">The file is damaged.</exception>
    public IReadOnlyList<string> Names(string operation) => [.. Read(operation).Keys.Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Texts by parameter.</summary>
    /// <exception cref="UserException">There is no such preset, or the file is damaged.</exception>
    public IReadOnlyDictionary<string, string> Load(string operation, string name)
    {
        var presets = Read(operation);
        return presets.GetValueOrDefault(name) ?? throw new UserException(presets.Count > 0
            ? $"There is no preset '{name}' of {operation}; there are: {string.Join(", ", presets.Keys.Order(StringComparer.OrdinalIgnoreCase))}."
            : $"There is no preset '{name}' of {operation}; none was saved yet. The form in the window saves them.");
    }

    /// <summary>Keeps values under a name; what was there goes.</summary>
    /// <exception cref="UserException">The name is empty, or the file cannot be written.</exception>
    public void Save(string operation, string name, IReadOnlyDictionary<string, string> values)
    {
        name = name.Trim();
        if (name.Length == 0)
            throw new UserException("A preset needs a name.");
        var presets = Read(operation);
        presets[name] = values;
        Write(operation, presets);
    }

    /// <summary>Takes a preset away; it need not be there.</summary>
    /// <exception cref="UserException">The file cannot be written.</exception>
    public void Delete(string operation, string name)
    {
        var presets = Read(operation);
        if (presets.Remove(name))
            Write(operation, presets);
    }

    private string FileOf(string operation) => Path.Combine(folder, string.Concat(operation.Select(letter => Path.GetInvalidFileNameChars().Contains(letter) ? '_' : letter)) + ".json");

    private Dictionary<string, IReadOnlyDictionary<string, string>> Read(string operation)
    {
        var file = FileOf(operation);
        if (!File.Exists(file))
            return [];
        try
        {
            var root = JsonNode.Parse(File.ReadAllText(file), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
            if ((int)root["format"]! != Format)
                throw new JsonException($"its format is {root["format"]}, this program reads {Format}");
            return root["presets"]!.AsObject().ToDictionary(
                preset => preset.Key,
                preset => (IReadOnlyDictionary<string, string>)preset.Value!.AsObject().ToDictionary(value => value.Key, value => value.Value!.GetValue<string>()));
        }
        catch (Exception problem) when (problem is JsonException or NullReferenceException or InvalidOperationException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The presets in '{file}' cannot be read: {(problem is NullReferenceException ? "something is missing." : problem.Message)} Mend the file or delete it.", problem);
        }
    }

    private void Write(string operation, Dictionary<string, IReadOnlyDictionary<string, string>> presets)
    {
        var root = new JsonObject
        {
            ["format"] = Format,
            ["presets"] = new JsonObject(presets.OrderBy(preset => preset.Key, StringComparer.OrdinalIgnoreCase).Select(preset => KeyValuePair.Create(
                preset.Key, (JsonNode?)new JsonObject(preset.Value.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)))))),
        };
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The folder of the presets '{folder}' cannot be made: {problem.Message}", problem);
        }
        OutputPath.WriteAllBytes(FileOf(operation), Encoding.UTF8.GetBytes(root.ToJsonString(Indented) + "\n"));
    }
}
