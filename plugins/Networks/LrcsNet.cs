using TorchSharp;

using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Networks;

/// <summary>
/// LRCS-Net for slices (Su et al., npj Comput. Mater. 8 (2022), doi 10.1038/s41524-022-00709-7): an encoder and decoder with three poolings, in
/// which the decoder puts values back to where the encoder's maxima were, and nothing is copied across.
/// </summary>
internal sealed class LrcsNet : Network<LrcsNetOptions>
{
    /// <summary>Three poolings by two.</summary>
    internal const int Alignment = 8;

    /// <inheritdoc/>
    public override string Id => "lrcs-net";

    /// <inheritdoc/>
    public override string Title => "LRCS-Net";

    /// <inheritdoc/>
    public override string Description =>
        "Small encoder-decoder with index unpooling, made for nano-CT slices of battery electrodes; it learns from a few labelled slices (Su et al. 2022).";

    /// <inheritdoc/>
    protected override NetworkGeometry Geometry(LrcsNetOptions options)
    {
        Check(options);
        var reach = Reach(options.KernelSize / 2);
        return new NetworkGeometry(dimensions: 2, Alignment, halo: (reach + Alignment - 1) / Alignment * Alignment);
    }

    /// <inheritdoc/>
    protected override torch.nn.Module<torch.Tensor, torch.Tensor> Build(int inputs, int phases, LrcsNetOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(phases, 2);
        Check(options);
        return new LrcsNetModule(inputs, phases, options);
    }

    /// <summary>How far to the left the result at a voxel looks, at most; by symmetry as far to the right, up and down.</summary>
    /// <param name="radius">Of the convolution kernels.</param>
    /// <remarks>
    /// Followed back from the logits for each position within a pooling block, since how far a block reaches depends on where in it the voxel lies.
    /// An unpooled value depends on the value below it, and on where the maximum of its block was: that is, on all of the block.
    /// </remarks>
    internal static int Reach(int radius)
    {
        var reach = 0;
        for (var position = 0; position < Alignment; position++)
        {
            var left = position - (3 * radius);                  // logits, and two convolutions
            left = Below(left) - (2 * radius);
            left = Below(left) - (2 * radius);
            left = Below(left) - (3 * radius);                   // two of the decoder, and the deepest of the encoder
            for (var level = 0; level < 3; level++)
                left = (2 * left) - radius;                      // the block's first voxel, and one convolution of the encoder
            reach = Math.Max(reach, position - left);
        }
        return reach;

        static int Below(int position) => position >> 1;         // rounds down for negative positions too
    }

    private static void Check(LrcsNetOptions options)
    {
        if (options.KernelSize % 2 == 0)
        {
            throw new ParameterException([$"kernel-size: {options.KernelSize} is even, so the result would be shifted by half a voxel; "
                + $"take {options.KernelSize + 1}."]);
        }
    }
}
