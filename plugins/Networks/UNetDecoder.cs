using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>A level on the way up: the features from below are doubled in their lengths, put behind those of the way down, and convolved.</summary>
internal sealed class UNetDecoder : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> _up;
    private readonly nn.Module<Tensor, Tensor> _join;

    internal UNetDecoder(nn.Module<Tensor, Tensor> up, nn.Module<Tensor, Tensor> join) : base(nameof(UNetDecoder))
    {
        (_up, _join) = (up, join);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor below, Tensor across)
    {
        using var scope = NewDisposeScope();
        return _join.call(cat([across, _up.call(below)], 1)).MoveToOuterDisposeScope();
    }
}
