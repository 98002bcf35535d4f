using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Connectivity;

/// <summary>How the components of one phase hang together.</summary>
internal sealed class PhaseConnectivity
{
    private static readonly Axis[] Axes = Enum.GetValues<Axis>();

    private readonly long[,] _reach = new long[Axes.Length, Enum.GetValues<Reach>().Length];

    /// <summary>Measures a phase of a volume that ends at its faces.</summary>
    /// <param name="components">Of the volume.</param>
    /// <param name="phase">The phase.</param>
    public PhaseConnectivity(Components components, int phase) : this(components, phase, ComponentGroups.Apart(components), _ => null) { }

    /// <summary>Measures a phase of a volume that may repeat at its faces.</summary>
    /// <param name="components">Of the volume.</param>
    /// <param name="phase">The phase.</param>
    /// <param name="whole">What belongs together for numbers and sizes.</param>
    /// <param name="sides">What belongs together for what percolates along an axis; null for the same.</param>
    public PhaseConnectivity(Components components, int phase, ComponentGroups whole, Func<Axis, ComponentGroups?> sides)
    {
        var groups = Gather(components, phase, whole);
        Sizes = [.. groups.Values.Select(group => group.Voxels).Order()];
        Voxels = Sizes.Sum();
        Enclosed = groups.Values.Where(group => group.Touches == BoxSides.None).Sum(group => group.Voxels);
        foreach (var axis in Axes)
        {
            foreach (var (voxels, touches) in (sides(axis) is { } joined ? Gather(components, phase, joined) : groups).Values)
                _reach[(int)axis, (int)touches.Along(axis)] += voxels;
        }
    }

    /// <summary>Voxels of the phase.</summary>
    public long Voxels { get; }

    /// <summary>Voxels of the phase in components that touch no side of the volume.</summary>
    public long Enclosed { get; }

    /// <summary>Voxels of each component, ascending.</summary>
    public IReadOnlyList<long> Sizes { get; }

    /// <summary>Voxels of the largest component.</summary>
    public long Largest => Sizes.Count > 0 ? Sizes[^1] : 0;

    /// <summary>Voxels of the phase in components that stand like this to the sides across an axis.</summary>
    public long Of(Axis axis, Reach reach) => _reach[(int)axis, (int)reach];

    private static Dictionary<int, (long Voxels, BoxSides Touches)> Gather(Components components, int phase, ComponentGroups groups)
    {
        var gathered = new Dictionary<int, (long Voxels, BoxSides Touches)>();
        for (var i = 0; i < components.Count; i++)
        {
            if (components.Labels[i] != phase)
                continue;
            var group = groups.Of(i);
            var (voxels, touches) = gathered.GetValueOrDefault(group);
            gathered[group] = (voxels + components.Voxels[i], touches | components.Touches[i]);
        }
        return gathered;
    }
}
