using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>Options of <see cref="LrcsNetDeep"/>.</summary>
internal sealed record LrcsNetDeepOptions : LrcsNetOptions
{
    public LrcsNetDeepOptions() => Dropout = 0.1;
}

/// <summary>What SegmentPy calls LRCS-Net (deep), its LRCS13: the layers of <see cref="LrcsNet"/> with dropout after every stage.</summary>
internal sealed class LrcsNetDeep : SegmentationNetwork<LrcsNetDeepOptions>
{
    /// <inheritdoc/>
    public override string Id => "lrcs-net-deep";

    /// <inheritdoc/>
    public override string Title => "LRCS-Net (deep)";

    /// <inheritdoc/>
    public override string Description => "What SegmentPy offers as LRCS-Net (deep): no deeper than LRCS-Net, but with dropout after every stage, "
        + "against learning by heart in long trainings. The dropout is the probability to drop, not to keep.";

    /// <inheritdoc/>
    internal override ReceptiveField Field(LrcsNetDeepOptions options) => LrcsNet.Layers(options.KernelSize);

    /// <inheritdoc/>
    protected override nn.Module<Tensor, Tensor> Build(int inputs, int phases, LayerKit kit, LrcsNetDeepOptions options) =>
        new LrcsNetModule(Id, inputs, phases, kit, options);
}
