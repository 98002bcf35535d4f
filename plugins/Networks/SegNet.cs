using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>
/// SegNet for slices (Badrinarayanan, Kendall, Cipolla, IEEE TPAMI 39 (2017) 2481, doi 10.1109/TPAMI.2016.2644615): the convolutions of VGG-16 down, the
/// same mirrored up, with index unpooling. LRCS-Net is trimmed from it.
/// </summary>
internal sealed class SegNet : SegmentationNetwork<SegNetOptions>
{
    /// <inheritdoc/>
    public override string Id => "segnet";

    /// <inheritdoc/>
    public override string Title => "SegNet";

    /// <inheritdoc/>
    public override string Description =>
        "VGG-16 down and mirrored up, with index unpooling and nothing copied across (Badrinarayanan et al. 2017); 64 kernels in the paper.";

    /// <inheritdoc/>
    internal override ReceptiveField Field(SegNetOptions options)
    {
        var field = new ReceptiveField();
        for (var level = 0; level < options.Poolings; level++)
            field.Convolve(options.KernelSize, options.ConvolutionsAt(level)).Pool();
        for (var level = options.Poolings - 1; level >= 0; level--)
            field.Unpool().Convolve(options.KernelSize, options.ConvolutionsAt(level));
        return field;
    }

    /// <inheritdoc/>
    protected override nn.Module<Tensor, Tensor> Build(int inputs, int phases, LayerKit kit, SegNetOptions options) =>
        new SegNetModule(inputs, phases, kit, options);
}
