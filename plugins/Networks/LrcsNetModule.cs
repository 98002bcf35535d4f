using TorchSharp.Modules;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>The layers of <see cref="LrcsNet"/>, as in the authors' own program: channels 2n, 2n, 4n, 4n down, and 4n, 2n, 2n, n up.</summary>
/// <remarks>
/// The weights begin as torch's own layers draw them, evenly within ±1/√(fan in). The authors draw Glorot's, which are wider in all layers but the first;
/// from there a few hundred steps of Adam at its usual rate get less far. (Slice 1501 of the samples, 450 steps: a training loss of 0.067 and 0.085 with
/// two seeds, in place of 0.062 and 0.060.)
/// </remarks>
internal sealed class LrcsNetModule : nn.Module<Tensor, Tensor>
{
    // The names of the fields are those of the weights in run folders.
    private readonly Sequential _encoder0;
    private readonly Sequential _encoder1;
    private readonly Sequential _encoder2;
    private readonly Sequential _bottom;
    private readonly Sequential _decoder3;
    private readonly Sequential _decoder2;
    private readonly Sequential _decoder1;
    private readonly Sequential _decoder0;
    private readonly nn.Module<Tensor, Tensor> _logits;
    private readonly MaxPool2d _pool = nn.MaxPool2d(2);
    private readonly MaxUnpool2d _unpool = nn.MaxUnpool2d(2);
    private readonly bool _skips;

    internal LrcsNetModule(string name, int inputs, int phases, LayerKit kit, LrcsNetOptions options, bool skips = false) : base(name)
    {
        var n = options.Kernels;
        _skips = skips;
        _encoder0 = kit.PlainStage(inputs, 2 * n, options.Activation);
        _encoder1 = kit.PlainStage(2 * n, 2 * n, options.Activation);
        _encoder2 = kit.PlainStage(2 * n, 4 * n, options.Activation);
        _bottom = kit.PlainStage(4 * n, 4 * n, Activation.Sigmoid);
        // Unpooling by index needs as many channels as there were at the pooling of its level: 4n, 2n and 2n. With skips those come in twice.
        var (ways, width) = skips ? (2, 2 * n) : (1, n);
        _decoder3 = kit.Stage(4 * n, 4 * n, 4 * n);
        _decoder2 = kit.Stage(ways * 4 * n, 4 * n, 2 * n);
        _decoder1 = kit.Stage(ways * 2 * n, 2 * n, 2 * n);
        _decoder0 = kit.Stage(ways * 2 * n, width, n);
        _logits = kit.Logits(n, phases, options.KernelSize);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var features0 = _encoder0.call(input);
        var (pooled0, indices0) = _pool.forward_with_indices(features0);
        var features1 = _encoder1.call(pooled0);
        var (pooled1, indices1) = _pool.forward_with_indices(features1);
        var features2 = _encoder2.call(pooled1);
        var (pooled2, indices2) = _pool.forward_with_indices(features2);
        var up = _decoder3.call(_bottom.call(pooled2));
        up = _decoder2.call(Join(_unpool.call(up, indices2), features2));
        up = _decoder1.call(Join(_unpool.call(up, indices1), features1));
        up = _decoder0.call(Join(_unpool.call(up, indices0), features0));
        return _logits.call(up).MoveToOuterDisposeScope();
    }

    private Tensor Join(Tensor below, Tensor across) => _skips ? cat([below, across], 1) : below;
}
