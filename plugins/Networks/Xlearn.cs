using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>
/// The ancestor of LRCS-Net (Yang et al., Sci. Rep. 8 (2018) 2575, doi 10.1038/s41598-018-19426-7; transformer3_pooling of the program xlearn): three
/// poolings, a bottleneck of one channel through three dense layers, and copies across.
/// </summary>
/// <remarks>
/// The ancestor works on one window of a fixed size. Here the convolutions run over the whole input, and the dense layers over each window of it, counted
/// from its origin; so a halo of whole windows makes patches exact, and the alignment is the window. Within an input of one window both are the same.
/// </remarks>
internal sealed class Xlearn : SegmentationNetwork<XlearnOptions>
{
    /// <inheritdoc/>
    public override string Id => "xlearn";

    /// <inheritdoc/>
    public override string Title => "Xlearn";

    /// <inheritdoc/>
    public override string Description => "The ancestor of LRCS-Net, with dense layers in its bottleneck (Yang et al. 2018). They see fixed windows side by "
        + "side, so that what it finds depends on where in its window a voxel lies; that is in its nature. Patches must be multiples of the window.";

    /// <inheritdoc/>
    internal override ReceptiveField Field(XlearnOptions options)
    {
        options.CheckWindow();
        var field = new ReceptiveField();
        for (var level = 0; level < 3; level++)
            field.Convolve(options.KernelSize, 2).Pool();
        field.Convolve(options.KernelSize, 3).Window(options.Window / XlearnOptions.Scale).Convolve(options.KernelSize, 2);
        for (var level = 0; level < 3; level++)
            field.Unpool().Convolve(options.KernelSize, 2);
        return field.Convolve(options.KernelSize);
    }

    /// <inheritdoc/>
    protected override nn.Module<Tensor, Tensor> Build(int inputs, int phases, LayerKit kit, XlearnOptions options)
    {
        options.CheckWindow();
        return new XlearnModule(inputs, phases, kit, options);
    }
}
