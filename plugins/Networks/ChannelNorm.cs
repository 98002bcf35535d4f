using TorchSharp.Modules;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>Brings the channels of each voxel to mean 0 and deviation 1, then scales and shifts each channel: (N, channels, …) to the same shape.</summary>
internal sealed class ChannelNorm : nn.Module<Tensor, Tensor>
{
    private readonly Parameter _weight;
    private readonly Parameter _bias;

    internal ChannelNorm(int channels) : base(nameof(ChannelNorm))
    {
        (_weight, _bias) = (nn.Parameter(ones(channels)), nn.Parameter(zeros(channels)));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var last = input.dim() - 1;
        // Channels to the end and back: (0, 2, 3, 1) and (0, 3, 1, 2) for slices.
        long[] toLast = [0, .. Enumerable.Range(2, (int)last - 1).Select(axis => (long)axis), 1];
        long[] back = [0, last, .. Enumerable.Range(1, (int)last - 1).Select(axis => (long)axis)];
        var normalised = nn.functional.layer_norm(input.permute(toLast), [input.shape[1]], _weight, _bias);
        return normalised.permute(back).contiguous().MoveToOuterDisposeScope();
    }
}
