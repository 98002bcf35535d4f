using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Networks;

/// <summary>Options of <see cref="SegNet"/>.</summary>
internal sealed record SegNetOptions : ConvolutionOptions
{
    [Parameter("Poolings", Min = 1, Max = 6, Help = "Levels below full resolution; the input's lengths must be multiples of two to the power of it.")]
    public int Poolings { get; init; } = 5;

    [Parameter("Convolutions", Min = 1, Max = 4, Help = "Convolutions in a level, on the way down and up; the two finest levels have two at most.")]
    public int Convolutions { get; init; } = 3;

    /// <summary>Channels of a level: 1, 2, 4, 8, 8, 8 times the width.</summary>
    internal int Width(int level) => Kernels << Math.Min(level, 3);

    /// <summary>Convolutions of a level, as in VGG-16.</summary>
    internal int ConvolutionsAt(int level) => level < 2 ? Math.Min(Convolutions, 2) : Convolutions;
}
