using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>Options of <see cref="UNet3D"/>.</summary>
internal sealed record UNet3DOptions : UNetOptions
{
    public UNet3DOptions() => (Kernels, Poolings) = (8, 3);
}

/// <summary>
/// U-Net for volumes (Çiçek et al., MICCAI 2016, doi 10.1007/978-3-319-46723-8_49): the channels double before a pooling, not after it. Padded so that the
/// output has the input's size.
/// </summary>
internal sealed class UNet3D : SegmentationNetwork<UNet3DOptions>
{
    /// <inheritdoc/>
    public override string Id => "u-net-3d";

    /// <inheritdoc/>
    public override string Title => "U-Net 3-D";

    /// <inheritdoc/>
    public override string Description =>
        "The U-Net with kernels in all three directions (Çiçek et al. 2016), for labels in many slices; 32 kernels in the paper, 8 train on a processor.";

    /// <inheritdoc/>
    protected override int Dimensions => 3;

    /// <inheritdoc/>
    internal override ReceptiveField Field(UNet3DOptions options) => options.Field();

    /// <inheritdoc/>
    protected override nn.Module<Tensor, Tensor> Build(int inputs, int phases, LayerKit kit, UNet3DOptions options)
    {
        int[] Repeat(int width, int times) => [.. Enumerable.Repeat(width, times)];
        return new UNetModule(Id, inputs, phases, kit, new UNetPlan
        {
            Poolings = options.Poolings,
            Stage = (channels, widths) => kit.Stage(channels, widths),
            Down = level => [.. Repeat(options.Kernels << level, options.Convolutions - 1), options.Kernels << (level + 1)],
            Up = level => Repeat(options.Kernels << (level + 1), options.Convolutions),
            UpHalves = false,
            // The count of weights that the paper tells has none.
            UpBias = false,
        });
    }
}
