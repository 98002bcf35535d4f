using System.Diagnostics;

using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>The training loop: steps, validation after every epoch, checkpoints, curves.</summary>
/// <remarks>
/// Whether killed or cancelled, a run goes on with equal results from its last checkpoint: what a step does follows from the seed, the step, the weights,
/// the optimiser's state and the history, of which all is in the checkpoint. All of torch is used from the thread that calls <see cref="Train"/>.
/// </remarks>
internal sealed class Trainer
{
    // Points of the live loss curve: enough for its shape, few enough to redraw often.
    private const int CurvePoints = 400;

    private readonly IJobContext _job;
    private readonly TrainParameters _parameters;
    private readonly TrainingData _data;
    private readonly RunFolder _folder;
    private readonly Learner _learner;
    private readonly PatchShape _shape;
    private readonly PatchSampler _sampler;
    private readonly EpochJudge _judge;
    private readonly PreviewWriter? _preview;
    private readonly LearningRatePlan _plan;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Stopwatch _sinceSaved = Stopwatch.StartNew();
    private TrainingHistory _history;

    internal Trainer(
        IJobContext job, TrainParameters parameters, TrainingData data, Learner learner, RunFolder folder, PatchShape shape, PatchSampler sampler,
        EpochJudge judge, PreviewWriter? preview)
    {
        (_job, _parameters, _data, _learner, _folder, _shape, _sampler, _judge, _preview) = (job, parameters, data, learner, folder, shape, sampler, judge, preview);
        TotalSteps = parameters.Steps > 0 ? parameters.Steps : checked(parameters.Epochs * sampler.StepsPerEpoch);
        _plan = LearningRatePlan.Of(parameters, TotalSteps, sampler.StepsPerEpoch);
        _history = new TrainingHistory(parameters.BestBy);
    }

    /// <summary>Steps of the whole run.</summary>
    internal int TotalSteps { get; }

    private int StepsDone => _history.Losses.Count;

    private int EpochCount => (TotalSteps + _sampler.StepsPerEpoch - 1) / _sampler.StepsPerEpoch;

    private double Seconds => _history.EarlierSeconds + _clock.Elapsed.TotalSeconds;

    // At the end of an epoch that was not judged yet.
    private bool IsEpochDue =>
        StepsDone > 0 && (StepsDone % _sampler.StepsPerEpoch == 0 || StepsDone == TotalSteps) && (_history.Epochs is not [.., var last] || last.Step != StepsDone);

    private bool HasEnded => StepsDone == TotalSteps || HasStoppedEarly;

    private bool HasStoppedEarly => _parameters.Patience > 0 && _history.EpochsWithoutImprovement() >= _parameters.Patience;

    /// <summary>Goes on where a checkpoint of the same run was written.</summary>
    internal void Restore() => _history = Checkpoint.Read(_folder.CheckpointPath, _learner.Network, _learner.Optimiser, _parameters.BestBy);

    /// <summary>Trains to the end.</summary>
    /// <param name="record">Of the run; kept up to date in the folder.</param>
    /// <exception cref="OperationCanceledException">After the checkpoint was written.</exception>
    internal TrainingHistory Train(RunRecord record)
    {
        var curves = new TrainingCurves(_job, _history, Math.Max(1, TotalSteps / CurvePoints));
        var batches = new BatchMaker(_data.Training, _sampler, _shape, Augmenters.For(_parameters), _parameters.Seed);
        try
        {
            // A run can be stopped between the last step of an epoch and its end.
            EndEpochIfDue(record, curves);
            while (!HasEnded)
            {
                _job.CancellationToken.ThrowIfCancellationRequested();
                Step(batches.Take(StepsDone), curves);
                EndEpochIfDue(record, curves);
                if (_parameters.CheckpointMinutes > 0 && _sinceSaved.Elapsed.TotalMinutes >= _parameters.CheckpointMinutes)
                    Save(record, RunRecord.Running);
            }
            Save(record, RunRecord.Finished);
            if (StepsDone < TotalSteps)
                _job.Log($"Ended after {StepsDone} of {TotalSteps} steps: for {_parameters.Patience} epochs none was better than epoch {_history.Best!.Number}.");
            return _history;
        }
        catch (OperationCanceledException)
        {
            Save(record, RunRecord.Cancelled);
            _job.Log($"Stopped after step {StepsDone} of {TotalSteps}; the run can be resumed from '{_folder.Path}'.");
            throw;
        }
    }

    private void Step(Batch batch, TrainingCurves curves)
    {
        var step = StepsDone;
        var loss = _learner.CanLearnFrom(batch) ? _learner.Step(batch, step, LearningRate(step)) : (float)_history.RecentLoss(1);
        if (!float.IsFinite(loss))
            throw new UserException($"The loss became {loss} at step {step + 1}: the training diverged. "
                + $"Take a lower --learning-rate than {_parameters.LearningRate}.");
        _history.AddLoss(loss);
        if (IsEpochDue)
            _history.GradientNorms = _learner.GradientNorms();
        curves.AddStep(_history);
        _job.Report(new JobProgress((double)StepsDone / TotalSteps,
            $"epoch {(step / _sampler.StepsPerEpoch) + 1} of {EpochCount}, step {StepsDone} of {TotalSteps}, loss {_history.RecentLoss(20):0.000}"));
    }

    private double LearningRate(int step) =>
        _plan.At(step, _plan.Schedule == LearningRateSchedule.Plateau ? _history.Plateaus(_parameters.PlateauPatience) : 0);

    private void EndEpochIfDue(RunRecord record, TrainingCurves curves)
    {
        if (!IsEpochDue)
            return;
        var number = ((StepsDone - 1) / _sampler.StepsPerEpoch) + 1;
        var steps = StepsDone - ((number - 1) * _sampler.StepsPerEpoch);
        var epoch = _judge.Judge(number, steps, LearningRate(StepsDone - 1), _history, Seconds, _job.CancellationToken);
        _preview?.WriteEpoch(number, _job.CancellationToken);
        var isBest = _history.AddEpoch(epoch);
        // The weights are there before the checkpoint says so: after a kill in between, they are written again, and are the same.
        var weights = StateBytes.Of(_learner.Network);
        AtomicFile.Write(_folder.LastWeightsPath, stream => stream.Write(weights));
        if (isBest)
            AtomicFile.Write(_folder.BestWeightsPath, stream => stream.Write(weights));
        curves.AddEpoch(epoch);
        _job.Log($"epoch {number} of {EpochCount}: loss {epoch.Loss:0.0000}, validation accuracy {epoch.Accuracy:0.0000}, "
            + $"mean IoU {epoch.MeanIntersectionOverUnion:0.0000}{(isBest ? " (best so far)" : "")}, {epoch.Seconds:0} s");
        Save(record, HasEnded ? RunRecord.Finished : RunRecord.Running);
    }

    private void Save(RunRecord record, string state)
    {
        Checkpoint.Write(_folder.CheckpointPath, _learner.Network, _learner.Optimiser, _history, Seconds);
        _folder.WriteMetrics(_history.Epochs, _data.Phases);
        _folder.WriteRecord(record with { State = state, StepsDone = StepsDone, Seconds = Seconds, Best = _history.Best });
        _sinceSaved.Restart();
    }
}
