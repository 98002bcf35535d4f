using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Report;

/// <summary>The operation report.training-data: what a network would be trained on, and what is wrong with it.</summary>
internal static class ReportTrainingData
{
    internal static OperationResult Run(OperationContext context, ReportParameters parameters)
    {
        context.Job.Report(new JobProgress(0, "reading the slices"));
        var data = TrainingDataLoader.Load(context, parameters, parameters.Normalisation, new PatchShape(1));
        var histograms = new GreyHistograms(data);
        var pairs = PhaseSeparability.OfAll(histograms);
        var warnings = DataWarnings.Of(data, pairs);
        foreach (var warning in warnings)
            context.Job.Log($"{warning.What} {warning.Advice}");
        if (warnings.Count == 0)
            context.Job.Log("Nothing was found that speaks against training on these data.");
        context.Job.Report(new JobProgress(1, $"{warnings.Count} warning(s)"));
        return new OperationResult
        {
            Tables = [Phases(data), Pairs(data, pairs), Warnings(warnings), Slices(data)],
            Plots = [Levels(data.Slices), Histograms(data, histograms)],
        };
    }

    /// <summary>Writes the warnings into the log of a training that begins.</summary>
    internal static void LogWarnings(IJobContext job, TrainingData data)
    {
        foreach (var warning in DataWarnings.Of(data, PhaseSeparability.OfAll(new GreyHistograms(data))))
            job.Log($"Mind: {warning.What} {warning.Advice}");
    }

    private static Table Phases(TrainingData data)
    {
        var (training, validation, weights) = (data.PhaseCounts(), data.ValidationCounts(), data.ClassWeights(ClassWeighting.Balanced)!);
        var table = new Table("Phases", new TableColumn("Phase"), new TableColumn("Value"), new TableColumn("Voxels to learn from"),
            new TableColumn("Share of labelled"), new TableColumn("Slices with it"), new TableColumn("Voxels to judge by"), new TableColumn("Balanced weight", "", "0.###"));
        for (var label = 0; label < data.Phases.Count; label++)
        {
            var slices = data.Training.Sum(volume =>
                volume.LabelledSlices.Count(z => volume.Labels[z].AsSpan(0, volume.TrainingRows * volume.Width).Contains((byte)label)));
            table.Add(data.Phases[label].Name, data.Phases[label].FileValue, training[label], (double)training[label] / training.Sum(), slices, validation[label],
                (double)weights[label]);
        }
        return table;
    }

    private static Table Pairs(TrainingData data, IReadOnlyList<PhaseSeparability> pairs)
    {
        var table = new Table("Separability by grey value", new TableColumn("Phase"), new TableColumn("Other phase"), new TableColumn("Overlap", "", "0.000"),
            new TableColumn("Rank accuracy", "", "0.000"), new TableColumn("Light"));
        foreach (var pair in pairs)
            table.Add(data.Phases[pair.First].Name, data.Phases[pair.Second].Name, pair.Overlap, pair.RankAccuracy, pair.Light);
        return table;
    }

    private static Table Warnings(IReadOnlyList<DataWarning> warnings)
    {
        var table = new Table("Warnings", new TableColumn("Warning"), new TableColumn("Advice"));
        foreach (var warning in warnings)
            table.Add(warning.What, warning.Advice);
        return table;
    }

    private static Table Slices(TrainingData data)
    {
        var table = new Table("Slices", new TableColumn("Volume"), new TableColumn("Slice"), new TableColumn("Height"), new TableColumn("Width"),
            new TableColumn("Use"), new TableColumn("Labelled", "", "0.000"), new TableColumn("Mean grey"), new TableColumn("Standard deviation"),
            new TableColumn("Drift", "standard deviations", "0.00"));
        var drift = DataWarnings.Drift(data.Slices);
        for (var i = 0; i < data.Slices.Count; i++)
        {
            var slice = data.Slices[i];
            table.Add(slice.Volume, slice.Z, slice.Height, slice.Width, slice.HeldBack ? "judging" : "learning", slice.Labelled, slice.Mean, slice.Deviation, drift[i]);
        }
        return table;
    }

    private static Plot Levels(IReadOnlyList<SliceFacts> slices)
    {
        double[] numbers = [.. slices.Select((_, i) => (double)i)];
        return new Plot("Grey level of the labelled slices", "labelled slice", "grey value",
        [
            new PlotSeries("mean", numbers, [.. slices.Select(slice => slice.Mean)]),
            new PlotSeries("mean + standard deviation", numbers, [.. slices.Select(slice => slice.Mean + slice.Deviation)]),
            new PlotSeries("mean − standard deviation", numbers, [.. slices.Select(slice => slice.Mean - slice.Deviation)]),
        ]);
    }

    private static Plot Histograms(TrainingData data, GreyHistograms histograms)
    {
        double[] centres = [.. Enumerable.Range(0, GreyHistograms.Bins).Select(GreyHistograms.Centre)];
        return new Plot("Grey values by phase", "normalised grey value", "share of the phase",
        [
            .. histograms.Phases.Select(label => new PlotSeries(data.Phases[label].Name, centres,
                [.. histograms[label].Select(count => (double)count / histograms[label].Sum())])),
        ]);
    }
}
