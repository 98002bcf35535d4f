namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>How transport is solved.</summary>
internal sealed record TransportOptions
{
    /// <summary>What is at the faces of the volume.</summary>
    public TransportBoundary Boundary { get; init; } = TransportBoundary.Walls;

    /// <summary>The greatest difference between the fluxes through any two planes, over their mean, at which the solution is taken.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Steps of conjugate gradients after which it is given up.</summary>
    public int MaxIterations { get; init; } = 500;

    /// <summary>Share of a group's greatest conductance above which a neighbour joins it on the coarse levels.</summary>
    public float Strong { get; init; } = 0.1f;
}
