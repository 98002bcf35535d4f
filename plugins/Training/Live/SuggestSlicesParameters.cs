using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Live;

/// <summary>The parameters of suggest.slices.</summary>
internal sealed record SuggestSlicesParameters
{
    [Parameter("Model", IsPath = true, Help = "The run folder of a training, whose network looks at the slices. Without one a small network learns from the strokes first.")]
    public string Model { get; init; } = "";

    [Parameter("Weights", Help = "Those of the last epoch, or of the one that was best by the regions held back.")]
    public WeightsChoice Weights { get; init; } = WeightsChoice.Last;

    [Parameter("Labelled slices", Help = "Slices that are labelled already, such as 1,100; besides those with strokes.")]
    public IReadOnlyList<double> LabelledSlices { get; init; } = [];

    [Parameter("Count", Min = 1, Max = 1000, Help = "How many slices to suggest.")]
    public int Count { get; init; } = 8;

    [Parameter("Samples", Min = 1, Max = 100_000, Help = "How many slices to look at, spread over the volume.")]
    public int Samples { get; init; } = 64;

    [Parameter("Options", Help = "Without a model: parameters of live-cnn, such as steps-in-pauses=500.")]
    public string Options { get; init; } = "";

    [Parameter("Device", Help = "Where to compute.")]
    public ComputeDevice Device { get; init; } = ComputeDevice.Auto;
}
