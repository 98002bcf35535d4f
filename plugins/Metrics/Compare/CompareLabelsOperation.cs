using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>The parameters of compare.labels.</summary>
internal sealed record CompareLabelsParameters : MeasureParameters
{
    [Parameter("Match phases",
        Help = "How the phases of the two volumes are paired: auto goes by file values if both have the same, else by names if both have the same.")]
    public PhaseMatching Match { get; init; } = PhaseMatching.Auto;
}

/// <summary>compare.labels: where two segmentations of one volume differ, and what that does to the phases.</summary>
internal static class CompareLabelsOperation
{
    public static Operation<CompareLabelsParameters> Create() => new("compare.labels", "Differences of two segmentations", Run)
    {
        Description = "Shows where two segmentations differ, with a phase for every change, and sets the phases' volume fractions side by side. "
            + "Neither of the two is taken as true. Voxels unlabelled in either are left out.",
        Inputs =
        [
            new("in", InputKind.Labels, "The newer labels.") { IsOnDemand = true },
            new("before", InputKind.Labels, "The older labels.") { IsOnDemand = true },
        ],
    };

    private static OperationResult Run(OperationContext context, CompareLabelsParameters parameters)
    {
        var (layer, before) = (context.Labels("in"), context.Labels("before"));
        if (layer.Shape != before.Shape)
        {
            throw new UserException($"'{layer.Name}' has {layer.Shape} voxels (z, y, x), '{before.Name}' {before.Shape}; "
                + "they must be the same. Crop or resample one of them.");
        }
        var matched = PhaseMatch.Match(layer.Phases, before.Phases, parameters.Match);
        MemoryNeed.Check(context, layer, "The layer of differences", 1, parameters, isOneArray: false);
        var pairs = AgreementOperation.Count(layer.Labels, before.Labels, context.CancellationToken);
        var matrix = ConfusionMatrix.OfPairs(pairs, matched);
        if (matrix.Compared == 0)
            throw new UserException($"No voxel is labelled both in '{layer.Name}' and in '{before.Name}', so there is nothing to compare.");
        var changes = Changes.Between(matched);
        var progress = new SliceProgress(context.Job, layer.Shape.Depth, "marking the differences");
        var differences = new LabelVolume(layer.Shape, changes.Phases, layer.Spacing);
        try
        {
            differences.ForEachSlice(z =>
            {
                changes.Mark(layer.Labels.Slice(z), before.Labels.Slice(z), differences.Slice(z));
                progress.Step();
            }, context.CancellationToken);
        }
        catch
        {
            differences.Dispose();
            throw;
        }
        return new OperationResult
        {
            Layers = [new LabelsLayer($"{before.Name} → {layer.Name}", differences)],
            Tables = [Summary(matrix), PerPhase(matched, matrix)],
        };
    }

    private static Table Summary(ConfusionMatrix matrix)
    {
        var differing = matrix.Compared - Enumerable.Range(0, matrix.Phases).Sum(phase => matrix[phase, phase]);
        return new Table("differences", new TableColumn("voxels compared"), new TableColumn("voxels that differ"), new TableColumn("share that differs", Format: "0.0000"))
            .Add(matrix.Compared, differing, 1 - matrix.Accuracy);
    }

    private static Table PerPhase(IReadOnlyList<MatchedPhase> matched, ConfusionMatrix matrix)
    {
        var table = new Table("phases before and after", new TableColumn("phase"), new TableColumn("fraction before", Format: "0.0000"),
            new TableColumn("fraction after", Format: "0.0000"), new TableColumn("change", Format: "+0.0000;-0.0000;0"), new TableColumn("IoU", Format: "0.0000"));
        double Share(long voxels) => voxels / (double)matrix.Compared;
        for (var phase = 0; phase < matched.Count; phase++)
        {
            var (before, after) = (matrix.ReferenceVoxels(phase), matrix.Voxels(phase));
            table.Add(matched[phase].Name, Share(before), Share(after), Share(after - before), matrix.IoU(phase));
        }
        return table;
    }
}
