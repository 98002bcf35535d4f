using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Preview;

/// <summary>The parameters of preview.augmentation: what train.network is given, as far as it matters for what a network sees.</summary>
internal sealed record PreviewParameters : DataParameters
{
    [Parameter("Network", ChoicesFrom = typeof(INetwork), Help = "The architecture; it says whether patches are squares or blocks.")]
    public string Network { get; init; } = "lrcs-net";

    [Parameter("Network options", Help = "Options of the network where they differ from its defaults.")]
    public string NetworkOptions { get; init; } = "";

    [Parameter("Neighbours", Min = 0, Max = 32, Help = "Slices on either side that a network for slices is shown as further channels; the middle one is drawn.")]
    public int Neighbours { get; init; }

    [Parameter("Patch depth", Unit = "voxel", Min = 1, Max = 1024, Help = "Slices in a patch, for networks that work on volumes; the middle one is drawn.")]
    public int PatchDepth { get; init; } = 16;

    [Parameter("Patch size", Unit = "voxel", Min = 8, Max = 4096, Help = "Edge of the square patches.")]
    public int PatchSize { get; init; } = 128;

    [Parameter("Share of rare phases", Min = 0, Max = 0.9, Help = "Share of the patches that lie around voxels of phases drawn evenly.")]
    public double RarePhaseShare { get; init; }

    [Parameter("Augmentation", Help = "How patches are changed.")]
    public AugmentationKind Augmentation { get; init; } = AugmentationKind.Full;

    [Parameter("Augmentation options", Help = "Where the full augmentation differs from its defaults, such as rotation=0.5,rotation-degrees=15,elastic=0.")]
    public string AugmentationOptions { get; init; } = "";

    [Parameter("Normalisation", Help = "How grey values are made comparable.")]
    public NormalisationKind Normalisation { get; init; } = NormalisationKind.SliceZScore;

    [Parameter("Patches", Min = 1, Max = 64, Help = "How many patches to show.")]
    public int Patches { get; init; } = 4;

    [Parameter("Variants", Min = 1, Max = 64, Help = "How often to show each of them changed.")]
    public int Variants { get; init; } = 8;

    [Parameter("Seed", Min = 0, Help = "Another seed shows other patches and changes.")]
    public int Seed { get; init; } = 1;
}
