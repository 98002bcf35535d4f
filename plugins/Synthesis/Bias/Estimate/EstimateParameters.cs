using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Estimate;

/// <summary>What the labels are compared with.</summary>
internal enum ReferenceKind
{
    /// <summary>The truth, or what is taken for it: all differences are the annotator's.</summary>
    Truth,

    /// <summary>Another annotator, of the same kind: differences are those of two.</summary>
    Annotator,
}

/// <summary>The parameters of measure.annotators.</summary>
internal sealed record EstimateParameters
{
    [Parameter("Reference is", Help = "The truth, so that all differences are the annotator's; or another annotator, so that both have a part in them.")]
    public ReferenceKind ReferenceIs { get; init; } = ReferenceKind.Truth;

    [Parameter("Farthest", Unit = "voxel", Min = 2, Max = 50, Help = "How far a boundary is looked for. What lies farther is no shift, but a missed object or a swapped phase.")]
    public double Farthest { get; init; } = 6;

    [Parameter("Missed below", Unit = "voxel", Min = 1, Max = int.MaxValue, Help = "Objects of a slice with fewer voxels are small.")]
    public int MissedBelow { get; init; } = 30;

    [Parameter("Found share", Min = 0.01, Max = 1, Help = "Share of an object's voxels that must have its phase in the other labels; with less it is missed.")]
    public double FoundShare { get; init; } = 0.3;
}
