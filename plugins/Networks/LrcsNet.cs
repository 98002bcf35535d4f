using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>
/// LRCS-Net for slices (Su et al., npj Comput. Mater. 8 (2022), doi 10.1038/s41524-022-00709-7): an encoder and decoder with three poolings, in
/// which the decoder puts values back to where the encoder's maxima were, and nothing is copied across.
/// </summary>
internal sealed class LrcsNet : SegmentationNetwork<LrcsNetOptions>
{
    /// <inheritdoc/>
    public override string Id => "lrcs-net";

    /// <inheritdoc/>
    public override string Title => "LRCS-Net";

    /// <inheritdoc/>
    public override string Description =>
        "Small encoder-decoder with index unpooling, made for nano-CT slices of battery electrodes; it learns from a few labelled slices (Su et al. 2022).";

    /// <summary>The layers of LRCS-Net and its variants: one convolution a level down, two a level up, and the logits.</summary>
    internal static ReceptiveField Layers(int size)
    {
        var field = new ReceptiveField();
        for (var level = 0; level < 3; level++)
            field.Convolve(size).Pool();
        field.Convolve(size);
        for (var level = 0; level < 3; level++)
            field.Convolve(size, 2).Unpool();
        return field.Convolve(size, 3);
    }

    /// <inheritdoc/>
    internal override ReceptiveField Field(LrcsNetOptions options) => Layers(options.KernelSize);

    /// <inheritdoc/>
    protected override nn.Module<Tensor, Tensor> Build(int inputs, int phases, LayerKit kit, LrcsNetOptions options) =>
        new LrcsNetModule(Id, inputs, phases, kit, options);
}
