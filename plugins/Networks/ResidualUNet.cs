using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>
/// U-Net for slices whose levels are residual units (Zhang, Liu, Wang, IEEE GRSL 15 (2018) 749, doi 10.1109/LGRS.2018.2802944), here in the order of
/// He et al. (2016): convolution, normalisation, activation. That order lets prediction merge normalisations into the convolutions before them.
/// </summary>
internal sealed class ResidualUNet : SegmentationNetwork<UNetOptions>
{
    /// <inheritdoc/>
    public override string Id => "residual-u-net";

    /// <inheritdoc/>
    public override string Title => "Residual U-Net";

    /// <inheritdoc/>
    public override string Description =>
        "A U-Net in whose levels what comes in is added to what the convolutions make of it (Zhang et al. 2018): easier to train when deep.";

    // The ways past the convolutions look at single voxels.
    /// <inheritdoc/>
    internal override ReceptiveField Field(UNetOptions options) => options.Field();

    /// <inheritdoc/>
    protected override nn.Module<Tensor, Tensor> Build(int inputs, int phases, LayerKit kit, UNetOptions options) =>
        new UNetModule(Id, inputs, phases, kit, UNet.Plan(options) with { Stage = (channels, widths) => new ResidualUnit(channels, widths, kit, options.KernelSize) });
}
