using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>What all of the inspections take.</summary>
internal abstract record InspectParameters
{
    [Parameter("Model", IsPath = true, Help = "The run folder of a training.")]
    public string Model { get; init; } = "";

    [Parameter("Weights", Help = "Those of the last epoch, or of the one that was best by the regions held back.")]
    public WeightsChoice Weights { get; init; } = WeightsChoice.Last;

    [Parameter("Device", Help = "Where to compute.")]
    public ComputeDevice Device { get; init; } = ComputeDevice.Auto;
}
