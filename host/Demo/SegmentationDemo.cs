using System.Diagnostics;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Demo;

/// <summary>Trains LRCS-Net on some labelled slices, predicts one it has not seen, and compares with simpler methods.</summary>
internal sealed class SegmentationDemo(DemoOperations operations, string outputFolder)
{
    private const string Lrcs = "LRCS-Net";

    private static string Slices => Path.Combine(SampleFolder.Find(), "segmentpy-nmc");

    /// <summary>The scores of all methods, the network's last, and the layers of the test slice.</summary>
    public async Task<(IReadOnlyList<MethodScore> Scores, IReadOnlyList<Layer> Layers)> RunAsync(SegmentationCase which)
    {
        var slice = which.TestSlice;
        var grey = operations.Open(Path.Combine(Slices, slice + ".tif"), InputKind.Image);
        grey.Name = $"slice {slice}";
        var reference = Renamed((LabelsLayer)operations.Open(Path.Combine(Slices, slice + "_label.tif"), InputKind.Labels), $"slice {slice}, labelled by hand");
        var scores = new List<MethodScore>();

        foreach (var (method, operation) in new[] { ("multi-Otsu", "segment.multi-otsu"), ("k-means", "segment.k-means") })
        {
            // The label files number the phases from the brightest to the darkest: NMC, carbon-binder, pore.
            var (labels, seconds) = await operations.SegmentAsync(operation, grey, ("phases", "3"), ("brightest-first", "true")).ConfigureAwait(false);
            scores.Add(await ScoreAsync(method, Renamed(labels, method), reference, seconds).ConfigureAwait(false));
        }

        var clock = Stopwatch.StartNew();
        var predicted = Renamed(await TrainAndPredictAsync(which, grey).ConfigureAwait(false), $"slice {slice}, {Lrcs}");
        scores.Add(await ScoreAsync(Lrcs, predicted, reference, clock.Elapsed.TotalSeconds).ConfigureAwait(false));
        operations.Save(predicted, Path.Combine(outputFolder, $"slice-{slice}-lrcs-net.tif"));
        return (scores, [grey, reference, predicted]);
    }

    /// <summary>By how much the network beats the best of the others, as sentences; and whether it does in everything that counts.</summary>
    public static (bool Wins, string Text) Verdict(IReadOnlyList<MethodScore> scores)
    {
        var (others, network) = (scores.SkipLast(1).ToList(), scores[^1]);
        var margins = new (string Name, double Margin)[]
        {
            ("accuracy", network.Accuracy - others.Max(score => score.Accuracy)),
            ("mean IoU", network.MeanIoU - others.Max(score => score.MeanIoU)),
            ("IoU NMC / rest", network.SolidIoU - others.Max(score => score.SolidIoU)),
        };
        var wins = margins.All(margin => margin.Margin > 0);
        return (wins, $"  {Lrcs} {(wins ? "wins" : "does not win everything")} against the better of the others: "
            + string.Join(", ", margins.Select(margin => $"{margin.Name} {margin.Margin:+0.000;-0.000}")));
    }

    private static LabelsLayer Renamed(LabelsLayer layer, string name) =>
        new(name, layer.Labels.WithPhases(SegmentationCase.Phases)) { Origin = layer.Origin };

    private async Task<LabelsLayer> TrainAndPredictAsync(SegmentationCase which, Layer grey)
    {
        var runFolder = Path.Combine(outputFolder, $"lrcs-net-{which.TrainingSlices.Replace(',', '-')}");
        // The demo trains anew each time; its own former run is no one's work.
        if (File.Exists(Path.Combine(runFolder, "run.json")))
            Directory.Delete(runFolder, recursive: true);
        var training = new OperationInputs();
        training.Paths["in"] = Slices;
        await operations.RunAsync("train.network", training, new Dictionary<string, string>
        {
            ["network"] = "lrcs-net",
            ["slices"] = which.TrainingSlices,
            ["steps"] = which.Steps.ToString(),
            ["phase-names"] = string.Join(",", SegmentationCase.Phases.Select(phase => phase.Name)),
            ["seed"] = "1",
            // The network is judged by a slice of its own, and its last weights are taken; so it may learn from all that is labelled here.
            ["hold-back"] = "0",
        }, runFolder).ConfigureAwait(false);
        return (await operations.SegmentAsync("predict.network", grey, ("model", runFolder)).ConfigureAwait(false)).Labels;
    }

    private async Task<MethodScore> ScoreAsync(string method, LabelsLayer labels, LabelsLayer reference, double seconds)
    {
        var inputs = new OperationInputs();
        inputs.Layers["in"] = labels;
        inputs.Layers["reference"] = reference;
        var result = await operations.RunAsync("measure.agreement", inputs, [new("against", "NMC")]).ConfigureAwait(false);
        var summary = result.Tables.Single(table => table.Title == "agreement");
        var perPhase = result.Tables.Single(table => table.Title == "per phase");
        return new MethodScore(
            method,
            (double)Cell(summary, "accuracy", 0)!,
            [.. SegmentationCase.Phases.Select(phase => (double?)Cell(perPhase, "IoU", RowOf(perPhase, phase.Name)))],
            (double)Cell(summary, "mean IoU", 0)!,
            (double)Cell(perPhase, "IoU", RowOf(perPhase, "NMC"))!,
            seconds);
    }

    private static int RowOf(Table table, string phase) => table.Rows.ToList().FindIndex(row => (string?)row[0] == phase);

    private static object? Cell(Table table, string column, int row) => table.Rows[row][table.Columns.ToList().FindIndex(each => each.Name == column)];
}
