using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Measures what an epoch came to: by the regions that were held back, and by the network itself.</summary>
internal sealed class EpochJudge
{
    private readonly TrainParameters _parameters;
    private readonly TrainingData _data;
    private readonly Learner _learner;
    private readonly Validator _validator;
    private readonly ValidationLoss? _loss;

    internal EpochJudge(TrainParameters parameters, TrainingData data, Learner learner, NetworkGeometry geometry, PatchShape shape, Device device)
    {
        (_parameters, _data, _learner) = (parameters, data, learner);
        _validator = new Validator(data.Validation, learner.Network, geometry, shape, device, data.Phases.Count);
        // It costs as much as all the rest of the validation, so it is measured for those only who ask.
        _loss = parameters.BestBy == BestBy.Loss ? new ValidationLoss(data.Validation, shape) : null;
    }

    /// <param name="number">Of the epoch, from 1.</param>
    /// <param name="steps">Steps in it.</param>
    /// <param name="learningRate">Of its last step.</param>
    /// <param name="history">Of the run, up to that step.</param>
    /// <param name="seconds">Spent on the run so far.</param>
    /// <param name="cancellationToken">Looked at between patches.</param>
    internal EpochRecord Judge(int number, int steps, double learningRate, TrainingHistory history, double seconds, CancellationToken cancellationToken)
    {
        _learner.Network.eval();
        var errors = new MaterialErrors(_data.Phases);
        var matrix = _validator.Judge(cancellationToken, errors.Add);
        var further = new List<KeyValuePair<string, double?>>();
        if (_loss is not null)
            further.Add(new(EpochRecord.ValidationLoss, Finite(_loss.Measure(_learner, _parameters.BatchSize, cancellationToken))));
        further.AddRange(errors.Columns());
        further.AddRange(_learner.Stages.Zip(_learner.WeightNorms(), (stage, norm) => KeyValuePair.Create($"weight norm {stage.Name}", Finite(norm))));
        further.AddRange(_learner.Stages.Zip(history.GradientNorms, (stage, norm) => KeyValuePair.Create($"gradient norm {stage.Name}", Finite(norm))));
        return new EpochRecord(number, history.Losses.Count, learningRate, history.RecentLoss(steps), matrix.Accuracy(), matrix.IntersectionsOverUnion(), seconds)
        {
            Further = further,
        };
    }

    // The checkpoint cannot keep what is no number.
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
