using TorchSharp.Modules;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>The layers of <see cref="SegNet"/>. The last convolution of the finest level gives the logits.</summary>
internal sealed class SegNetModule : StagedModule
{
    private readonly Sequential[] _encoders;
    private readonly Sequential?[] _decoders;
    private readonly nn.Module<Tensor, Tensor> _logits;
    private readonly MaxPool2d _pool = nn.MaxPool2d(2);
    private readonly MaxUnpool2d _unpool = nn.MaxUnpool2d(2);

    internal SegNetModule(int inputs, int phases, LayerKit kit, SegNetOptions options) : base(nameof(SegNet))
    {
        _encoders = new Sequential[options.Poolings];
        _decoders = new Sequential[options.Poolings];
        for (var level = 0; level < options.Poolings; level++)
        {
            var widths = Enumerable.Repeat(options.Width(level), options.ConvolutionsAt(level)).ToArray();
            _encoders[level] = Stage($"encoder{level}", kit.Stage(level == 0 ? inputs : options.Width(level - 1), widths));
        }
        for (var level = options.Poolings - 1; level >= 0; level--)
        {
            int[] widths = [.. Enumerable.Repeat(options.Width(level), options.ConvolutionsAt(level) - 1), .. level > 0 ? [options.Width(level - 1)] : (int[])[]];
            if (widths.Length > 0)
                _decoders[level] = Stage($"decoder{level}", kit.Stage(options.Width(level), widths));
        }
        _logits = Stage("logits", kit.Logits(options.Kernels, phases, options.KernelSize));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var features = input;
        var indices = new Tensor[_encoders.Length];
        for (var level = 0; level < _encoders.Length; level++)
            (features, indices[level]) = _pool.forward_with_indices(_encoders[level].call(features));
        for (var level = _encoders.Length - 1; level >= 0; level--)
        {
            features = _unpool.call(features, indices[level]);
            features = _decoders[level]?.call(features) ?? features;
        }
        return _logits.call(features).MoveToOuterDisposeScope();
    }
}
