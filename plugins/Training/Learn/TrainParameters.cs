using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Predict;
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

    [Parameter("Learning rate", Min = 1e-9, Max = 10, Help = "Step size at the start.")]
    public double LearningRate { get; init; } = 1e-3;

    [Parameter("Schedule", Help = "How the learning rate falls.")]
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Polynomial;

    [Parameter("Loss", Help = "What is made small: cross-entropy, 1 − Dice averaged over the phases, the sum of the two, focal cross-entropy, or SegmentPy's Dice of all phases in one.")]
    public LossKind Loss { get; init; } = LossKind.CrossEntropy;

    [Parameter("Optimiser", Help = "How weights follow their gradients.")]
    public OptimiserKind Optimiser { get; init; } = OptimiserKind.Adam;

    [Parameter("Weight decay", Min = 0, Max = 1, Help = "Pull of all weights towards zero.")]
    public double WeightDecay { get; init; }

    [Parameter("Momentum", Min = 0.01, Max = 0.9999, Help = "Of sgd-nesterov; others do not use it.")]
    public double Momentum { get; init; } = 0.99;

    [Parameter("Clip gradients", Min = 0, Max = 1e6, Help = "Greatest norm of all gradients together, to which longer ones are shortened; 0 for any.")]
    public double ClipGradients { get; init; }

    [Parameter("Warm-up steps", Min = 0, Max = 100_000_000, Help = "Steps at the beginning over which the learning rate rises evenly.")]
    public int WarmUpSteps { get; init; }

    [Parameter("Decay factor", Min = 1e-6, Max = 1, Help = "By which the schedules step and plateau lower the learning rate.")]
    public double DecayFactor { get; init; } = 0.1;

    [Parameter("Decay period", Unit = "epochs", Min = 0, Max = 1e6,
        Help = "How often the schedule step lowers it; parts of an epoch count. 0 to do so after 60 % of the steps and again after 85 %.")]
    public double DecayPeriod { get; init; }

    [Parameter("Decay rate", Min = 0, Max = 10, Help = "k of exp(−k·step), by which the schedule exponential lowers it; 0 to come to a hundredth at the end.")]
    public double DecayRate { get; init; }

    [Parameter("Plateau patience", Unit = "epochs", Min = 1, Max = 1e6, Help = "Epochs without a better one, after which the schedule plateau lowers it.")]
    public int PlateauPatience { get; init; } = 5;

    [Parameter("Patience", Unit = "epochs", Min = 0, Max = 1e6, Help = "Epochs without a better one, after which training ends early; 0 to train to the end.")]
    public int Patience { get; init; }

    [Parameter("Best by", Help = "What the best epoch is chosen by, in what was held back; plateau and patience go by it too.")]
    public BestBy BestBy { get; init; } = BestBy.MeanIou;

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

    [Parameter("Checkpoint minutes", Unit = "min", Min = 0, Max = 10_000, Help = "How often to save within long epochs; 0 for at the end of each only.")]
    public double CheckpointMinutes { get; init; } = 5;

    [Parameter("Test slices", Help = "Names of slices that are neither learned from nor judged by, but labelled after training, to tell how good it is.")]
    public string TestSlices { get; init; } = "";

    [Parameter("Test", IsPath = true, Help = "A folder of slices with labels to test with, in place of test slices; that of a divided folder is found by itself.")]
    public string Test { get; init; } = "";

    [Parameter("Preview", Help = "A slice whose prediction is kept after each epoch, such as 300, or electrode:12, or a box of it: 300@ROW,COLUMN,ROWS,COLUMNS.")]
    public string Preview { get; init; } = "";

    [Parameter("Start from", IsPath = true, Help = "A run whose network's weights are where this one starts; empty to start from scratch.")]
    public string StartFrom { get; init; } = "";

    [Parameter("Start weights", Help = "Which of that run's weights.")]
    public WeightsChoice StartWeights { get; init; } = WeightsChoice.Last;

    [Parameter("Restore", Help = "The stages to take from that run, such as encoder0,encoder1 or encoder*; empty for all that fit. describe.network lists them.")]
    public string Restore { get; init; } = "";

    [Parameter("Freeze", Help = "The stages that do not learn, such as encoder*.")]
    public string Freeze { get; init; } = "";

    /// <inheritdoc/>
    internal override string Excluded => TestSlices;
}
