using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Thickness;

/// <summary>The parameters of measure.distance and measure.thickness.</summary>
internal sealed record SizeParameters : MeasureParameters
{
    [Parameter("Phase", PhasesOf = "in", ManyPhases = true, Help = "Phases to measure, by name or file value, separated by commas; all when empty.")]
    public string Phase { get; init; } = "";

    [Parameter("Exclude", PhasesOf = "in", ManyPhases = true, Help = "Phases to leave out as if the volume ended there, by name or file value, separated by commas.")]
    public string Exclude { get; init; } = "";

    [Parameter("Faces end phases", Help = "Takes what lies beyond the volume's faces, and unlabelled voxels, for another phase. Otherwise distances and spheres reach beyond them.")]
    public bool FacesEnd { get; init; }
}
