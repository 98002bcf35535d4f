namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>Numbers the pairs of phases: (0, 1), (0, 2) … (1, 2) …</summary>
internal static class PhasePairs
{
    /// <summary>How many there are.</summary>
    public static int Count(int phases) => phases * (phases - 1) / 2;

    /// <summary>The place of the pair of two different phases, in either order.</summary>
    public static int Index(int first, int second, int phases)
    {
        var (low, high) = first < second ? (first, second) : (second, first);
        return (low * ((2 * phases) - low - 1) / 2) + high - low - 1;
    }

    /// <summary>All pairs, in their order.</summary>
    public static IEnumerable<(int First, int Second)> All(int phases) =>
        from first in Enumerable.Range(0, phases) from second in Enumerable.Range(first + 1, phases - first - 1) select (first, second);
}
