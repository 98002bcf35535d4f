using VolumeViewer.Plugins.Synthesis.Bias.Annotate;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>The parameters of study.annotator-bias: who labels, and how networks learn from them.</summary>
internal sealed record StudyParameters : AnnotatorParameters
{
    /// <summary>Four annotators: few enough that the study of a small volume ends within a quarter of an hour.</summary>
    public StudyParameters() => Annotators = 4;

    [Parameter("Controls", Min = 0, Max = 200, Help = "Further trainings with the labels of the first annotator and other seeds: what differs between them is due to training.")]
    public int Controls { get; init; } = 2;

    [Parameter("Network", Help = "The architecture, such as lrcs-net or u-net.")]
    public string Network { get; init; } = "lrcs-net";

    [Parameter("Network options", Help = "Options of the network where they differ from its defaults, such as kernels=32,kernel-size=5.")]
    public string NetworkOptions { get; init; } = "";

    [Parameter("Steps", Min = 1, Max = 100_000_000, Help = "Steps of each training.")]
    public int Steps { get; init; } = 300;

    [Parameter("Batch size", Min = 1, Max = 4096, Help = "Patches in a step.")]
    public int BatchSize { get; init; } = 4;

    [Parameter("Patch size", Unit = "voxel", Min = 8, Max = 4096, Help = "Edge of the square patches.")]
    public int PatchSize { get; init; } = 64;

    [Parameter("Learning rate", Min = 1e-9, Max = 10, Help = "Step size at the start.")]
    public double LearningRate { get; init; } = 1e-3;

    [Parameter("Training options", Help = "Further parameters of train.network, such as augmentation=full;loss=dice.")]
    public string TrainingOptions { get; init; } = "";

    [Parameter("Tortuosity", Help = "Whether to measure the tortuosity factors too.")]
    public bool Tortuosity { get; init; } = true;

    [Parameter("Thickness", Help = "Whether to measure the local thickness too.")]
    public bool Thickness { get; init; } = true;

    [Parameter("Robust within", Unit = "%", Min = 0, Max = 1000, Help = "A property is called robust if it lies within this of the truth, bias and two deviations together.")]
    public double RobustWithin { get; init; } = 5;

    [Parameter("Resume", Help = "Go on with a study in the output folder: what is finished is not done again.")]
    public bool Resume { get; init; }
}
