using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Connectivity;

/// <summary>How the components of one phase hang together.</summary>
internal sealed class PhaseConnectivity
{
    private static readonly int Axes = Enum.GetValues<Axis>().Length;

    private readonly long[,] _reach = new long[Axes, Enum.GetValues<Reach>().Length];

    /// <param name="components">Of a volume.</param>
    /// <param name="phase">The phase.</param>
    public PhaseConnectivity(Components components, int phase)
    {
        var sizes = new List<long>();
        for (var i = 0; i < components.Count; i++)
        {
            if (components.Labels[i] != phase)
                continue;
            var (voxels, touches) = (components.Voxels[i], components.Touches[i]);
            sizes.Add(voxels);
            Voxels += voxels;
            if (touches == BoxSides.None)
                Enclosed += voxels;
            foreach (var axis in Enum.GetValues<Axis>())
                _reach[(int)axis, (int)touches.Along(axis)] += voxels;
        }
        sizes.Sort();
        Sizes = sizes;
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
}
