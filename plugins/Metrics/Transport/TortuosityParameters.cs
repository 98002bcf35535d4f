using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>The parameters of measure.tortuosity.</summary>
internal sealed record TortuosityParameters : MeasureParameters
{
    [Parameter("Phase", PhasesOf = "in", ManyPhases = true, Help = "What conducts: a phase by name or file value. Several with commas between them conduct as one. Empty: each phase by itself.")]
    public string Phase { get; init; } = "";

    [Parameter("Axis", Help = "Direction of the flux; 'all' solves along each axis, and tells how far the material is from isotropic.")]
    public TransportAxis Axis { get; init; } = TransportAxis.Z;

    [Parameter("Conductivities", Help = "Conductivity or diffusivity of each phase, in their order, as in 1,0,0.1; then all phases conduct together. Empty: 1 for the chosen phase.")]
    public IReadOnlyList<double> Conductivities { get; init; } = [];

    [Parameter("Boundary",
        Help = "Walls: no flux through the sides. Periodic sides: the sides continue at the opposite side. Periodic: the volume repeats along the flux, too.")]
    public TransportBoundary Boundary { get; init; } = TransportBoundary.Walls;

    [Parameter("Tolerance", Min = 1e-6, Max = 0.1,
        Help = "Solved when the fluxes through all planes differ by less than this share. The error of the tortuosity factor is far smaller.")]
    public double Tolerance { get; init; } = 1e-3;

    [Parameter("Interval", Help = "Also solve the eight parts of half the size, for a 95 % interval. About doubles the time.")]
    public bool Interval { get; init; } = true;

    [Parameter("Layers", Help = "Which volumes to make of each solution.")]
    public TransportLayerChoice Layers { get; init; } = TransportLayerChoice.Flux;

    [Parameter("Exclude", PhasesOf = "in", ManyPhases = true, Help = "Phases that are no part of the measured volume, by name or file value, with commas between them.")]
    public string Exclude { get; init; } = "";
}
