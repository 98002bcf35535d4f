using System.Text.Json;
using System.Text.Json.Nodes;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Settings;

/// <summary>One entry of the settings file: its name, what it means, and how its value is read and written.</summary>
internal sealed class Setting
{
    private readonly Func<AppSettings, JsonNode> _get;
    private readonly Func<AppSettings, JsonNode, AppSettings?> _set;
    private readonly Func<string, JsonNode?> _parse;

    private Setting(string name, string title, string wanted, Func<AppSettings, JsonNode> get, Func<AppSettings, JsonNode, AppSettings?> set, Func<string, JsonNode?> parse) =>
        (Name, Title, Wanted, _get, _set, _parse) = (name, title, wanted, get, set, parse);

    /// <summary>As in the file, such as "undoMemoryMebibytes".</summary>
    public string Name { get; }

    /// <summary>For the user, such as "Memory for undo, MiB".</summary>
    public string Title { get; }

    /// <summary>What its values are, such as "a number from 1 to 5".</summary>
    public string Wanted { get; }

    /// <summary>The values it can have where they are few; "true" and "false" for a switch.</summary>
    public IReadOnlyList<string> Choices { get; private init; } = [];

    /// <summary>A number within bounds.</summary>
    public static Setting Number(string name, string title, double low, double high, bool isWhole, Func<AppSettings, double> get, Func<AppSettings, double, AppSettings> set, double? orElse = null)
    {
        return new Setting(name, title, $"{(isWhole ? "a whole number" : "a number")} from {low:0.##} to {high:0.##}{(orElse is null ? "" : $", or {orElse:0.##}")}",
            settings => isWhole ? JsonValue.Create((long)get(settings)) : JsonValue.Create(get(settings)),
            (settings, node) => node.GetValueKind() == JsonValueKind.Number && double.TryParse(node.ToJsonString(), out var value) && IsFine(value) ? set(settings, value) : null,
            text => double.TryParse(text, out var value) && IsFine(value) ? (isWhole ? JsonValue.Create((long)value) : JsonValue.Create(value)) : null);

        bool IsFine(double value) => ((value >= low && value <= high) || value == orElse) && (!isWhole || value == Math.Floor(value));
    }

    /// <summary>Yes or no.</summary>
    public static Setting Switch(string name, string title, Func<AppSettings, bool> get, Func<AppSettings, bool, AppSettings> set) => new(name, title, "true or false",
        settings => JsonValue.Create(get(settings)),
        (settings, node) => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? set(settings, node.GetValue<bool>()) : null,
        text => bool.TryParse(text, out var value) ? JsonValue.Create(value) : null)
    {
        Choices = ["true", "false"],
    };

    /// <summary>One of a few words.</summary>
    public static Setting Choice<T>(string name, string title, Func<AppSettings, T> get, Func<AppSettings, T, AppSettings> set) where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => ParameterSchema.KebabCase(value.ToString()), StringComparer.OrdinalIgnoreCase);
        return new Setting(name, title, string.Join(" or ", words.Keys),
            settings => JsonValue.Create(ParameterSchema.KebabCase(get(settings).ToString())),
            (settings, node) => node.GetValueKind() == JsonValueKind.String && words.TryGetValue(node.GetValue<string>(), out var value) ? set(settings, value) : null,
            text => words.ContainsKey(text) ? JsonValue.Create(text.ToLowerInvariant()) : null)
        {
            Choices = [.. words.Keys],
        };
    }

    /// <summary>A list of texts; on the command line with semicolons between them.</summary>
    public static Setting List(string name, string title, Func<AppSettings, IEnumerable<string>?> get, Func<AppSettings, IReadOnlyList<string>, AppSettings> set, Func<string, bool>? isFine = null, string wanted = "a list of texts, on the command line with ; between them")
    {
        return new Setting(name, title, wanted,
            settings => ToNode(get(settings) ?? []),
            (settings, node) => node is JsonArray array && array.All(each => each?.GetValueKind() == JsonValueKind.String)
                && array.Select(each => each!.GetValue<string>()).ToList() is var texts && texts.TrueForAll(IsFine) ? set(settings, texts) : null,
            text => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is var texts && Array.TrueForAll(texts, IsFine) ? ToNode(texts) : null);

        static JsonArray ToNode(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
        bool IsFine(string text) => isFine?.Invoke(text) ?? true;
    }

    /// <summary>The value as it stands in the file.</summary>
    public JsonNode Get(AppSettings settings) => _get(settings);

    /// <summary>The settings with the value of an entry of the file.</summary>
    /// <exception cref="UserException">The value does not fit.</exception>
    public AppSettings Set(AppSettings settings, JsonNode? value) => (value is null ? null : _set(settings, value)) ?? throw Refused(value?.ToJsonString() ?? "null");

    /// <summary>The settings with a value given as text.</summary>
    /// <exception cref="UserException">The value does not fit.</exception>
    public AppSettings Set(AppSettings settings, string text) => Set(settings, _parse(text.Trim()) ?? throw Refused($"'{text}'"));

    private UserException Refused(string value) => new($"The setting '{Name}' cannot be {value}: it wants {Wanted}.");
}
