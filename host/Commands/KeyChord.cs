using ImGuiNET;

namespace VolumeViewer.Host.Commands;

/// <summary>A key with the keys that are held beside it, such as Ctrl+Shift+P.</summary>
internal readonly record struct KeyChord(ImGuiKey Key, bool Ctrl = false, bool Shift = false, bool Alt = false)
{
    // Signs are read by their names too, as Ctrl+Comma.
    private static readonly Dictionary<string, ImGuiKey> ByName = Names().Concat(Names().Select(pair => (Name: pair.Key.ToString(), pair.Key))).DistinctBy(pair => pair.Name)
        .ToDictionary(pair => pair.Name, pair => pair.Key, StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<ImGuiKey, string> NameOf = Names().ToDictionary(pair => pair.Key, pair => pair.Name);

    /// <exception cref="FormatException">The text is no key.</exception>
    public static KeyChord Parse(string text) => TryParse(text, out var chord)
        ? chord
        : throw new FormatException($"'{text}' is no key; write it as Ctrl+Shift+P, F2, Delete, Up, 1 or Ctrl+,.");

    public static bool TryParse(string text, out KeyChord chord)
    {
        chord = default;
        var words = text.Split('+', StringSplitOptions.TrimEntries);
        if (!ByName.TryGetValue(words[^1], out var key))
            return false;
        chord = new KeyChord(key);
        foreach (var word in words[..^1])
        {
            switch (word.ToUpperInvariant())
            {
                case "CTRL" when !chord.Ctrl: chord = chord with { Ctrl = true }; break;
                case "SHIFT" when !chord.Shift: chord = chord with { Shift = true }; break;
                case "ALT" when !chord.Alt: chord = chord with { Alt = true }; break;
                default: return false;
            }
        }
        return true;
    }

    /// <summary>As it is read, and as menus show it.</summary>
    public override string ToString() => $"{(Ctrl ? "Ctrl+" : "")}{(Shift ? "Shift+" : "")}{(Alt ? "Alt+" : "")}{NameOf.GetValueOrDefault(Key, "?")}";

    // By the names of the package, which write digits as _1 and arrows as UpArrow; keys that only modify others are left out.
    private static IEnumerable<(string Name, ImGuiKey Key)> Names() => Enum.GetValues<ImGuiKey>().Distinct()
        .Where(key => key is >= ImGuiKey.Tab and <= ImGuiKey.KeypadEqual and not (>= ImGuiKey.LeftCtrl and <= ImGuiKey.RightSuper))
        .Select(key => (Name(key), key));

    private static string Name(ImGuiKey key) => key switch
    {
        ImGuiKey.Tab => "Tab",
        ImGuiKey.LeftBracket => "[",
        ImGuiKey.RightBracket => "]",
        ImGuiKey.Comma => ",",
        ImGuiKey.Period => ".",
        ImGuiKey.Semicolon => ";",
        ImGuiKey.Apostrophe => "'",
        ImGuiKey.GraveAccent => "`",
        ImGuiKey.Slash => "/",
        ImGuiKey.Backslash => "\\",
        ImGuiKey.Equal => "=",
        ImGuiKey.Minus => "-",
        >= ImGuiKey._0 and <= ImGuiKey._9 => $"{key - ImGuiKey._0}",
        ImGuiKey.LeftArrow or ImGuiKey.RightArrow or ImGuiKey.UpArrow or ImGuiKey.DownArrow => key.ToString()[..^5],
        _ => key.ToString(),
    };
}
