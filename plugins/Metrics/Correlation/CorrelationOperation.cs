using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>measure.correlation: the two-point correlation of phases, with lengths, surface and how representative the volume is.</summary>
internal static class CorrelationOperation
{
    private const int MostLag = 128;

    public static Operation<CorrelationParameters> Create() => new("measure.correlation", "Two-point correlation", Run)
    {
        Description = "Measures how likely two voxels at a distance are both of a phase, over all directions and along each axis; from it the correlation length, the surface per "
            + "volume (from the slope at the origin), the integral range, and the size of a representative volume.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume.") { IsOnDemand = true }, MeasuredVolume.MaskInput],
    };

    private static OperationResult Run(OperationContext context, CorrelationParameters parameters)
    {
        var layer = context.Labels("in");
        var labels = MeasuredVolume.Of(context, parameters.Exclude);
        try
        {
            var phases = PhaseChoice.List(layer.Phases, parameters.Phase);
            var reach = parameters.MaxLag > 0 ? parameters.MaxLag : DefaultReach(layer.Shape);
            MemoryNeed.Check(context, layer, "The correlation", BytesPerVoxel(layer.Shape, reach, parameters.Periodic), parameters);
            var intervals = PhaseFractionInterval.Of(labels, phases, context.CancellationToken);
            var table = NewTable(layer, parameters.Target);
            var (radial, plots) = (new List<PlotSeries>(), new List<Plot>());
            var pairs = parameters.Pairs ? PhasePairCorrelation.PairsOf(phases) : [];
            var measured = new Dictionary<int, MeasuredCorrelation>();
            for (var i = 0; i < phases.Count; i++)
            {
                var phase = layer.Phases[phases[i]];
                context.Job.Report(new JobProgress(i / (double)(phases.Count + pairs.Count), $"correlating {phase.Name}"));
                var whole = TwoPointCorrelation.Of(labels, phases[i], reach, parameters.Periodic, context.CancellationToken);
                var blocks = OfBlocks(labels, [phases[i]], reach, context.CancellationToken);
                measured[phases[i]] = new MeasuredCorrelation(whole, blocks);
                AddRow(table, phase, whole, blocks, intervals[i], parameters.Target / 100);
                radial.Add(new PlotSeries(phase.Name, whole.Distances, whole.Radial));
                plots.Add(AlongAxes(layer, phase, whole));
            }
            var correlations = new List<PhasePairCorrelation>();
            foreach (var (first, second) in pairs)
            {
                context.Job.Report(new JobProgress((phases.Count + correlations.Count) / (double)(phases.Count + pairs.Count),
                    $"correlating {layer.Phases[first].Name} with {layer.Phases[second].Name}"));
                var both = new MeasuredCorrelation(TwoPointCorrelation.Of(labels, [first, second], reach, parameters.Periodic, context.CancellationToken),
                    OfBlocks(labels, [first, second], reach, context.CancellationToken));
                correlations.Add(new PhasePairCorrelation($"{layer.Phases[first].Name} and {layer.Phases[second].Name}", measured[first], measured[second], both));
            }
            context.Job.Report(new JobProgress(1, "correlated"));
            return new OperationResult
            {
                Tables = parameters.Pairs ? [table, PhasePairCorrelation.TableOf(correlations, layer.Spacing.Unit)] : [table],
                Plots =
                [
                    new Plot("Two-point correlation", $"distance [{layer.Spacing.Unit}]", "probability that both are of the phase", radial), .. plots,
                    .. parameters.Pairs ? new[] { PhasePairCorrelation.PlotOf(correlations, layer.Spacing.Unit) } : [],
                ],
            };
        }
        finally
        {
            if (!ReferenceEquals(labels, layer.Labels))
                labels.Dispose();
        }
    }

    // The spectrum of the volume, with room for the lags beyond its faces, and the lags of two functions.
    private static double BytesPerVoxel(VolumeShape shape, int reach, bool isPeriodic)
    {
        double Padded(int side) => side == 1 ? 1 : side + (isPeriodic ? 0 : reach);
        double Lags(int side) => Math.Min((2 * reach) + 1, 2 * side);
        var spectrum = 4 * Padded(shape.Depth) * Padded(shape.Height) * Padded(shape.Width);
        return (spectrum + (2 * 4 * Lags(shape.Depth) / 2 * Lags(shape.Height) * Lags(shape.Width))) / shape.VoxelCount;
    }

    private static int DefaultReach(VolumeShape shape)
    {
        var sides = new[] { shape.Depth, shape.Height, shape.Width }.Where(side => side > 1).DefaultIfEmpty(1);
        return Math.Clamp(sides.Min() / 2, 1, MostLag);
    }

    private static Table NewTable(LabelsLayer layer, double target)
    {
        var unit = layer.Spacing.Unit;
        var volume = layer.Shape.Depth == 1 ? $"{unit}²" : $"{unit}³";
        return new Table("two-point correlation", new("phase"), new("file value"), new("volume fraction", Format: "0.000000"), new("± 95 %", Format: "0.000000"),
            new("correlation length (integral)", unit, "0.00000"), new("± 95 % (integral)", unit, "0.00000"),
            new("correlation length (exponential)", unit, "0.00000"), new("± 95 % (exponential)", unit, "0.00000"),
            new("specific surface (slope of S₂)", $"1/{unit}", "0.000000"), new("± 95 % (surface)", $"1/{unit}", "0.000000"),
            new("integral range", volume, "G6"), new("relative ± 95 % of the fraction", "%", "0.000"), new($"side for ± {target:0.##} %", unit, "0.0"));
    }

    private static void AddRow(Table table, Phase phase, TwoPointCorrelation whole, IReadOnlyList<TwoPointCorrelation> blocks, PhaseFractionInterval interval, double target) =>
        table.Add(phase.Name, phase.FileValue, whole.Fraction, Known(interval.HalfWidth), Known(whole.IntegralLength), Scatter(blocks, block => block.IntegralLength),
            Known(whole.ExponentialLength), Scatter(blocks, block => block.ExponentialLength), Known(whole.SpecificSurface), Scatter(blocks, block => block.SpecificSurface),
            Known(interval.IntegralRange), Known(100 * interval.HalfWidth / interval.Fraction), Known(interval.EdgeFor(target)));

    private static double? Scatter(IReadOnlyList<TwoPointCorrelation> blocks, Func<TwoPointCorrelation, double> value) =>
        Known(SampleInterval.HalfWidth(blocks.Select(value)));

    // Independent samples, each with its own correlation; those without a labelled voxel say nothing.
    private static List<TwoPointCorrelation> OfBlocks(LabelVolume labels, IReadOnlyList<int> phases, int reach, CancellationToken cancellationToken)
    {
        var blocks = new List<TwoPointCorrelation>();
        foreach (var box in new BlockGrid(labels.Shape).Boxes())
        {
            using var block = Crop(labels, box);
            if (HasLabels(block))
                blocks.Add(TwoPointCorrelation.Of(block, phases, Math.Min(reach, DefaultReach(block.Shape)), false, cancellationToken));
        }
        return blocks;
    }

    private static bool HasLabels(LabelVolume labels)
    {
        for (var z = 0; z < labels.Shape.Depth; z++)
        {
            if (labels.Slice(z).IndexOfAnyExcept(LabelVolume.Unlabelled) >= 0)
                return true;
        }
        return false;
    }

    private static LabelVolume Crop(LabelVolume labels, VoxelBox box)
    {
        var block = new LabelVolume(new VolumeShape(box.Depth, box.Height, box.Width), labels.Phases, labels.Spacing);
        for (var z = 0; z < box.Depth; z++)
        {
            for (var y = 0; y < box.Height; y++)
                labels.Slice(box.Z + z).Slice(((box.Y + y) * labels.Shape.Width) + box.X, box.Width).CopyTo(block.Slice(z)[(y * box.Width)..]);
        }
        return block;
    }

    private static Plot AlongAxes(LabelsLayer layer, Phase phase, TwoPointCorrelation correlation) =>
        new($"Two-point correlation of {phase.Name} along the axes", $"distance [{layer.Spacing.Unit}]", "probability that both are of the phase",
            [.. Enum.GetValues<Axis>().Select(axis => AlongAxis(axis, correlation.Along(axis), layer.Spacing.Along(axis)))]);

    private static PlotSeries AlongAxis(Axis axis, double[] values, double step)
    {
        var known = values.Select((value, lag) => (Distance: lag * step, Value: value)).Where(point => double.IsFinite(point.Value)).ToArray();
        return new PlotSeries(axis.ToString().ToLowerInvariant(), [.. known.Select(point => point.Distance)], [.. known.Select(point => point.Value)]);
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
