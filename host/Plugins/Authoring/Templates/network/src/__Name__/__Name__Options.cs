using VolumeViewer.Sdk;

namespace __Name__;

/// <summary>What the network is built with. Each property is a field in the window and an option on the command line.</summary>
public sealed record __Name__Options
{
    /// <summary>Channels between the convolutions.</summary>
    [Parameter("Kernels", Min = 1, Max = 256, Help = "Channels between the convolutions.")]
    public int Kernels { get; init; } = 16;

    /// <summary>How many dilated convolutions follow each other.</summary>
    [Parameter("Depth", Min = 1, Max = 5, Help = "How many dilated convolutions follow each other; each looks twice as far as the one before.")]
    public int Depth { get; init; } = 3;
}
