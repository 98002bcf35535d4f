using TorchSharp.Modules;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>Convolutions to whose result the input is added, after a convolution of single voxels where the channels differ.</summary>
internal sealed class ResidualUnit : nn.Module<Tensor, Tensor>
{
    private readonly Sequential body;
    private readonly Sequential? shortcut;
    private readonly Sequential end;

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
        body = nn.Sequential(layers);
        shortcut = channels == inputs ? null : nn.Sequential(kit.NormalisedConvolution(inputs, channels, 1));
        end = nn.Sequential([kit.Activate(), .. kit.Dropout()]);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return end.call(body.call(input).add(shortcut?.call(input) ?? input)).MoveToOuterDisposeScope();
    }
}
