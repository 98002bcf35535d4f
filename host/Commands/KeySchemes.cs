using System.Collections.Frozen;

namespace VolumeViewer.Host.Commands;

/// <summary>The keys of commands in each scheme.</summary>
internal static class KeySchemes
{
    // Of the labels layer and the viewer of napari; as digits take tools there, phases and layouts are reached by digits with another key held.
    private static readonly FrozenDictionary<string, KeyChord[]> Napari = new (string Id, string[] Keys)[]
    {
        ("paint.eraser", ["1", "E"]),
        ("paint.brush", ["2", "P"]),
        ("paint.polygon", ["3", "G"]),
        ("paint.fill", ["4", "F"]),
        ("paint.pick", ["5", "L"]),
        ("paint.navigate", ["6", "Z", "N"]),
        ("paint.preserve", ["B"]),
        ("layer.remove", ["Delete", "Ctrl+Delete", "Ctrl+Backspace"]),
        ("view.show-all", ["Ctrl+R", "Home", "R"]),
        ("help.keys", ["F1", "Ctrl+Alt+Slash"]),
        ("view.four-up", ["Ctrl+1"]),
        ("view.volume", ["Ctrl+2"]),
        ("view.slice-z", ["Ctrl+3"]),
        ("view.slice-y", ["Ctrl+4"]),
        ("view.slice-x", ["Ctrl+5"]),
        ("view.oblique", ["Ctrl+6"]),
    }.Concat(Enumerable.Range(1, 9).Select(phase => ($"paint.phase-{phase}", (string[])[$"Alt+{phase}"])))
    .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2.Select(KeyChord.Parse).ToArray());

    // Of the points layer of napari, which has other tools at the same keys.
    private static readonly FrozenDictionary<string, KeyChord[]> NapariPoints = new (string Id, string[] Keys)[]
    {
        ("points.remove", ["1", "Delete"]),
        ("points.add", ["2", "P"]),
        ("points.select", ["3"]),
        ("paint.navigate", ["4"]),
    }.ToFrozenDictionary(pair => pair.Id, pair => pair.Keys.Select(KeyChord.Parse).ToArray());

    /// <summary>The commands that have other keys than their own in some scheme.</summary>
    public static IEnumerable<string> Changed => Napari.Keys;

    /// <summary>The keys of a command, as long as the user has not chosen others.</summary>
    public static IReadOnlyList<KeyChord> KeysOf(AppCommand command, KeyScheme scheme) =>
        scheme == KeyScheme.Napari && Napari.TryGetValue(command.Id, out var keys) ? keys : command.Keys;

    /// <summary>The keys that a command has beside these while a layer of points is worked on.</summary>
    public static IReadOnlyList<KeyChord> PointsKeysOf(AppCommand command, KeyScheme scheme) =>
        scheme == KeyScheme.Napari && NapariPoints.TryGetValue(command.Id, out var keys) ? keys : [];
}
