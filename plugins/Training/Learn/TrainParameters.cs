using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>The parameters of train.network.</summary>
internal sealed record TrainParameters : DataParameters
{
    [Parameter("Network", ChoicesFrom = typeof(INetwork), Help = "The architecture.")]
    public string Network { get; init; } = "lrcs-net";

    [Parameter("Network options", Help = "Options of the network where they differ from its defaults, such as kernels=32,kernel-size=5.")]
    public string NetworkOptions { get; init; } = "";

    [Parameter("Neighbours", Min = 0, Max = 32, Help = "Slices on either side that a network for slices is shown as further channels (2.5-D); 0 for the slice alone.")]
    public int Neighbours { get; init; }

    [Parameter("Patch depth", Unit = "voxel", Min = 1, Max = 1024, Help = "Slices in a patch, for networks that work on volumes; others do not use it.")]
    public int PatchDepth { get; init; } = 16;

    [Parameter("Share of rare phases", Min = 0, Max = 0.9, Help = "Share of the patches that lie around voxels of phases drawn evenly, so that rare phases "
        + "are seen as often as common ones; the others cover everything that is labelled. 0 for none.")]
    public double RarePhaseShare { get; init; }

    [Parameter("Class weights", Help = "How much the phases count in the loss: none for all alike, balanced for the rarer the more, or a number per phase, such as 1,4,2.")]
    public string ClassWeights { get; init; } = ClassWeighting.None;

    [Parameter("Augmentation", Help = "How patches are changed so that no two are alike: none; basic: flips, quarter turns, brightness, contrast, noise; "
        + "full: also any angle, scale, elastic deformation, blur, gamma, low resolution, grey drift and rings, each with a chance of its own.")]
    public AugmentationKind Augmentation { get; init; } = AugmentationKind.Basic;

    [Parameter("Augmentation options", Help = "Where the full augmentation differs from its defaults, such as rotation=0.5,rotation-degrees=15,elastic=0.")]
    public string AugmentationOptions { get; init; } = "";

    [Parameter("Epochs", Min = 1, Max = 1_000_000, Help = "How often to go through the slices. An epoch covers every slice evenly, and has 40 steps at least.")]
    public int Epochs { get; init; } = 20;

    [Parameter("Steps per epoch", Min = 0, Max = 1_000_000, Help = "Steps in an epoch; 0 for as many as cover every slice.")]
    public int StepsPerEpoch { get; init; }

    [Parameter("Steps", Min = 0, Max = 100_000_000, Help = "Steps in all, in place of the number of epochs; 0 to go by epochs.")]
    public int Steps { get; init; }

    [Parameter("Batch size", Min = 1, Max = 4096, Help = "Patches in a step.")]
    public int BatchSize { get; init; } = 8;

    [Parameter("Patch size", Unit = "voxel", Min = 8, Max = 4096, Help = "Edge of the square patches.")]
    public int PatchSize { get; init; } = 128;

    [Parameter("Learning rate", Min = 1e-9, Max = 10, Help = "Step size of Adam at the start.")]
    public double LearningRate { get; init; } = 1e-3;

    [Parameter("Schedule", Help = "How the learning rate falls.")]
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Polynomial;

    [Parameter("Loss", Help = "What is made small: cross-entropy, 1 − Dice averaged over the phases, or the sum of the two.")]
    public LossKind Loss { get; init; } = LossKind.CrossEntropy;

    [Parameter("Augment", Help = "Whether patches are changed as said under augmentation; no is the same as none there.")]
    public bool Augment { get; init; } = true;

    [Parameter("Normalisation", Help = "How grey values are made comparable; kept with the model and used again at prediction.")]
    public NormalisationKind Normalisation { get; init; } = NormalisationKind.SliceZScore;

    [Parameter("Seed", Min = 0, Help = "Equal seeds give equal weights on the same machine.")]
    public int Seed { get; init; } = 1;

    [Parameter("Device", Help = "Where to compute.")]
    public ComputeDevice Device { get; init; } = ComputeDevice.Auto;

    [Parameter("Resume", Help = "Go on with an interrupted run in the output folder.")]
    public bool Resume { get; init; }
}
