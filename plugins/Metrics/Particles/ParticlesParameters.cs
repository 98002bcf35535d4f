using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Particles;

/// <summary>The parameters of measure.particles.</summary>
internal sealed record ParticlesParameters : MeasureParameters
{
    [Parameter("Phase", PhasesOf = "in", Help = "The phase to split into particles, by name or file value.")]
    public string Phase { get; init; } = "";

    [Parameter("Exclude", PhasesOf = "in", ManyPhases = true, Help = "Phases to leave out as if the volume ended there, by name or file value, separated by commas.")]
    public string Exclude { get; init; } = "";

    [Parameter("Least depth", Unit = "voxel", Min = 0, Max = 1000,
        Help = "A particle is split where both parts are wider than the neck by this much in radius; larger values split less.")]
    public double MinDepth { get; init; } = 1;

    [Parameter("Smallest particle", Unit = "voxel", Min = 1, Max = 1e9, Help = "Particles with fewer voxels are in the layers, but in no mean and not in the table.")]
    public int Smallest { get; init; } = 64;
}
