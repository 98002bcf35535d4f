using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Live;

/// <summary>The parameters of the live segmenter live-cnn.</summary>
internal sealed record LiveCnnParameters
{
    [Parameter("Network", ChoicesFrom = typeof(INetwork), Help = "The architecture that learns; a small one, since it learns while you wait.")]
    public string Network { get; init; } = "lrcs-net";

    [Parameter("Network options", Help = "For example kernels=8,kernel-size=3; those left out have their defaults.")]
    public string NetworkOptions { get; init; } = "kernels=8";

    [Parameter("Steps per stroke", Min = 1, Max = 500, Help = "Steps of learning before the picture is drawn anew.")]
    public int StepsPerStroke { get; init; } = 10;

    [Parameter("Steps in pauses", Min = 0, Max = 100_000, Help = "Steps that are learnt on while you look at the result, until the next stroke. 0 learns after strokes only.")]
    public int StepsInPauses { get; init; } = 300;

    [Parameter("Patch size", Unit = "voxel", Min = 16, Max = 512, Help = "Edge of the patches around labelled voxels that it learns from.")]
    public int PatchSize { get; init; } = 64;

    [Parameter("Batch size", Min = 1, Max = 64, Help = "Patches of one step.")]
    public int BatchSize { get; init; } = 4;

    [Parameter("Learning rate", Min = 1e-6, Max = 1, Help = "Of Adam.")]
    public double LearningRate { get; init; } = 0.005;

    [Parameter("Seed", Help = "Of the first weights and of the patches.")]
    public int Seed { get; init; } = 1;

    [Parameter("Device", Help = "Where to compute.")]
    public ComputeDevice Device { get; init; } = ComputeDevice.Auto;
}
