using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Networks;

/// <summary>Width, kernel and activation of <see cref="LrcsNet"/>.</summary>
internal sealed record LrcsNetOptions
{
    [Parameter("Kernels", Min = 1, Max = 512,
        Help = "Width of the network: channels of its last layers. The first have twice, the deepest four times as many.")]
    public int Kernels { get; init; } = 16;

    [Parameter("Kernel size", Unit = "voxel", Min = 1, Max = 31, Help = "Edge of every convolution kernel; an odd number.")]
    public int KernelSize { get; init; } = 3;

    [Parameter("Activation", Help = "What follows each convolution, but for the deepest (always sigmoid) and the last (none).")]
    public Activation Activation { get; init; } = Activation.LeakyRelu;
}
