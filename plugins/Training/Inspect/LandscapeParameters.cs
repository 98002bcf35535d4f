using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>The parameters of inspect.loss-landscape.</summary>
internal sealed record LandscapeParameters : InspectParameters
{
    [Parameter("Points", Min = 3, Max = 201, Help = "Points along each of the two directions; an odd number, so that the trained network is one of them.")]
    public int Points { get; init; } = 21;

    [Parameter("Radius", Min = 1e-3, Max = 100, Help = "How far to go along a direction; at 1 each kernel has moved by its own length.")]
    public double Radius { get; init; } = 1;

    [Parameter("Patches", Min = 1, Max = 256, Help = "Labelled patches that the loss is taken of; the same for every point.")]
    public int Patches { get; init; } = 4;

    [Parameter("Patch size", Unit = "voxel", Min = 0, Max = 4096, Help = "Edge of the patches; 0 to choose: 128 in slices, 32 in volumes.")]
    public int PatchSize { get; init; }

    [Parameter("Batch norm", Help = "What batch normalisations go by: the patches themselves, as in training; or the running means, as in prediction, which fit "
        + "only the trained network, so that the loss rises more steeply around it.")]
    public BatchNormStatistics BatchNorm { get; init; } = BatchNormStatistics.Batch;

    [Parameter("Seed", Min = 0, Help = "Of the directions and the patches.")]
    public int Seed { get; init; } = 1;
}
