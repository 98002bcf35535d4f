namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Steady transport through a volume, for a concentration that drops by 1 along it.</summary>
internal sealed class TransportSolution
{
    /// <summary>Mean conductivity of the measured voxels: for one phase of conductivity 1 its volume fraction.</summary>
    public required double MeanConductivity { get; init; }

    /// <summary>Share of the measured voxels that conduct.</summary>
    public required double Fraction { get; init; }

    /// <summary>Share of the conducting voxels through which something can flow.</summary>
    public required double ThroughShare { get; init; }

    /// <summary>Effective conductivity or diffusivity, in units of the given ones; 0 if no way leads through.</summary>
    public double Effective { get; init; }

    /// <summary>Tortuosity factor: <see cref="MeanConductivity"/> over <see cref="Effective"/>; ∞ if no way leads through.</summary>
    public double Tortuosity => Effective > 0 ? MeanConductivity / Effective : double.PositiveInfinity;

    /// <summary>Whether something can flow from end to end.</summary>
    public bool Percolates => ThroughShare > 0;

    /// <summary>Whether the fluxes through all planes agree to the tolerance.</summary>
    public bool Converged { get; init; } = true;

    /// <summary>Steps of conjugate gradients.</summary>
    public int Iterations { get; init; }

    /// <summary>Norm of the residual over that at the start.</summary>
    public double Residual { get; init; }

    /// <summary>Greatest difference between the fluxes through two planes, over their mean.</summary>
    public double Spread { get; init; }

    /// <summary>Wall time.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Flux through the faces before each plane and after the last, per area of the measured cross-section, in units of the straight flux of conductivity 1.</summary>
    public IReadOnlyList<double> PlaneFlux { get; init; } = [];

    /// <summary>Concentration and flux of each voxel; null if nothing flows or they were not asked for.</summary>
    public ITransportFields? Fields { get; init; }
}
