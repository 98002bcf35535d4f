using TorchSharp;

using VolumeViewer.Plugins.Training.Transfer;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>A network and what changes its weights: single steps of learning.</summary>
/// <remarks>All of torch is used from the thread that calls.</remarks>
internal sealed class Learner : IDisposable
{
    // Seeding and building go together, or two runs that start at once would mix their random numbers.
    private static readonly Lock Building = new();

    private readonly TrainParameters _parameters;
    private readonly Device _device;
    private readonly Tensor? _phaseWeights;
    private readonly long[] _withoutWeight;
    private readonly List<NetworkStage> _frozen = [];

    /// <param name="network">To build.</param>
    /// <param name="options">Of the network.</param>
    /// <param name="inputs">Channels.</param>
    /// <param name="phases">Phases to tell apart.</param>
    /// <param name="parameters">Of the training.</param>
    /// <param name="phaseWeights">How much each phase counts in the loss; null for all alike.</param>
    /// <param name="device">Where to compute.</param>
    /// <param name="start">A trained network to take weights from, or null; lent for the call.</param>
    /// <exception cref="UserException">Stages were named that there are not, or that do not fit.</exception>
    internal Learner(
        INetwork network, object options, int inputs, int phases, TrainParameters parameters, float[]? phaseWeights, Device device,
        StartingPoint? start)
    {
        (_parameters, _device) = (parameters, device);
        lock (Building)
        {
            manual_seed(RandomSource.TorchSeed(parameters.Seed, RandomSource.Purpose.Weights, 0));
            Network = network.Build(inputs, phases, options);
        }
        try
        {
            Stages = NetworkStages.Of(Network);
            Outcomes = start?.Restore(Network, new StageSelection("restore", parameters.Restore), inputs, phases) ?? [];
            Freeze(new StageSelection("freeze", parameters.Freeze));
            Network = Network.to(device);
            Optimiser = Optimiser.Create(parameters.Optimiser, [.. Network.parameters().Where(weight => weight.requires_grad)],
                parameters.LearningRate, parameters.WeightDecay, parameters.Momentum);
            _phaseWeights = phaseWeights is null ? null : tensor(phaseWeights, device: device).DetachFromDisposeScope();
            _withoutWeight = [Losses.Ignored, .. Enumerable.Range(0, phases).Where(phase => phaseWeights?[phase] == 0)];
        }
        catch
        {
            Network.Dispose();
            throw;
        }
    }

    internal nn.Module<Tensor, Tensor> Network { get; }

    internal Optimiser Optimiser { get; }

    internal IReadOnlyList<NetworkStage> Stages { get; }

    /// <summary>What became of each stage; empty without a run to start from.</summary>
    internal IReadOnlyList<StageOutcome> Outcomes { get; }

    /// <summary>The stages that do not learn.</summary>
    internal IReadOnlyList<NetworkStage> Frozen => _frozen;

    /// <summary>Weights of the network, frozen ones included.</summary>
    internal long ParameterCount => Network.parameters().Sum(parameter => parameter.numel());

    /// <summary>Whether a batch holds anything to learn from.</summary>
    internal bool CanLearnFrom(Batch batch) => batch.Labels.AsSpan().ContainsAnyExcept(_withoutWeight);

    /// <summary>Learns from a batch that <see cref="CanLearnFrom"/> allows, and gives its loss.</summary>
    internal float Step(Batch batch, int step, double learningRate)
    {
        using var scope = NewDisposeScope();
        manual_seed(RandomSource.TorchSeed(_parameters.Seed, RandomSource.Purpose.Network, step));
        var grey = tensor(batch.Grey, batch.GreyShape, device: _device);
        var labels = tensor(batch.Labels, batch.LabelShape, device: _device);
        Network.train();
        // The running statistics of a frozen batch normalisation must not move either.
        foreach (var stage in _frozen)
            stage.Module.eval();
        Optimiser.DropGradients();
        var loss = Losses.Compute(_parameters.Loss, Network.call(grey), labels, _phaseWeights);
        loss.backward();
        if (_parameters.ClipGradients > 0)
            Optimiser.ClipGradients(_parameters.ClipGradients);
        Optimiser.Step(learningRate);
        return loss.cpu().item<float>();
    }

    /// <summary>The loss of a batch, without learning from it. Call it with the network in evaluation mode.</summary>
    internal float Loss(Batch batch)
    {
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        var grey = tensor(batch.Grey, batch.GreyShape, device: _device);
        var labels = tensor(batch.Labels, batch.LabelShape, device: _device);
        return Losses.Compute(_parameters.Loss, Network.call(grey), labels, _phaseWeights).cpu().item<float>();
    }

    /// <summary>Euclidean norms of the weights of each stage.</summary>
    internal IReadOnlyList<double> WeightNorms() => Norms(weight => weight);

    /// <summary>Euclidean norms of the gradients of each stage in the last step; 0 where it is frozen.</summary>
    internal IReadOnlyList<double> GradientNorms() => Norms(weight => weight.grad);

    /// <summary>Frees the weights.</summary>
    public void Dispose()
    {
        _phaseWeights?.Dispose();
        Optimiser.Dispose();
        Network.Dispose();
    }

    private void Freeze(StageSelection selection)
    {
        selection.CheckAgainst(Stages);
        _frozen.AddRange(Stages.Where(selection.Contains));
        if (Outcomes.FirstOrDefault(outcome => !outcome.Restored && _frozen.Contains(outcome.Stage)) is { } fresh)
            throw new UserException($"--freeze: '{fresh.Stage.Name}' was not restored ({fresh.Why}) and must learn; leave it out.");
        foreach (var weight in _frozen.SelectMany(stage => stage.Module.parameters()))
            weight.requires_grad = false;
        if (!Network.parameters().Any(weight => weight.requires_grad))
            throw new UserException("--freeze: all stages are frozen, so nothing is left to learn; leave some out.");
    }

    private double[] Norms(Func<Tensor, Tensor?> of)
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        return [.. Stages.Select(stage => Math.Sqrt(stage.Module.parameters().Select(of).OfType<Tensor>()
            .Sum(values => Math.Pow(values.norm().cpu().item<float>(), 2))))];
    }
}
