using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Scope;

/// <summary>Finds the phases that a parameter lists.</summary>
internal static class PhaseChoice
{
    /// <summary>The labels of the phases in <paramref name="text"/>, separated by commas, each once; all of them when it is empty.</summary>
    /// <exception cref="UserException">There is no such phase.</exception>
    public static IReadOnlyList<int> List(PhaseTable phases, string text)
    {
        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length == 0 ? [.. Enumerable.Range(0, phases.Count)] : [.. names.Select(phases.Find).Distinct()];
    }
}
