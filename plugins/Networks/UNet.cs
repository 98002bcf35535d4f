using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>
/// U-Net for slices (Ronneberger, Fischer, Brox, MICCAI 2015, doi 10.1007/978-3-319-24574-4_28), padded so that the output has the input's size, and with
/// normalisation.
/// </summary>
internal sealed class UNet : SegmentationNetwork<UNetOptions>
{
    /// <inheritdoc/>
    public override string Id => "u-net";

    /// <inheritdoc/>
    public override string Title => "U-Net";

    /// <inheritdoc/>
    public override string Description =>
        "Encoder-decoder whose levels are copied across (Ronneberger et al. 2015); 64 kernels in the paper, 16 train on a processor.";

    /// <inheritdoc/>
    internal override ReceptiveField Field(UNetOptions options) => options.Field();

    /// <inheritdoc/>
    protected override nn.Module<Tensor, Tensor> Build(int inputs, int phases, LayerKit kit, UNetOptions options) =>
        new UNetModule(Id, inputs, phases, kit, Plan(options) with { Stage = (channels, widths) => kit.Stage(channels, widths) });

    /// <summary>Channels n, 2n, 4n … down and back up.</summary>
    internal static UNetPlan Plan(UNetOptions options)
    {
        int[] Widths(int level) => [.. Enumerable.Repeat(options.Kernels << level, options.Convolutions)];
        return new UNetPlan
        {
            Poolings = options.Poolings,
            Stage = (_, _) => throw new InvalidOperationException("The kind of stage is the network's own."),
            Down = Widths,
            Up = Widths,
            UpHalves = true,
            UpBias = true,
        };
    }
}
