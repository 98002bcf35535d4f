using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>Base of the networks here: checks the options, and takes the facts for tiling from the layers.</summary>
internal abstract class SegmentationNetwork<TOptions> : Network<TOptions>, ILayered where TOptions : ConvolutionOptions, new()
{
    /// <summary>2 for slices, 3 for volumes.</summary>
    protected virtual int Dimensions => 2;

    /// <inheritdoc/>
    protected sealed override NetworkGeometry Geometry(TOptions options)
    {
        options.Check();
        return Field(options).Geometry(Dimensions);
    }

    /// <inheritdoc/>
    protected sealed override nn.Module<Tensor, Tensor> Build(int inputs, int phases, TOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(phases, 2);
        options.Check();
        return Build(inputs, phases, new LayerKit(Dimensions, options), options);
    }

    /// <summary>The layers along the way that looks furthest.</summary>
    internal abstract ReceptiveField Field(TOptions options);

    ReceptiveField ILayered.Field(object options) => Field((TOptions)options);

    /// <inheritdoc cref="Network{TOptions}.Build"/>
    protected abstract nn.Module<Tensor, Tensor> Build(int inputs, int phases, LayerKit kit, TOptions options);
}
