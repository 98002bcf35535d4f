using System.Diagnostics;

using TorchSharp;
using TorchSharp.Modules;

using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>The training loop: steps, validation after every epoch, checkpoints, curves.</summary>
/// <remarks>All of torch is used from the thread that calls <see cref="Train"/>.</remarks>
internal sealed class Trainer : IDisposable
{
    // Points of the live loss curve: enough for its shape, few enough to redraw often.
    private const int CurvePoints = 400;

    // Seeding and building go together, or two runs that start at once would mix their random numbers.
    private static readonly Lock Building = new();

    private readonly IJobContext _job;
    private readonly TrainParameters _parameters;
    private readonly TrainingData _data;
    private readonly RunFolder _folder;
    private readonly Device _device;
    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly Adam _optimiser;
    private readonly PatchShape _shape;
    private readonly PatchSampler _sampler;
    private readonly Validator _validator;
    private TrainingHistory _history = new();

    internal Trainer(
        IJobContext job, TrainParameters parameters, TrainingData data, INetwork network, object options, RunFolder folder, PatchShape shape, PatchSampler sampler,
        Device device)
    {
        (_job, _parameters, _data, _folder, _shape, _sampler, _device) = (job, parameters, data, folder, shape, sampler, device);
        TotalSteps = parameters.Steps > 0 ? parameters.Steps : checked(parameters.Epochs * sampler.StepsPerEpoch);
        var geometry = network.Geometry(options);
        lock (Building)
        {
            manual_seed(RandomSource.TorchSeed(parameters.Seed, RandomSource.Purpose.Weights, 0));
            _network = network.Build(shape.Inputs, data.Phases.Count, options).to(device);
        }
        _optimiser = optim.Adam(_network.parameters(), parameters.LearningRate);
        _validator = new Validator(data.Validation, _network, geometry, shape, device, data.Phases.Count);
    }

    /// <summary>Steps of the whole run.</summary>
    internal int TotalSteps { get; }

    /// <summary>Weights of the network that are learned.</summary>
    internal long ParameterCount => _network.parameters().Sum(parameter => parameter.numel());

    /// <summary>Goes on where a checkpoint of the same run was written.</summary>
    internal void Restore() => _history = Checkpoint.Read(_folder.CheckpointPath, _network, _optimiser);

    /// <summary>Trains to the end.</summary>
    /// <param name="record">Of the run; kept up to date in the folder.</param>
    /// <exception cref="OperationCanceledException">After the checkpoint was written.</exception>
    internal TrainingHistory Train(RunRecord record)
    {
        var clock = Stopwatch.StartNew();
        double Seconds() => _history.EarlierSeconds + clock.Elapsed.TotalSeconds;
        void Save(string state)
        {
            Checkpoint.Write(_folder.CheckpointPath, _network, _optimiser, _history, Seconds());
            _folder.WriteMetrics(_history.Epochs, _data.Phases);
            _folder.WriteRecord(record with { State = state, StepsDone = _history.Losses.Count, Seconds = Seconds(), Best = _history.Best });
        }

        var curves = new TrainingCurves(_job, _history, Math.Max(1, TotalSteps / CurvePoints));
        var batches = new BatchMaker(_data.Training, _sampler, _shape, Augmenters.For(_parameters), _parameters.Seed);
        var epochs = (TotalSteps + _sampler.StepsPerEpoch - 1) / _sampler.StepsPerEpoch;
        try
        {
            for (var step = _history.Losses.Count; step < TotalSteps; step++)
            {
                _job.CancellationToken.ThrowIfCancellationRequested();
                var loss = Step(batches.Take(step), step);
                if (!float.IsFinite(loss))
                    throw new UserException($"The loss became {loss} at step {step + 1}: the training diverged. "
                        + $"Take a lower --learning-rate than {_parameters.LearningRate}.");
                _history.AddLoss(loss);
                curves.AddStep(_history);
                var epoch = (step / _sampler.StepsPerEpoch) + 1;
                _job.Report(new JobProgress((step + 1.0) / TotalSteps,
                    $"epoch {epoch} of {epochs}, step {step + 1} of {TotalSteps}, loss {_history.RecentLoss(20):0.000}"));
                if ((step + 1) % _sampler.StepsPerEpoch == 0 || step + 1 == TotalSteps)
                {
                    EndEpoch(epoch, epochs, step + 1, Seconds(), curves);
                    Save(step + 1 == TotalSteps ? RunRecord.Finished : RunRecord.Running);
                }
            }
            return _history;
        }
        catch (OperationCanceledException)
        {
            Save(RunRecord.Cancelled);
            _job.Log($"Stopped after step {_history.Losses.Count} of {TotalSteps}; the run can be resumed from '{_folder.Path}'.");
            throw;
        }
    }

    /// <summary>Frees the weights.</summary>
    public void Dispose()
    {
        _optimiser.Dispose();
        _network.Dispose();
    }

    private float Step(Batch batch, int step)
    {
        if (!batch.Labels.AsSpan().ContainsAnyExcept(Losses.Ignored))
            return (float)_history.RecentLoss(1);
        using var scope = NewDisposeScope();
        manual_seed(RandomSource.TorchSeed(_parameters.Seed, RandomSource.Purpose.Network, step));
        foreach (var group in _optimiser.ParamGroups)
            group.LearningRate = LearningRate(step);
        var grey = tensor(batch.Grey, batch.GreyShape, device: _device);
        var labels = tensor(batch.Labels, batch.LabelShape, device: _device);
        _network.train();
        _optimiser.zero_grad();
        var loss = Losses.Compute(_parameters.Loss, _network.call(grey), labels);
        loss.backward();
        _optimiser.step();
        return loss.cpu().item<float>();
    }

    private double LearningRate(int step) => _parameters.Schedule.At(_parameters.LearningRate, step, TotalSteps);

    private void EndEpoch(int epoch, int epochs, int stepsDone, double seconds, TrainingCurves curves)
    {
        _network.eval();
        var matrix = _validator.Judge(_job.CancellationToken);
        var steps = stepsDone - ((epoch - 1) * _sampler.StepsPerEpoch);
        var result = new EpochRecord(
            epoch, stepsDone, LearningRate(stepsDone - 1), _history.RecentLoss(steps), matrix.Accuracy(), matrix.IntersectionsOverUnion(), seconds);
        var isBest = _history.AddEpoch(result);
        var weights = StateBytes.Of(_network);
        AtomicFile.Write(_folder.LastWeightsPath, stream => stream.Write(weights));
        if (isBest)
            AtomicFile.Write(_folder.BestWeightsPath, stream => stream.Write(weights));
        curves.AddEpoch(result);
        _job.Log($"epoch {epoch} of {epochs}: loss {result.Loss:0.0000}, validation accuracy {result.Accuracy:0.0000}, "
            + $"mean IoU {result.MeanIntersectionOverUnion:0.0000}{(isBest ? " (best so far)" : "")}, {seconds:0} s");
    }
}
