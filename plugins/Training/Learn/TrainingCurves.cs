using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>The curves that are drawn while a network learns.</summary>
internal sealed class TrainingCurves
{
    private readonly LiveSeries _loss;
    private readonly LiveSeries _accuracy;
    private readonly LiveSeries _meanIoU;
    private readonly int _window;

    /// <param name="job">Shows them.</param>
    /// <param name="history">What was before, if the run is resumed.</param>
    /// <param name="window">Steps that are averaged to a point of the loss.</param>
    internal TrainingCurves(IJobContext job, TrainingHistory history, int window)
    {
        _loss = job.Series("loss", "training", "step");
        _accuracy = job.Series("validation", "accuracy", "epoch");
        _meanIoU = job.Series("validation", "mean IoU", "epoch");
        _window = window;
        foreach (var (step, loss) in history.Curve(window))
            _loss.Add(step, loss);
        foreach (var epoch in history.Epochs)
            AddEpoch(epoch);
    }

    internal void AddStep(TrainingHistory history)
    {
        if (history.Losses.Count % _window == 0)
            _loss.Add(history.Losses.Count, history.RecentLoss(_window));
    }

    internal void AddEpoch(EpochRecord epoch)
    {
        _accuracy.Add(epoch.Number, epoch.Accuracy);
        _meanIoU.Add(epoch.Number, epoch.MeanIntersectionOverUnion);
    }
}
