using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>The parameters of measure.agreement.</summary>
internal sealed record AgreementParameters : MeasureParameters
{
    [Parameter("Match phases",
        Help = "How the phases of the two volumes are paired: auto goes by file values if both have the same, else by names if both have the same.")]
    public PhaseMatching Match { get; init; } = PhaseMatching.Auto;

    [Parameter("Against the rest",
        Help = "A phase, by its name in the reference or its file value, that is also compared with all others taken as one.")]
    public string Against { get; init; } = "";

    [Parameter("Per slice", Help = "Adds a table with a row for every slice.")]
    public bool PerSlice { get; init; }

    [Parameter("First slice", Min = 0, Help = "First slice to compare.")]
    public int FirstSlice { get; init; }

    [Parameter("Last slice", Min = -1, Help = "Last slice to compare; −1 for the last there is.")]
    public int LastSlice { get; init; } = -1;
}

/// <summary>measure.agreement: how well labels agree with a reference, voxel by voxel.</summary>
internal static class AgreementOperation
{
    public static Operation<AgreementParameters> Create() => new("measure.agreement", "Agreement with a reference", Run)
    {
        Description = "Compares labels with a reference voxel by voxel. Voxels unlabelled in either are left out and counted. "
            + "A phase absent from both volumes has no IoU and no Dice coefficient, and is left out of their means.",
        Inputs =
        [
            new("in", InputKind.Labels, "The labels to judge.") { IsOnDemand = true },
            new("reference", InputKind.Labels, "The labels taken as true.") { IsOnDemand = true },
        ],
    };

    private static OperationResult Run(OperationContext context, AgreementParameters parameters)
    {
        var (layer, reference) = (context.Labels("in"), context.Labels("reference"));
        if (layer.Shape != reference.Shape)
        {
            throw new UserException($"'{layer.Name}' has {layer.Shape} voxels (z, y, x), the reference '{reference.Name}' {reference.Shape}; "
                + "they must be the same. Crop or resample one of them.");
        }
        var matched = PhaseMatch.Match(layer.Phases, reference.Phases, parameters.Match);
        int? against = string.IsNullOrWhiteSpace(parameters.Against) ? null : PhaseMatch.Find(matched, parameters.Against.Trim());
        var (first, last) = (parameters.FirstSlice, parameters.LastSlice < 0 ? layer.Shape.Depth - 1 : parameters.LastSlice);
        if (last >= layer.Shape.Depth || first > last)
            throw new UserException($"--first-slice {first} and --last-slice {last}: '{layer.Name}' has the slices 0 to {layer.Shape.Depth - 1}, "
                + "and the first must not come after the last.");
        var progress = new SliceProgress(context.Job, last - first + 1, "comparing");
        var report = new AgreementReport(matched, against);
        var slices = parameters.PerSlice ? new IReadOnlyList<object?>[last - first + 1] : null;
        var pairs = Count(layer.Labels, reference.Labels, first, last, (z, counts) =>
        {
            if (slices is not null)
                slices[z - first] = report.SliceRow(z, ConfusionMatrix.OfPairs(counts, matched));
            progress.Step();
        }, context.CancellationToken);
        var matrix = ConfusionMatrix.OfPairs(pairs, matched);
        if (matrix.Compared == 0)
            throw new UserException($"No voxel is labelled both in '{layer.Name}' and in the reference '{reference.Name}', so there is nothing to compare.");
        return new OperationResult { Tables = [.. report.Tables(matrix, slices)] };
    }

    /// <summary>Counts all pairs of labels, on all cores.</summary>
    internal static long[,] Count(LabelVolume labels, LabelVolume reference, CancellationToken cancellationToken = default) =>
        Count(labels, reference, 0, labels.Shape.Depth - 1, null, cancellationToken);

    private static long[,] Count(
        LabelVolume labels, LabelVolume reference, int first, int last, Action<int, long[,]>? sliceDone, CancellationToken cancellationToken)
    {
        var (phases, referencePhases) = (labels.Phases.Count, reference.Phases.Count);
        var total = new long[phases + 1, referencePhases + 1];
        labels.ForEachSlice(z =>
        {
            if (z < first || z > last)
                return;
            var counts = PairCounts.Count(labels.Slice(z), reference.Slice(z), phases, referencePhases);
            lock (total)
            {
                for (var row = 0; row <= phases; row++)
                {
                    for (var column = 0; column <= referencePhases; column++)
                        total[row, column] += counts[row, column];
                }
            }
            sliceDone?.Invoke(z, counts);
        }, cancellationToken);
        return total;
    }
}
