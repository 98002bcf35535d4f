using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>The parameters of measure.volume-fractions.</summary>
internal sealed record VolumeFractionsParameters : MeasureParameters
{
    [Parameter("Radial profile", Help = "An axis through the middle of the volume: adds a plot of the fractions by the distance from it.")]
    public RadialAxis Around { get; init; }

    [Parameter("Exclude", PhasesOf = "in", ManyPhases = true, Help = "Phases to leave out as if the volume ended there, by name or file value, separated by commas.")]
    public string Exclude { get; init; } = "";
}

/// <summary>measure.volume-fractions: how much of a volume each phase takes, in all and along each axis.</summary>
internal static class VolumeFractionsOperation
{
    public static Operation<VolumeFractionsParameters> Create() => new("measure.volume-fractions", "Volume fractions", Run)
    {
        Description = "Counts the voxels of each phase. Fractions are of the labelled voxels; unlabelled ones are left out and counted apart. "
            + "The interval at 95 % says how far the material's fraction may lie from that of this sample, by the integral range of its correlation.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume.") { IsOnDemand = true }, MeasuredVolume.MaskInput],
    };

    private static OperationResult Run(OperationContext context, VolumeFractionsParameters parameters)
    {
        var layer = context.Labels("in");
        var labels = MeasuredVolume.Of(context, parameters.Exclude);
        try
        {
            var progress = new SliceProgress(context.Job, layer.Shape.Depth, "counting voxels");
            var counts = PhaseCounts.Count(labels, progress.Step, context.CancellationToken);
            var intervals = counts.Labelled > 0 ? PhaseFractionInterval.Of(labels, [.. Enumerable.Range(0, counts.Phases)], context.CancellationToken) : null;
            return new OperationResult
            {
                Tables = [PhaseTableOf(layer, counts, intervals), VoxelTable(counts)],
                Plots = [.. Enum.GetValues<Axis>().Select(axis => ProfilePlot(layer, counts, axis)), .. RadialProfile.Plots(labels, parameters.Around, context.CancellationToken)],
            };
        }
        finally
        {
            if (!ReferenceEquals(labels, layer.Labels))
                labels.Dispose();
        }
    }

    private static Table PhaseTableOf(LabelsLayer layer, PhaseCounts counts, IReadOnlyList<PhaseFractionInterval>? intervals)
    {
        var spacing = layer.Spacing;
        List<TableColumn> columns = [new("phase"), new("file value"), new("voxels"), new("volume fraction", Format: "0.000000"), new("± 95 %", Format: "0.000000")];
        if (spacing.IsCalibrated)
            columns.Add(new("volume", "µm³", "G7"));
        var table = new Table("volume fractions", columns);
        for (var label = 0; label < counts.Phases; label++)
        {
            var phase = layer.Phases[label];
            List<object?> cells = [phase.Name, phase.FileValue, counts.Voxels[label], counts.Fraction(label), HalfWidth(intervals?[label])];
            if (spacing.IsCalibrated)
                cells.Add(counts.Voxels[label] * spacing.Z * spacing.Y * spacing.X);
            table.Add(cells);
        }
        return table;
    }

    private static double? HalfWidth(PhaseFractionInterval? interval) => interval is null || double.IsNaN(interval.HalfWidth) ? null : interval.HalfWidth;

    private static Table VoxelTable(PhaseCounts counts) =>
        new Table("voxels", new("voxels"), new("labelled"), new("unlabelled"))
            .Add(counts.VoxelCount, counts.Labelled, counts.VoxelCount - counts.Labelled);

    private static Plot ProfilePlot(LabelsLayer layer, PhaseCounts counts, Axis axis)
    {
        // Places are those of the voxels' centres.
        var (name, step) = (axis.ToString().ToLowerInvariant(), layer.Spacing.Along(axis));
        var series = new List<PlotSeries>();
        for (var label = 0; label < counts.Phases; label++)
        {
            var points = counts.Profile(axis, label).Select((fraction, i) => (X: (i + 0.5) * step, Y: fraction)).Where(point => point.Y is not null).ToList();
            series.Add(new PlotSeries(layer.Phases[label].Name, [.. points.Select(point => point.X)], [.. points.Select(point => point.Y!.Value)]));
        }
        return new Plot($"Volume fractions along {name}", $"{name} [{layer.Spacing.Unit}]", "volume fraction", series);
    }
}
