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
    private readonly Sequential _encoder0;
    private readonly Sequential _encoder1;
    private readonly Sequential _encoder2;
    private readonly Sequential _bottom;
    private readonly Sequential _decoder3;
    private readonly Sequential _decoder2;
    private readonly Sequential _decoder1;
    private readonly Sequential _decoder0;
    private readonly Conv2d _logits;
    private readonly MaxPool2d _pool = nn.MaxPool2d(2);
    private readonly MaxUnpool2d _unpool = nn.MaxUnpool2d(2);

    internal LrcsNetModule(int inputs, int phases, LrcsNetOptions options) : base(nameof(LrcsNet))
    {
        var (n, size, activation) = (options.Kernels, options.KernelSize, options.Activation);
        _encoder0 = Encode(inputs, 2 * n, size, activation);
        _encoder1 = Encode(2 * n, 2 * n, size, activation);
        _encoder2 = Encode(2 * n, 4 * n, size, activation);
        _bottom = Encode(4 * n, 4 * n, size, Activation.Sigmoid);
        // Unpooling by index needs as many channels as there were at the pooling of its level: 4n, 2n and 2n.
        _decoder3 = Decode(4 * n, 4 * n, 4 * n, size, activation);
        _decoder2 = Decode(4 * n, 4 * n, 2 * n, size, activation);
        _decoder1 = Decode(2 * n, 2 * n, 2 * n, size, activation);
        _decoder0 = Decode(2 * n, n, n, size, activation);
        _logits = Convolution(n, phases, size, bias: true);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var (pooled0, indices0) = _pool.forward_with_indices(_encoder0.call(input));
        var (pooled1, indices1) = _pool.forward_with_indices(_encoder1.call(pooled0));
        var (pooled2, indices2) = _pool.forward_with_indices(_encoder2.call(pooled1));
        var features = _decoder3.call(_bottom.call(pooled2));
        features = _decoder2.call(_unpool.call(features, indices2));
        features = _decoder1.call(_unpool.call(features, indices1));
        features = _decoder0.call(_unpool.call(features, indices0));
        return _logits.call(features).MoveToOuterDisposeScope();
    }

    private static Sequential Encode(int inputs, int outputs, int size, Activation activation) =>
        nn.Sequential(Convolution(inputs, outputs, size, bias: true), activation.Create());

    // A batch normalisation takes away any constant that a bias before it would add.
    private static Sequential Decode(int inputs, int middle, int outputs, int size, Activation activation) => nn.Sequential(
        Convolution(inputs, middle, size, bias: false), nn.BatchNorm2d(middle), activation.Create(),
        Convolution(middle, outputs, size, bias: false), nn.BatchNorm2d(outputs), activation.Create());

    private static Conv2d Convolution(int inputs, int outputs, int size, bool bias) =>
        nn.Conv2d(inputs, outputs, size, padding: (long)(size / 2), bias: bias);
}
