using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>The parameters of inspect.activations.</summary>
internal sealed record ActivationsParameters : InspectParameters
{
    [Parameter("Slice", Min = 0, Help = "The slice that is fed to the network.")]
    public int Slice { get; init; }

    [Parameter("Layer", Help = "Names of stages, or of layers within them, such as encoder0,decoder1.3; empty for every stage.")]
    public string Layer { get; init; } = "";

    [Parameter("Channels", Min = 0, Max = 4096, Help = "The most channels of a layer that are shown, those that vary most; 0 for all.")]
    public int Channels { get; init; } = 16;

    [Parameter("Separate", Help = "A layer for every channel, which can be laid over the slice. Otherwise one for each layer of the network, in which z is the channel.")]
    public bool Separate { get; init; }
}
