using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>The grey of each phase in a perfect image.</summary>
internal static class PhaseGreys
{
    private const double Binder = 0.3;

    private static readonly string[] Empty = ["pore", "void", "air", "electrolyte"];

    private static readonly string[] Binders = ["binder", "carbon", "cbd"];

    /// <summary>The greys that were asked for, or usual ones by the phases' names.</summary>
    /// <exception cref="UserException">There is another number of greys than of phases.</exception>
    public static double[] For(PhaseTable phases, IReadOnlyList<double> asked)
    {
        if (asked.Count == phases.Count)
            return [.. asked];
        if (asked.Count > 0)
        {
            throw new UserException($"--greys: there are {asked.Count} values, but {phases.Count} phases ({string.Join(", ", phases.Select(phase => phase.Name))}). "
                + "Give one for each, or none.");
        }
        if (!phases.Any(phase => Is(phase, Empty)))
            return [.. Enumerable.Range(0, phases.Count).Select(label => phases.Count == 1 ? 1 : label / (phases.Count - 1.0))];
        return [.. phases.Select(phase => Is(phase, Empty) ? 0 : Is(phase, Binders) ? Binder : 1)];
    }

    private static bool Is(Phase phase, string[] names) => names.Any(name => phase.Name.Contains(name, StringComparison.OrdinalIgnoreCase));
}
