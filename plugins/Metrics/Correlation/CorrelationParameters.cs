using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>The parameters of measure.correlation.</summary>
internal sealed record CorrelationParameters : MeasureParameters
{
    [Parameter("Phase", PhasesOf = "in", ManyPhases = true, Help = "Phases to measure, by name or file value, separated by commas; all when empty.")]
    public string Phase { get; init; } = "";

    [Parameter("Exclude", PhasesOf = "in", ManyPhases = true, Help = "Phases to leave out as if the volume ended there, by name or file value, separated by commas.")]
    public string Exclude { get; init; } = "";

    [Parameter("Periodic", Help = "Takes the volume to repeat at its faces; otherwise only pairs of voxels within it count.")]
    public bool Periodic { get; init; }

    [Parameter("Pairs of phases", Help = "Measures each pair of phases too: how likely a voxel is of one and another at a distance of the other.")]
    public bool Pairs { get; init; }

    [Parameter("Largest lag", Unit = "voxel", Min = 0, Max = 4096, Help = "0 is half of the shortest side, at most 128.")]
    public int MaxLag { get; init; }

    [Parameter("Target", Unit = "%", Min = 0.1, Max = 100, Help = "Interval of the volume fraction, as a share of it, for which the side of a representative cube is told.")]
    public double Target { get; init; } = 5;
}
