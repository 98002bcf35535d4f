using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Chords;

/// <summary>The parameters of measure.chords.</summary>
internal sealed record ChordsParameters : MeasureParameters
{
    [Parameter("Phase", PhasesOf = "in", ManyPhases = true, Help = "Phases to measure, by name or file value, separated by commas; all when empty.")]
    public string Phase { get; init; } = "";

    [Parameter("Exclude", PhasesOf = "in", ManyPhases = true, Help = "Phases to leave out as if the volume ended there, by name or file value, separated by commas.")]
    public string Exclude { get; init; } = "";
}

/// <summary>measure.chords: how long the runs of each phase are along each axis.</summary>
internal static class ChordsOperation
{
    public static Operation<ChordsParameters> Create() => new("measure.chords", "Chord lengths", Run)
    {
        Description = "Measures the lengths of runs of voxels of a phase along each axis, between other phases. Runs that end at a face of the volume or at unlabelled voxels "
            + "are left out and counted.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume.") { IsOnDemand = true }, MeasuredVolume.MaskInput],
    };

    private static OperationResult Run(OperationContext context, ChordsParameters parameters)
    {
        var layer = context.Labels("in");
        var labels = MeasuredVolume.Of(context, parameters.Exclude);
        try
        {
            var phases = PhaseChoice.List(layer.Phases, parameters.Phase);
            var (shape, unit) = (layer.Shape, layer.Spacing.Unit);
            var progress = new SliceProgress(context.Job, (2 * shape.Depth) + shape.Height, "measuring chords");
            var table = new Table("chord lengths", new("phase"), new("file value"), new("axis"), new("chords"), new("mean", unit, "0.00000"), new("± 95 %", unit, "0.00000"),
                new("d10", unit), new("d10 ± 95 %", unit, "0.000"), new("median", unit), new("median ± 95 %", unit, "0.000"), new("d90", unit), new("d90 ± 95 %", unit, "0.000"), new("cut"), new("voxels in cut", Format: "0.0000"));
            var plots = new List<Plot>();
            foreach (var axis in Enum.GetValues<Axis>())
            {
                var chords = ChordLengths.Of(labels, axis, progress.Step, context.CancellationToken);
                var (name, step) = (axis.ToString().ToLowerInvariant(), layer.Spacing.Along(axis));
                var series = new List<PlotSeries>();
                foreach (var phase in phases)
                {
                    AddRow(table, layer.Phases[phase], phase, name, step, chords);
                    if (chords.Chords(phase) > 0)
                        series.Add(Distribution(layer.Phases[phase].Name, chords.Counts(phase), step));
                }
                plots.Add(new Plot($"Chord lengths along {name}", $"length [{unit}]", $"share of the chords per {unit}", series));
            }
            return new OperationResult { Tables = [table], Plots = plots };
        }
        finally
        {
            if (!ReferenceEquals(labels, layer.Labels))
                labels.Dispose();
        }
    }

    private static void AddRow(Table table, Phase phase, int label, string axis, double step, ChordLengths chords)
    {
        var all = chords.CutVoxels(label) + chords.Counts(label).Select((count, length) => count * length).Sum();
        table.Add(phase.Name, phase.FileValue, axis, chords.Chords(label), Known(step * chords.Mean(label)), Known(step * chords.MeanHalfWidth(label)),
            step * chords.Quantile(label, 0.1), step * chords.QuantileHalfWidth(label, 0.1), step * chords.Quantile(label, 0.5), step * chords.QuantileHalfWidth(label, 0.5),
            step * chords.Quantile(label, 0.9), step * chords.QuantileHalfWidth(label, 0.9), chords.Cut(label),
            all > 0 ? chords.CutVoxels(label) / (double)all : null);
    }

    private static PlotSeries Distribution(string name, IReadOnlyList<long> counts, double step)
    {
        var longest = counts.Index().Last(pair => pair.Item > 0).Index;
        var all = (double)counts.Sum();
        return new PlotSeries(name, [.. Enumerable.Range(1, longest).Select(length => length * step)],
            [.. Enumerable.Range(1, longest).Select(length => counts[length] / (all * step))]);
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
