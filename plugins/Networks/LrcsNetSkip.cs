using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>SegmentPy's LRCS12, an ablation: <see cref="LrcsNet"/> whose decoder also sees the feature maps of the encoder, as in a U-Net.</summary>
internal sealed class LrcsNetSkip : SegmentationNetwork<LrcsNetOptions>
{
    /// <inheritdoc/>
    public override string Id => "lrcs-net-skip";

    /// <inheritdoc/>
    public override string Title => "LRCS-Net with skips";

    /// <inheritdoc/>
    public override string Description =>
        "LRCS-Net with index unpooling and copies of the encoder's feature maps beside it (SegmentPy's LRCS12): finer edges for half as many weights again.";

    /// <inheritdoc/>
    internal override ReceptiveField Field(LrcsNetOptions options) => LrcsNet.Layers(options.KernelSize);

    /// <inheritdoc/>
    protected override nn.Module<Tensor, Tensor> Build(int inputs, int phases, LayerKit kit, LrcsNetOptions options) =>
        new LrcsNetModule(Id, inputs, phases, kit, options, skips: true);
}
