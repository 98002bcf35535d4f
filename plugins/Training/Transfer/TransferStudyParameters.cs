using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Transfer;

/// <summary>The parameters of study.transfer.</summary>
internal sealed record TransferStudyParameters
{
    [Parameter("Source", IsPath = true, Help = "A run to start from; empty to train one first, on the source slices.")]
    public string Source { get; init; } = "";

    [Parameter("Source data", IsPath = true, Help = "The folder of the source slices; empty for that of the target's.")]
    public string SourceData { get; init; } = "";

    [Parameter("Source slices", Help = "Names of the slices to train the source on, such as 1,100,300; empty for all of its folder.")]
    public string SourceSlices { get; init; } = "";

    [Parameter("Training slices", Help = "Names of the target's slices to learn from; with n labelled slices, the first n are used.")]
    public string TrainingSlices { get; init; } = "";

    [Parameter("Test slices", Help = "Names of the target's slices to judge by.")]
    public string TestSlices { get; init; } = "";

    [Parameter("Counts", Help = "Numbers of labelled slices to try; empty for 1, 2, 4 … up to all training slices.")]
    public IReadOnlyList<double> Counts { get; init; } = [];

    [Parameter("Seeds", Help = "Every training is repeated with each of these seeds.")]
    public IReadOnlyList<double> Seeds { get; init; } = [1, 2, 3];

    [Parameter("Source steps", Min = 1, Max = 100_000_000, Help = "Steps of training the source.")]
    public int SourceSteps { get; init; } = 1500;

    [Parameter("Steps", Min = 1, Max = 100_000_000, Help = "Steps of every training on the target, from scratch and by transfer.")]
    public int Steps { get; init; } = 200;

    [Parameter("Learning rate", Min = 1e-9, Max = 10, Help = "Of the source, and of training from scratch.")]
    public double LearningRate { get; init; } = 1e-3;

    [Parameter("Transfer learning rate", Min = 0, Max = 10, Help = "Of training by transfer; 0 for the same.")]
    public double TransferLearningRate { get; init; }

    [Parameter("Restore", Help = "Stages to take from the source, such as encoder*; empty for all that fit.")]
    public string Restore { get; init; } = "";

    [Parameter("Freeze", Help = "Stages that keep the source's weights, such as encoder*; empty for none.")]
    public string Freeze { get; init; } = "";

    [Parameter("Network", ChoicesFrom = typeof(INetwork), Help = "The architecture.")]
    public string Network { get; init; } = "lrcs-net";

    [Parameter("Network options", Help = "Options of the network where they differ from its defaults, such as kernels=32,kernel-size=5.")]
    public string NetworkOptions { get; init; } = "";

    [Parameter("Batch size", Min = 1, Max = 4096, Help = "Patches in a step.")]
    public int BatchSize { get; init; } = 8;

    [Parameter("Patch size", Unit = "voxel", Min = 8, Max = 4096, Help = "Edge of the square patches.")]
    public int PatchSize { get; init; } = 128;

    [Parameter("Schedule", Help = "How the learning rate falls.")]
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Polynomial;

    [Parameter("Loss", Help = "What is made small.")]
    public LossKind Loss { get; init; } = LossKind.CrossEntropy;

    [Parameter("Normalisation", Help = "How grey values are made comparable.")]
    public NormalisationKind Normalisation { get; init; } = NormalisationKind.SliceZScore;

    [Parameter("Phase names", Help = "Names of the phases by ascending label value, separated by commas.")]
    public string PhaseNames { get; init; } = "";

    [Parameter("Device", Help = "Where to compute.")]
    public ComputeDevice Device { get; init; } = ComputeDevice.Auto;
}
