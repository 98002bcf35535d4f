using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>The parameters of measure.errors.</summary>
internal sealed record ErrorsParameters : MeasureParameters
{
    [Parameter("Match phases",
        Help = "How the phases of the two volumes are paired: auto goes by file values if both have the same, else by names if both have the same.")]
    public PhaseMatching Match { get; init; } = PhaseMatching.Auto;

    [Parameter("Border", Unit = "voxel", Min = 0, Max = 64,
        Help = "An error is one of the border if another phase of the reference is within so many voxels along every axis.")]
    public int Border { get; init; } = 1;

    [Parameter("Found share", Min = 0.01, Max = 1, Help = "Share of an object's voxels that must have its phase in the other volume for it to count as found.")]
    public double FoundShare { get; init; } = 0.5;

    [Parameter("Smallest object", Unit = "voxel", Min = 1, Max = 1e9,
        Help = "Smaller ones are no objects: their errors count as border or extent.")]
    public int SmallestObject { get; init; } = 8;
}
