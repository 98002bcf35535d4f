using System.Text;

using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Transfer;

/// <summary>What a study of transfer came to, as tables and curves over the number of labelled slices.</summary>
internal sealed class TransferReport(IReadOnlyList<TransferTrial> trials)
{
    private const string Share = "0.0000";

    /// <summary>Mean and spread over the seeds, and how much transfer gained.</summary>
    internal Table Summary()
    {
        var table = new Table("Transfer against training from scratch", new TableColumn("Labelled slices"), new TableColumn("Seeds"),
            new TableColumn("Accuracy from scratch", "", Share), new TableColumn("Accuracy by transfer", "", Share),
            new TableColumn("Mean IoU from scratch", "", Share), new TableColumn("± from scratch", "", Share),
            new TableColumn("Mean IoU by transfer", "", Share), new TableColumn("± by transfer", "", Share), new TableColumn("Gain", "", Share),
            new TableColumn("Seeds won"));
        foreach (var group in trials.GroupBy(trial => trial.Slices))
        {
            var (scratch, transfer) = (Values(group, false, MeanIoU), Values(group, true, MeanIoU));
            var seeds = group.Select(trial => trial.Seed).Distinct().ToList();
            var won = seeds.Count(seed => Of(group, true, seed) > Of(group, false, seed));
            table.Add(group.Key, seeds.Count, Values(group, false, Accuracy).Average(), Values(group, true, Accuracy).Average(), scratch.Average(), Deviation(scratch),
                transfer.Average(), Deviation(transfer), transfer.Average() - scratch.Average(), won);
        }
        return table;

        static double Of(IEnumerable<TransferTrial> group, bool transfer, int seed) => MeanIoU(group.Single(trial => trial.Transfer == transfer && trial.Seed == seed));
    }

    /// <summary>Every training.</summary>
    internal Table Trials()
    {
        var table = new Table("Trainings",
        [
            new TableColumn("Method"), new TableColumn("Labelled slices"), new TableColumn("Seed"), new TableColumn("Accuracy", "", Share),
            new TableColumn("Mean IoU", "", Share), .. trials[0].Score.Phases.Select(phase => new TableColumn($"IoU {phase.Name} against the rest", "", Share)),
            .. trials[0].Score.Phases.Select(phase => new TableColumn($"Volume fraction error {phase.Name}", "", Share)),
        ]);
        foreach (var trial in trials)
        {
            table.Add([trial.Method, trial.Slices, trial.Seed, Accuracy(trial), MeanIoU(trial),
                .. trial.Score.Phases.Select(phase => (object?)phase.IntersectionOverUnion),
                .. trial.Score.Phases.Select(phase => (object?)Math.Abs(phase.VolumeFraction - phase.LabelledVolumeFraction))]);
        }
        return table;
    }

    /// <summary>Both methods' curves, with the greatest and smallest value over the seeds where there are several.</summary>
    internal IReadOnlyList<Plot> Plots() => [PlotOf("Mean IoU of the test slices", "mean IoU", MeanIoU), PlotOf("Accuracy in the test slices", "accuracy", Accuracy)];

    /// <summary>Writes <see cref="Trials"/> as comma-separated values.</summary>
    internal void Write(string path)
    {
        var table = Trials();
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            writer.WriteLine(string.Join(',', table.Columns.Select(column => RunFolder.Quote(column.Name))));
            for (var row = 0; row < table.Rows.Count; row++)
                writer.WriteLine(string.Join(',', table.Columns.Select((_, column) => RunFolder.Quote(table.Text(row, column)))));
        });
    }

    private Plot PlotOf(string title, string label, Func<TransferTrial, double> value)
    {
        var series = new List<PlotSeries>();
        foreach (var method in trials.GroupBy(trial => (trial.Transfer, trial.Method)))
        {
            var counts = method.GroupBy(trial => trial.Slices).Select(group => (Slices: (double)group.Key, Values: group.Select(value).ToList())).ToList();
            void Add(string name, Func<List<double>, double> of) =>
                series.Add(new PlotSeries(name, [.. counts.Select(count => count.Slices)], [.. counts.Select(count => of(count.Values))]));
            Add(method.Key.Method, values => values.Average());
            if (!counts.Exists(count => count.Values.Count > 1))
                continue;
            Add($"{method.Key.Method}, best seed", values => values.Max());
            Add($"{method.Key.Method}, worst seed", values => values.Min());
        }
        return new Plot(title, "labelled slices", label, series);
    }

    private static double MeanIoU(TransferTrial trial) => trial.Score.MeanIntersectionOverUnion;

    private static double Accuracy(TransferTrial trial) => trial.Score.Accuracy;

    private static List<double> Values(IEnumerable<TransferTrial> group, bool transfer, Func<TransferTrial, double> value) =>
        [.. group.Where(trial => trial.Transfer == transfer).Select(value)];

    // Of the sample; 0 for a single value.
    private static double Deviation(List<double> values)
    {
        var mean = values.Average();
        return values.Count < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
