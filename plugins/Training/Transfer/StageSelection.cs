using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Transfer;

/// <summary>A choice of a network's stages by name, such as "encoder0,encoder1" or "encoder*".</summary>
internal sealed class StageSelection
{
    private readonly string _parameter;
    private readonly string[] _entries;

    /// <param name="parameter">The parameter it was given as, for messages.</param>
    /// <param name="text">Names, separated by commas; a star at the end stands for any ending.</param>
    internal StageSelection(string parameter, string text)
    {
        _parameter = parameter;
        _entries = text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    internal bool IsEmpty => _entries.Length == 0;

    internal bool Contains(NetworkStage stage) => Array.Exists(_entries, entry => Matches(entry, stage.Name));

    /// <summary>Whether the stage was given by its own name, not by a pattern.</summary>
    internal bool Names(NetworkStage stage) => _entries.Contains(stage.Name, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="UserException">An entry fits no stage; lists what there is.</exception>
    internal void CheckAgainst(IReadOnlyList<NetworkStage> stages)
    {
        foreach (var entry in _entries)
        {
            if (!stages.Any(stage => Matches(entry, stage.Name)))
                throw new UserException($"--{_parameter}: the network has no stage '{entry}'; it has: {string.Join(", ", stages.Select(stage => stage.Name))}.");
        }
    }

    private static bool Matches(string entry, string name) => entry.EndsWith('*')
        ? name.StartsWith(entry[..^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(entry, name, StringComparison.OrdinalIgnoreCase);
}
