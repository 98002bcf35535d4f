using System.Collections.Immutable;

namespace VolumeViewer.Host.Commands;

/// <summary>Which command a key belongs to, as the commands and the settings say.</summary>
internal sealed class KeyMap
{
    private readonly Dictionary<string, IReadOnlyList<KeyChord>> _keys = [];
    private readonly Dictionary<string, IReadOnlyList<KeyChord>> _pointsKeys = [];
    private readonly Dictionary<(KeyChord Chord, KeyState State), AppCommand> _commands = [];
    private readonly List<string> _faults = [];
    private readonly KeyScheme _scheme;

    /// <param name="commands">All of them.</param>
    /// <param name="chosen">Keys by the id of a command, where they are not those of the scheme.</param>
    /// <param name="scheme">Whose keys the other commands have.</param>
    public KeyMap(IReadOnlyList<AppCommand> commands, IReadOnlyDictionary<string, ImmutableArray<string>> chosen, KeyScheme scheme = KeyScheme.Own)
    {
        _scheme = scheme;
        foreach (var id in chosen.Keys.Where(id => commands.All(command => command.Id != id)))
            _faults.Add($"The settings give keys to '{id}', which is no command. See 'settings list' for those there are.");
        // What the user chose comes first: where it takes another command's own key, that command loses it.
        foreach (var command in commands.OrderByDescending(command => chosen.ContainsKey(command.Id)))
        {
            _keys[command.Id] = [.. Chords(command, chosen).Where(chord => Take(chord, command.KeyState, command))];
            _pointsKeys[command.Id] = chosen.ContainsKey(command.Id) ? [] : [.. KeySchemes.PointsKeysOf(command, scheme).Where(chord => Take(chord, KeyState.Points, command))];
        }
    }

    /// <summary>Keys that two commands want, and keys of no command; a sentence each.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The keys and what they do now.</summary>
    /// <param name="isPainting">Whether a brush is in the hand: its commands come before others of the same keys.</param>
    /// <param name="isMeasuring">Whether something is measured: its commands come before all others of the same keys.</param>
    /// <param name="hasPoints">Whether a layer of points is worked on: its commands come before all but those.</param>
    public IEnumerable<KeyValuePair<KeyChord, AppCommand>> All(bool isPainting, bool isMeasuring = false, bool hasPoints = false)
    {
        var states = new List<KeyState> { KeyState.Always };
        if (isPainting)
            states.Add(KeyState.Painting);
        if (hasPoints)
            states.Add(KeyState.Points);
        if (isMeasuring)
            states.Add(KeyState.Measuring);
        return _commands
            .Where(pair => states.Contains(pair.Key.State) && !states.Exists(state => state > pair.Key.State && _commands.ContainsKey((pair.Key.Chord, state))))
            .Select(pair => KeyValuePair.Create(pair.Key.Chord, pair.Value));
    }

    /// <summary>The keys of a command.</summary>
    public IReadOnlyList<KeyChord> Of(AppCommand command) => _keys.GetValueOrDefault(command.Id, []);

    /// <summary>The keys that a command has beside these while a layer of points is worked on.</summary>
    public IReadOnlyList<KeyChord> WithPoints(AppCommand command) => _pointsKeys.GetValueOrDefault(command.Id, []);

    /// <summary>The keys of a command in words, "" for none.</summary>
    public string Text(AppCommand command) => string.Join(" ", new[] { string.Join(", ", Of(command)), WithPoints(command) is { Count: > 0 } more ? $"(points: {string.Join(", ", more)})" : "" }.Where(text => text.Length > 0));

    /// <summary>The first key of a command, "" for none: what a menu has room for.</summary>
    public string ShortText(AppCommand command) => Of(command) is [var first, ..] ? first.ToString() : "";

    /// <summary>A text for a tooltip with the keys behind it, if there are any.</summary>
    public string Hint(string id, string text) => Text(CommandTable.Find(id)) is { Length: > 0 } keys ? $"{text} ({keys})" : text;

    private IEnumerable<KeyChord> Chords(AppCommand command, IReadOnlyDictionary<string, ImmutableArray<string>> chosen)
    {
        if (!chosen.TryGetValue(command.Id, out var texts))
            return KeySchemes.KeysOf(command, _scheme);
        var chords = new List<KeyChord>();
        foreach (var text in texts)
        {
            if (KeyChord.TryParse(text, out var chord))
                chords.Add(chord);
            else
                _faults.Add($"The settings give '{command.Id}' the key '{text}', which is none; write it as Ctrl+Shift+P, F2, Delete, Up, 1 or Ctrl+,.");
        }
        return chords.Distinct();
    }

    private bool Take(KeyChord chord, KeyState state, AppCommand command)
    {
        if (_commands.TryAdd((chord, state), command))
            return true;
        var first = _commands[(chord, state)];
        _faults.Add($"The key {chord} is wanted by '{first.Id}' and by '{command.Id}'; '{first.Id}' has it. Set 'keys.{command.Id}' to other keys, or to none.");
        return false;
    }
}
