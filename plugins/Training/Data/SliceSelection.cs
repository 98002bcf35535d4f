using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>What a slice is called in a choice of slices.</summary>
/// <param name="Volume">The name of its file or layer.</param>
/// <param name="Z">Its number therein.</param>
/// <param name="ByNumber">Whether its number alone is enough, since there is one volume in particular.</param>
internal readonly record struct SliceName(string Volume, int Z, bool ByNumber)
{
    /// <summary>The shortest name that can be given.</summary>
    public override string ToString() => ByNumber ? $"{Z}" : Volume;
}

/// <summary>A choice of slices, such as "1,100" or "0-50" or "scan:10-20": names, ranges of numbers, and slices within a named volume.</summary>
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
    internal bool Contains(SliceName name) => Array.Exists(_entries, entry => Matches(entry, name));

    /// <summary>Whether a volume of this name was chosen with all of its slices.</summary>
    internal bool ContainsAll(string volume) => Array.Exists(_entries, entry => Matches(entry, volume));

    /// <summary>Whether single slices of a volume of this name were chosen, such as "scan:10-20".</summary>
    internal bool Mentions(string volume) => Array.Exists(_entries, entry => entry.StartsWith(volume + ":", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="UserException">An entry fits no slice; lists what there is.</exception>
    internal void CheckAgainst(IReadOnlyList<SliceName> names)
    {
        foreach (var entry in _entries)
        {
            if (!names.Any(name => Matches(entry, name)))
                throw new UserException($"--{_parameter}: there is no labelled slice '{entry}'; there are: {Shorten([.. names.Select(name => $"{name}").Distinct()])}.");
        }
    }

    private static bool Matches(string entry, SliceName name) => Matches(entry, $"{name}")
        || (entry.LastIndexOf(':') is var colon and > 0
            && string.Equals(entry[..colon], name.Volume, StringComparison.OrdinalIgnoreCase) && Matches(entry[(colon + 1)..], $"{name.Z}"));

    private static bool Matches(string entry, string name) =>
        string.Equals(entry, name, StringComparison.OrdinalIgnoreCase)
        || (entry.Split('-') is [var first, var last] && long.TryParse(first, out var from) && long.TryParse(last, out var to)
            && long.TryParse(name, out var number) && number >= from && number <= to);

    private static string Shorten(IReadOnlyList<string> names) =>
        names.Count <= 20 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(10))}, … {names[^1]} ({names.Count} in all)";
}
