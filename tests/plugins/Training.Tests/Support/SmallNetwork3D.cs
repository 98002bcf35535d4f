using static TorchSharp.torch;

namespace Training.Tests.Support;

/// <summary>A network of three dimensions with one pooling, by 2 if not told else: 3³ convolution, pooling, 3³ convolution, nearest upsampling, 3³ convolution.</summary>
internal sealed class SmallNetwork3D : nn.Module<Tensor, Tensor>
{
    // Back from an odd voxel: its convolution 1, halved, one more, doubled, and one again: 1 + 1 + 2 + 1.
    internal const int Alignment = 2;
    internal const int Halo = 6;

    private readonly nn.Module<Tensor, Tensor> _down;
    private readonly nn.Module<Tensor, Tensor> _middle;
    private readonly nn.Module<Tensor, Tensor> _up;

    internal SmallNetwork3D(int phases, int pooling = Alignment) : base(nameof(SmallNetwork3D))
    {
        _down = nn.Sequential(nn.Conv3d(1, 4, 3, padding: 1L, bias: false), nn.BatchNorm3d(4), nn.ReLU(), nn.MaxPool3d(pooling));
        _middle = nn.Sequential(nn.Conv3d(4, 6, 3, padding: 1L), nn.ReLU(), nn.Upsample(scale_factor: [pooling, pooling, pooling]));
        _up = nn.Conv3d(6, phases, 3, padding: 1L);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return _up.call(_middle.call(_down.call(input))).MoveToOuterDisposeScope();
    }
}
