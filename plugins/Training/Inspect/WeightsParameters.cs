using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>The parameters of inspect.weights.</summary>
internal sealed record WeightsParameters : InspectParameters
{
    [Parameter("Layer", Help = "Names of stages, or of layers within them, such as encoder0,decoder1.3; empty for every stage.")]
    public string Layer { get; init; } = "";

    [Parameter("Bins", Min = 4, Max = 1000, Help = "Bars of each histogram.")]
    public int Bins { get; init; } = 64;

    [Parameter("Kernels", Help = "Also show the kernels as images: z is the output channel, and the kernels of the input channels lie side by side.")]
    public bool Kernels { get; init; } = true;
}
