using VolumeViewer.Host.Recipes;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Demo;

/// <summary>Presents the steps of a <see cref="SegmentationCase"/>: how LRCS-Net did beside simpler methods.</summary>
internal static class SegmentationDemo
{
    private const string Lrcs = "LRCS-Net";

    private static readonly (string Method, string Step)[] Methods = [("multi-Otsu", "multi-otsu"), ("k-means", "k-means"), (Lrcs, "lrcs-net")];

    /// <summary>The step after which a case is complete.</summary>
    public static string LastStep(SegmentationCase which) => which.Agreement(Methods[^1].Step);

    /// <summary>The scores of all methods, the network's last.</summary>
    /// <param name="which">The case.</param>
    /// <param name="step">Finds a step that was done by its id.</param>
    public static IReadOnlyList<MethodScore> Scores(SegmentationCase which, Func<string, StepOutcome> step) =>
    [
        .. Methods.Select(method =>
        {
            var seconds = step(which.Labels(method.Step)).Run.Record.Seconds + (method.Method == Lrcs ? step(which.Training).Run.Record.Seconds : 0);
            return Score(method.Method, step(which.Agreement(method.Step)).Run.Result, seconds);
        }),
    ];

    /// <summary>The grey slice, the labels drawn by hand, and those of the network, with their phases named.</summary>
    public static IReadOnlyList<Layer> Layers(SegmentationCase which, RecipeResult result)
    {
        var grey = result.Inputs[which.Slice];
        grey.Name = $"slice {which.TestSlice}";
        return
        [
            grey,
            Named((LabelsLayer)result.Inputs[$"{which.Slice}-label"], $"slice {which.TestSlice}, labelled by hand"),
            Named((LabelsLayer)result[which.Labels("lrcs-net")].Run.Result.Layers[0], $"slice {which.TestSlice}, {Lrcs}"),
        ];
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

    private static LabelsLayer Named(LabelsLayer layer, string name)
    {
        (layer.Name, layer.Phases) = (name, SegmentationCase.Phases);
        return layer;
    }

    // The rows of the phases stand in the order of the label files' values, as those of SegmentationCase.Phases do.
    private static MethodScore Score(string method, OperationResult agreement, double seconds)
    {
        var summary = agreement.Tables.Single(table => table.Title == "agreement");
        var perPhase = agreement.Tables.Single(table => table.Title == "per phase");
        return new MethodScore(
            method,
            (double)Cell(summary, "accuracy", 0)!,
            [.. SegmentationCase.Phases.Select((_, row) => (double?)Cell(perPhase, "IoU", row))],
            (double)Cell(summary, "mean IoU", 0)!,
            (double)Cell(perPhase, "IoU", 0)!,
            seconds);
    }

    private static object? Cell(Table table, string column, int row) => table.Rows[row][table.Columns.ToList().FindIndex(each => each.Name == column)];
}
