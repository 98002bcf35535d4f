using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>The parameters of predict.network.</summary>
internal sealed record PredictParameters
{
    [Parameter("Model", IsPath = true, Help = "The run folder of a training.")]
    public string Model { get; init; } = "";

    [Parameter("Weights", Help = "Those of the last epoch, or of the one that was best by the regions held back, which a small region tells only roughly.")]
    public WeightsChoice Weights { get; init; } = WeightsChoice.Last;

    [Parameter("Probabilities", Help = "Also give the probability of each phase, as an image from 0 to 255.")]
    public bool Probabilities { get; init; }

    [Parameter("Patch size", Unit = "voxel", Min = 0, Max = 16384,
        Help = "Edge of the patches that large slices are cut into; 0 to choose. The labels do not depend on it.")]
    public int PatchSize { get; init; }

    [Parameter("Device", Help = "Where to compute.")]
    public ComputeDevice Device { get; init; } = ComputeDevice.Auto;
}
