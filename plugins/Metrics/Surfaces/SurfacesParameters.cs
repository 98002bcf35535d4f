using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>The parameters of measure.surfaces.</summary>
internal sealed record SurfacesParameters : MeasureParameters
{
    [Parameter("Exclude", PhasesOf = "in", ManyPhases = true, Help = "Phases to leave out, by name or file value, separated by commas: their faces are no surface.")]
    public string Exclude { get; init; } = "";

    [Parameter("Smoothing", Unit = "voxel", Min = 0.1, Max = 10, Help = "Standard deviation of the Gaussian of the methods that smooth, along each axis.")]
    public double Smoothing { get; init; } = 0.8;

    [Parameter("Smoothing radius", Unit = "voxel", Min = 1, Max = 30, Help = "Voxels to each side at which the Gaussian is cut off.")]
    public int SmoothingRadius { get; init; } = 1;

    [Parameter("Outer boundary", Help = "Counts what lies at the faces of the volume, or at voxels without a label, as surface too: for a body that ends there, not a sample of a material.")]
    public bool OuterBoundary { get; init; }

    [Parameter("Interfaces as a layer", Help = "Makes a labels layer of the voxels at each interface, with a phase for every pair and one for the triple lines.")]
    public bool InterfaceLayer { get; init; }
}
