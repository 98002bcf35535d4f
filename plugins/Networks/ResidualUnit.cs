using TorchSharp.Modules;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>Convolutions to whose result the input is added, after a convolution of single voxels where the channels differ.</summary>
internal sealed class ResidualUnit : nn.Module<Tensor, Tensor>
{
    private readonly Sequential _body;
    private readonly Sequential? _shortcut;
    private readonly Sequential _end;

    internal ResidualUnit(int inputs, int[] widths, LayerKit kit, int size) : base(nameof(ResidualUnit))
    {
        var layers = new List<nn.Module<Tensor, Tensor>>();
        var channels = inputs;
        foreach (var width in widths)
        {
            if (layers.Count > 0)
                layers.Add(kit.Activate());
            layers.AddRange(kit.NormalisedConvolution(channels, width, size));
            channels = width;
        }
        _body = nn.Sequential(layers);
        _shortcut = channels == inputs ? null : nn.Sequential(kit.NormalisedConvolution(inputs, channels, 1));
        _end = nn.Sequential([kit.Activate(), .. kit.Dropout()]);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return _end.call(_body.call(input).add(_shortcut?.call(input) ?? input)).MoveToOuterDisposeScope();
    }
}
