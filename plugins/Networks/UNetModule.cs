using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>The layers of the U-Nets: what a level finds on the way down is put beside what comes up from below.</summary>
internal sealed class UNetModule : StagedModule
{
    private readonly nn.Module<Tensor, Tensor>[] _encoders;
    private readonly UNetDecoder[] _decoders;
    private readonly nn.Module<Tensor, Tensor> _bottom;
    private readonly nn.Module<Tensor, Tensor> _logits;
    private readonly nn.Module<Tensor, Tensor> _pool;

    internal UNetModule(string name, int inputs, int phases, LayerKit kit, UNetPlan plan) : base(name)
    {
        _encoders = new nn.Module<Tensor, Tensor>[plan.Poolings];
        _decoders = new UNetDecoder[plan.Poolings];
        _pool = kit.Pool();
        var width = inputs;
        for (var level = 0; level < plan.Poolings; level++)
        {
            _encoders[level] = Stage($"encoder{level}", plan.Stage(width, plan.Down(level)));
            width = plan.Down(level)[^1];
        }
        _bottom = Stage("bottom", plan.Stage(width, plan.Down(plan.Poolings)));
        width = plan.Down(plan.Poolings)[^1];
        for (var level = plan.Poolings - 1; level >= 0; level--)
        {
            var up = plan.UpHalves ? width / 2 : width;
            _decoders[level] = Stage($"decoder{level}", new UNetDecoder(
                kit.Up(width, up, plan.UpBias), plan.Stage(plan.Down(level)[^1] + up, plan.Up(level))));
            width = plan.Up(level)[^1];
        }
        _logits = Stage("logits", kit.Logits(width, phases, 1));
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
        features = _bottom.call(features);
        for (var level = _encoders.Length - 1; level >= 0; level--)
            features = _decoders[level].call(features, across[level]);
        return _logits.call(features).MoveToOuterDisposeScope();
    }
}
