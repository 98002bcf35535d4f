using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Plugins.Training.Test;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>What train.network gives back: how it went, by step, by epoch and by phase, and the test.</summary>
internal static class TrainingResult
{
    private const int CurvePoints = 400;

    internal static OperationResult Of(TrainingHistory history, PhaseTable phases, TestReport? test)
    {
        var best = history.Best ?? throw new InvalidOperationException("A finished run has a best epoch.");
        var last = history.Epochs[^1];
        var summary = new Table("Training", new TableColumn("Steps"), new TableColumn("Time", "s", "0.0"), new TableColumn("Best epoch"),
            new TableColumn("Validation accuracy"), new TableColumn("Validation mean IoU"), new TableColumn("Best validation mean IoU"))
            .Add(last.Step, last.Seconds, best.Number, last.Accuracy, last.MeanIntersectionOverUnion, best.MeanIntersectionOverUnion);
        var perPhase = new Table("Validation by phase", new TableColumn("Phase"), new TableColumn("IoU"));
        for (var phase = 0; phase < phases.Count; phase++)
            perPhase.Add(phases[phase].Name, last.IntersectionsOverUnion[phase]);
        var curve = history.Curve(Math.Max(1, last.Step / CurvePoints)).ToList();
        double[] epochs = [.. history.Epochs.Select(epoch => (double)epoch.Number)];
        return new OperationResult
        {
            Tables = test is null ? [summary, perPhase] : [summary, perPhase, test.ToTable()],
            Plots =
            [
                new Plot("Loss", "step", "loss", [new PlotSeries("training", [.. curve.Select(point => point.Step)], [.. curve.Select(point => point.Loss)])]),
                new Plot("Validation", "epoch", "share",
                [
                    new PlotSeries("accuracy", epochs, [.. history.Epochs.Select(epoch => epoch.Accuracy)]),
                    new PlotSeries("mean IoU", epochs, [.. history.Epochs.Select(epoch => epoch.MeanIntersectionOverUnion)]),
                ]),
            ],
        };
    }
}
