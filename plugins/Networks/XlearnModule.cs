using TorchSharp.Modules;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>The layers of <see cref="Xlearn"/>: channels n, 2n, 2n, 4n, 4n, 1 down, the dense layers, and 4n, 8n, 2n, 2n, n up.</summary>
/// <remarks>
/// The transposed convolutions of the ancestor keep the lengths, and so are convolutions with mirrored kernels: the same once learned. It has no
/// normalisation; as an option it is there, but not between the dense layers.
/// </remarks>
internal sealed class XlearnModule : StagedModule
{
    private readonly Sequential[] _encoders;
    private readonly Sequential _bottom;
    private readonly DenseWindows _dense;
    private readonly Sequential _top;
    private readonly Sequential[] _decoders;
    private readonly nn.Module<Tensor, Tensor> _logits;
    private readonly MaxPool2d _pool = nn.MaxPool2d(2);
    private readonly Upsample _up = nn.Upsample(scale_factor: [2, 2]);

    internal XlearnModule(int inputs, int phases, LayerKit kit, XlearnOptions options) : base(nameof(Xlearn))
    {
        var n = options.Kernels;
        _encoders =
        [
            Stage("encoder0", kit.Stage(inputs, n, n)),
            Stage("encoder1", kit.Stage(n, 2 * n, 2 * n)),
            Stage("encoder2", kit.Stage(2 * n, 2 * n, 2 * n)),
        ];
        // Its last map has one channel, which is neither normalised nor thinned out.
        _bottom = Stage("bottom", nn.Sequential(kit.Stage(2 * n, 4 * n, 4 * n), kit.Convolution(4 * n, 1, options.KernelSize, bias: true), kit.Activate()));
        _dense = Stage("dense", new DenseWindows(options.Window / XlearnOptions.Scale, kit));
        _top = Stage("top", kit.Stage(1, 4 * n, 8 * n));
        var decoder2 = Stage("decoder2", kit.Stage(10 * n, 2 * n, 2 * n));
        var decoder1 = Stage("decoder1", kit.Stage(4 * n, 2 * n, 2 * n));
        var decoder0 = Stage("decoder0", kit.Stage(3 * n, n, n));
        _decoders = [decoder0, decoder1, decoder2];
        _logits = Stage("logits", kit.Logits(n, phases, options.KernelSize));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var across = new Tensor[_encoders.Length];
        var features = input;
        for (var level = 0; level < _encoders.Length; level++)
        {
            across[level] = _encoders[level].call(features);
            features = _pool.call(across[level]);
        }
        features = _top.call(_dense.call(_bottom.call(features)));
        for (var level = _encoders.Length - 1; level >= 0; level--)
            features = _decoders[level].call(cat([_up.call(features), across[level]], 1));
        return _logits.call(features).MoveToOuterDisposeScope();
    }
}
