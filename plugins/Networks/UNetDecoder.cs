using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>A level on the way up: the features from below are doubled in their lengths, put behind those of the way down, and convolved.</summary>
internal sealed class UNetDecoder : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> up;
    private readonly nn.Module<Tensor, Tensor> join;

    internal UNetDecoder(nn.Module<Tensor, Tensor> up, nn.Module<Tensor, Tensor> join) : base(nameof(UNetDecoder))
    {
        (this.up, this.join) = (up, join);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor below, Tensor across)
    {
        using var scope = NewDisposeScope();
        return join.call(cat([across, up.call(below)], 1)).MoveToOuterDisposeScope();
    }
}
