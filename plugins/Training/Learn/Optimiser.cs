using System.Text;

using TorchSharp;
using TorchSharp.Modules;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>What changes the weights after each step. Its state can be kept, and put back into one of the same kind for the same weights.</summary>
internal sealed class Optimiser : IDisposable
{
    private readonly OptimizerHelper _inner;
    private readonly IReadOnlyList<Parameter> _weights;

    private Optimiser(OptimizerHelper inner, IReadOnlyList<Parameter> weights) => (_inner, _weights) = (inner, weights);

    /// <param name="kind">Which.</param>
    /// <param name="weights">Those that learn; lent.</param>
    /// <param name="learningRate">At the start.</param>
    /// <param name="weightDecay">Pull of every weight towards 0.</param>
    /// <param name="momentum">Of <see cref="OptimiserKind.SgdNesterov"/>; above 0.</param>
    internal static Optimiser Create(OptimiserKind kind, IReadOnlyList<Parameter> weights, double learningRate, double weightDecay, double momentum) => new(kind switch
    {
        OptimiserKind.Adam => optim.Adam(weights, learningRate, weight_decay: weightDecay),
        OptimiserKind.Adamw => optim.AdamW(weights, learningRate, weight_decay: weightDecay),
        OptimiserKind.SgdNesterov => optim.SGD(weights, learningRate, momentum, weight_decay: weightDecay, nesterov: true),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not an optimiser."),
    }, weights);

    /// <summary>Forgets the gradients. They are dropped, not set to zero: the next backward pass then writes them instead of adding to them.</summary>
    internal void DropGradients()
    {
        foreach (var weight in _weights)
            weight.grad = null;
    }

    /// <summary>Changes the weights by their gradients.</summary>
    internal void Step(double learningRate)
    {
        foreach (var group in _inner.ParamGroups)
            group.LearningRate = learningRate;
        _inner.step();
    }

    /// <summary>Scales all gradients together so that their norm is no more than <paramref name="most"/>.</summary>
    internal void ClipGradients(double most)
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        var gradients = _weights.Select(weight => weight.grad).OfType<Tensor>().ToList();
        if (gradients.Count == 0)
            return;
        var norm = stack(gradients.Select(gradient => gradient.norm()).ToList()).norm();
        // The small number is torch's own, against a norm of zero; the factor stays on the device, since waiting for it would stall a graphics card.
        var factor = norm.add(1e-6.ToScalar()).reciprocal().mul(most.ToScalar()).clamp_max(1.0.ToScalar());
        foreach (var gradient in gradients)
            gradient.mul_(factor);
    }

    internal byte[] State()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
            _inner.save_state_dict(writer);
        return stream.ToArray();
    }

    internal void Restore(byte[] state)
    {
        using var reader = new BinaryReader(new MemoryStream(state));
        _inner.load_state_dict(reader);
    }

    /// <summary>Frees the state; the weights stay.</summary>
    public void Dispose() => _inner.Dispose();
}
