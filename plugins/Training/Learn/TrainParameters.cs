using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>The parameters of train.network.</summary>
internal sealed record TrainParameters
{
    [Parameter("Network", ChoicesFrom = typeof(INetwork), Help = "The architecture.")]
    public string Network { get; init; } = "lrcs-net";

    [Parameter("Network options", Help = "Options of the network where they differ from its defaults, such as kernels=32,kernel-size=5.")]
    public string NetworkOptions { get; init; } = "";

    [Parameter("Labels", IsPath = true,
        Help = "A label volume of the same shape, when the input is one grey volume; empty for a folder of slices with labels.")]
    public string Labels { get; init; } = "";

    [Parameter("First slice", Min = 0, Help = "First slice to use of a labelled volume.")]
    public int FirstSlice { get; init; }

    [Parameter("Last slice", Min = -1, Help = "Last slice to use of a labelled volume; −1 for its last.")]
    public int LastSlice { get; init; } = -1;

    [Parameter("Slices", Help = "Names of the slices to train on, such as 1,100 or 0-50; empty for all.")]
    public string Slices { get; init; } = "";

    [Parameter("Validation slices", Help = "Names of slices to hold back for validation; empty holds back the bottom of every slice.")]
    public string Validation { get; init; } = "";

    [Parameter("Hold back", Min = 0, Max = 0.5,
        Help = "Share of every slice, at its bottom, that is held back when no validation slices are named; 0 trains on everything, and judges by it.")]
    public double HoldBack { get; init; } = 0.1;

    [Parameter("Phase names", Help = "Names of the phases by ascending label value, separated by commas.")]
    public string PhaseNames { get; init; } = "";

    [Parameter("Unlabelled value", Help = "The value of voxels that nobody labelled, which then teach nothing; empty when all are labelled.")]
    public int? Unlabelled { get; init; }

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

    [Parameter("Augment", Help = "Flips and quarter turns, changes of brightness and contrast, and noise.")]
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
