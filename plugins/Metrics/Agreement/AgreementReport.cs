using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>The tables of a confusion matrix.</summary>
/// <param name="matched">The phases.</param>
/// <param name="against">The phase to compare with all others taken as one, or null.</param>
internal sealed class AgreementReport(IReadOnlyList<MatchedPhase> matched, int? against)
{
    /// <summary>"agreement" with one row, "per phase", "confusion", and where asked for "against the rest" and "per slice".</summary>
    public IEnumerable<Table> Tables(ConfusionMatrix matrix, IReadOnlyList<object?>[]? slices)
    {
        yield return new Table("agreement", Measure("accuracy"), Measure("mean IoU"), Measure("mean Dice"), new("voxels compared"), new("voxels ignored"),
            Measure("mean volume fraction error"))
            .Add(matrix.Accuracy, matrix.MeanIoU, matrix.MeanDice, matrix.Compared, matrix.Ignored, matrix.MeanVolumeFractionError);
        yield return PerPhase(matrix);
        yield return Confusion(matrix);
        if (against is { } phase)
        {
            var two = matrix.Against(phase);
            yield return new Table("against the rest", new("phase"), Measure("accuracy"), Measure("IoU"), Measure("IoU of the rest"), Measure("mean IoU"))
                .Add(matched[phase].Name, two.Accuracy, two.IoU(0), two.IoU(1), two.MeanIoU);
        }
        if (slices is not null)
        {
            var table = new Table("per slice",
            [
                new("slice"), Measure("accuracy"), Measure("mean IoU"), Measure("mean Dice"), new("voxels compared"),
                .. matched.Select(each => Measure($"IoU {each.Name}")),
            ]);
            foreach (var row in slices)
                table.Add(row);
            yield return table;
        }
    }

    /// <summary>The row of "per slice".</summary>
    public IReadOnlyList<object?> SliceRow(int z, ConfusionMatrix slice) =>
    [
        z, slice.Accuracy, slice.MeanIoU, slice.MeanDice, slice.Compared, .. Enumerable.Range(0, matched.Count).Select(phase => (object?)slice.IoU(phase)),
    ];

    private static TableColumn Measure(string name) => new(name, Format: "0.0000");

    private Table PerPhase(ConfusionMatrix matrix)
    {
        var table = new Table("per phase", new("phase"), Measure("precision"), Measure("recall"), Measure("IoU"), Measure("Dice"),
            new("voxels"), new("reference voxels"), Measure("volume fraction error"));
        for (var phase = 0; phase < matched.Count; phase++)
        {
            table.Add(matched[phase].Name, matrix.Precision(phase), matrix.Recall(phase), matrix.IoU(phase), matrix.Dice(phase),
                matrix.Voxels(phase), matrix.ReferenceVoxels(phase), matrix.VolumeFractionError(phase));
        }
        return table;
    }

    private Table Confusion(ConfusionMatrix matrix)
    {
        var table = new Table("confusion", [new("phase"), .. matched.Select(each => new TableColumn($"reference {each.Name}"))]);
        for (var row = 0; row < matched.Count; row++)
            table.Add([matched[row].Name, .. Enumerable.Range(0, matched.Count).Select(column => (object?)matrix[row, column])]);
        return table;
    }
}
