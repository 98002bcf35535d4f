using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>The parameters of measure.boundary-agreement.</summary>
internal sealed record BoundaryAgreementParameters : MeasureParameters
{
    [Parameter("Match phases",
        Help = "How the phases of the two volumes are paired: auto goes by file values if both have the same, else by names if both have the same.")]
    public PhaseMatching Match { get; init; } = PhaseMatching.Auto;

    [Parameter("Exclude", PhasesOf = "in", ManyPhases = true, Help = "Phases of the labels to leave out, by name or file value, separated by commas.")]
    public string Exclude { get; init; } = "";

    [Parameter("Tolerance", Unit = "voxel", Min = 0, Max = 1000, Help = "Boundaries agree where they are no further apart than so many of the voxels' shortest edges.")]
    public double Tolerance { get; init; } = 1;

    [Parameter("In slices", Help = "Takes boundaries and distances within slices alone, for slices that were labelled one by one.")]
    public bool InSlices { get; init; }

    [Parameter("Per slice", Help = "Adds a table with the figures of every slice, with boundaries and distances within it.")]
    public bool PerSlice { get; init; }
}
