using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Scope;

/// <summary>Finds the phases that parameters name.</summary>
internal static class PhaseChoice
{
    /// <summary>The labels of the phases in <paramref name="text"/>, separated by commas, each once; all of them when it is empty.</summary>
    /// <exception cref="UserException">There is no such phase.</exception>
    public static IReadOnlyList<int> List(PhaseTable phases, string text)
    {
        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length == 0 ? [.. Enumerable.Range(0, phases.Count)] : [.. names.Select(phases.Find).Distinct()];
    }

    /// <summary>The label of the one phase that <paramref name="parameter"/> names.</summary>
    /// <exception cref="UserException">It is empty, or there is no such phase; the message lists those there are.</exception>
    public static int One(PhaseTable phases, string text, string parameter) => text.Trim().Length > 0 ? phases.Find(text.Trim())
        : throw new UserException($"Say which phase it is, as --{parameter}: {string.Join(", ", phases.Select(phase => $"{phase.Name} ({phase.FileValue})"))}.");
}
