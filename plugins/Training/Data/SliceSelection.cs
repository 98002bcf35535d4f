using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>A choice of slices by name, such as "1,100" or "0-50": names, and ranges of numbers.</summary>
internal sealed class SliceSelection
{
    private readonly string _parameter;
    private readonly string[] _entries;

    /// <param name="parameter">The parameter it was given as, for messages.</param>
    /// <param name="text">The choice; empty for all.</param>
    internal SliceSelection(string parameter, string text)
    {
        _parameter = parameter;
        _entries = text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Whether nothing was chosen in particular.</summary>
    internal bool IsEmpty => _entries.Length == 0;

    /// <summary>Whether a slice of this name was chosen.</summary>
    internal bool Contains(string name) => Array.Exists(_entries, entry => Matches(entry, name));

    /// <exception cref="UserException">An entry fits no slice; lists what there is.</exception>
    internal void CheckAgainst(IReadOnlyList<string> names)
    {
        foreach (var entry in _entries)
        {
            if (!names.Any(name => Matches(entry, name)))
                throw new UserException($"--{_parameter}: there is no labelled slice '{entry}'; there are: {Shorten(names)}.");
        }
    }

    private static bool Matches(string entry, string name) =>
        string.Equals(entry, name, StringComparison.OrdinalIgnoreCase)
        || (entry.Split('-') is [var first, var last] && long.TryParse(first, out var from) && long.TryParse(last, out var to)
            && long.TryParse(name, out var number) && number >= from && number <= to);

    private static string Shorten(IReadOnlyList<string> names) =>
        names.Count <= 20 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(10))}, … {names[^1]} ({names.Count} in all)";
}
