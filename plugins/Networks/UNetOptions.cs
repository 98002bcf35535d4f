using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Networks;

/// <summary>Options of the U-Nets.</summary>
internal record UNetOptions : ConvolutionOptions
{
    [Parameter("Poolings", Min = 1, Max = 6, Help = "Levels below full resolution; the input's lengths must be multiples of two to the power of it.")]
    public int Poolings { get; init; } = 4;

    [Parameter("Convolutions", Min = 1, Max = 4, Help = "Convolutions in a level, on the way down and up.")]
    public int Convolutions { get; init; } = 2;

    /// <summary>Layers along the way through the deepest level; a classifier of one voxel follows.</summary>
    internal ReceptiveField Field()
    {
        var field = new ReceptiveField();
        for (var level = 0; level < Poolings; level++)
            field.Convolve(KernelSize, Convolutions).Pool();
        field.Convolve(KernelSize, Convolutions);
        for (var level = 0; level < Poolings; level++)
            field.Unpool().Convolve(KernelSize, Convolutions);
        return field;
    }
}
