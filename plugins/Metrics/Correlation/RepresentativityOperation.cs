using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>The parameters of measure.representativity.</summary>
internal sealed record RepresentativityParameters : MeasureParameters
{
    [Parameter("Phase", PhasesOf = "in", ManyPhases = true, Help = "Phases to measure, by name or file value, separated by commas; all when empty.")]
    public string Phase { get; init; } = "";

    [Parameter("Exclude", PhasesOf = "in", ManyPhases = true, Help = "Phases to leave out as if the volume ended there, by name or file value, separated by commas.")]
    public string Exclude { get; init; } = "";

    [Parameter("Target", Unit = "%", Min = 0.1, Max = 100, Help = "Interval at 95 % that a representative volume has, as a share of the property.")]
    public double Target { get; init; } = 5;
}

/// <summary>measure.representativity: how volume fraction and surface scatter between sub-volumes, and how large a representative volume is.</summary>
internal static class RepresentativityOperation
{
    public static Operation<RepresentativityParameters> Create() => new("measure.representativity", "Representativity", Run)
    {
        Description = "Cuts the volume into sub-volumes of several sizes, and lets a box grow from its middle: how volume fraction and surface (by voxel faces) scatter and "
            + "settle, the law of their variance, and the side of a representative volume.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume.") { IsOnDemand = true }, MeasuredVolume.MaskInput],
    };

    private static OperationResult Run(OperationContext context, RepresentativityParameters parameters)
    {
        var layer = context.Labels("in");
        var labels = MeasuredVolume.Of(context, parameters.Exclude);
        try
        {
            var phases = PhaseChoice.List(layer.Phases, parameters.Phase);
            var intervals = PhaseFractionInterval.Of(labels, phases, context.CancellationToken);
            var (unit, isPlanar) = (layer.Spacing.Unit, layer.Shape.Depth == 1);
            var side = $"side for ± {parameters.Target:0.##} %";
            var summary = new Table("representativity", new("phase"), new("property"), new("value", Format: "0.000000"), new("± 95 %", Format: "0.000000"),
                new("relative ± 95 %", "%", "0.000"), new("exponent of V", Format: "0.000"), new(side, unit, "0.0"), new($"{side} (integral range)", unit, "0.0"));
            var sizes = new Table("sub-volumes", new("phase"), new("property"), new("along each axis"), new("samples"), new("side", unit, "0.0"),
                new("mean", Format: "0.000000"), new("deviation", Format: "0.000000"), new("relative deviation", "%", "0.000"));
            var plots = new List<Plot>();
            for (var i = 0; i < phases.Count; i++)
            {
                var name = layer.Phases[phases[i]].Name;
                context.Job.Report(new JobProgress(i / (double)phases.Count, $"counting {name}"));
                var counts = SubVolumes.Of(labels, phases[i], context.CancellationToken);
                if (counts.Cells < 2)
                {
                    throw new UserException($"'{layer.Name}' has {layer.Shape} voxels (z, y, x); a side of fewer than 4 voxels has no sub-volumes. "
                        + "Measure a larger volume.");
                }
                var all = counts.In((0, 0, 0), (counts.CellsAlongZ, counts.Cells, counts.Cells));
                Report(name, "volume fraction", all.Fraction, box => box.Fraction, intervals[i].EdgeFor(parameters.Target / 100));
                Report(name, "specific surface (faces)", all.Surface, box => box.Surface, double.NaN);

                void Report(string phase, string property, double value, Func<(double Volume, double Fraction, double Surface), double> pick, double integral)
                {
                    var found = Representativity.Of(counts, pick);
                    Add(summary, sizes, (phase, property, value), found, all.Volume, parameters.Target / 100, integral, isPlanar);
                    plots.AddRange(Plots(layer, (phase, property), found, counts, pick, isPlanar));
                }
            }
            context.Job.Report(new JobProgress(1, "counted"));
            return new OperationResult { Tables = [summary, sizes], Plots = plots };
        }
        finally
        {
            if (!ReferenceEquals(labels, layer.Labels))
                labels.Dispose();
        }
    }

    private static void Add(Table summary, Table sizes, (string Phase, string Property, double Value) of, Representativity found, double volume, double target,
        double integral, bool isPlanar)
    {
        summary.Add(of.Phase, of.Property, Known(of.Value), Known(found.HalfWidth(volume)), Known(100 * found.HalfWidth(volume) / of.Value), Known(found.Exponent),
            Known(Side(found.VolumeFor(of.Value, target), isPlanar)), Known(integral));
        foreach (var scatter in found.Scatters)
        {
            sizes.Add(of.Phase, of.Property, scatter.Parts, scatter.Samples, Side(scatter.Volume, isPlanar), Known(scatter.Mean), Known(scatter.Deviation),
                Known(100 * scatter.Deviation / scatter.Mean));
        }
    }

    private static IEnumerable<Plot> Plots(LabelsLayer layer, (string Phase, string Property) of, Representativity found, SubVolumes counts,
        Func<(double Volume, double Fraction, double Surface), double> pick, bool isPlanar)
    {
        var (unit, title) = (layer.Spacing.Unit, $"{char.ToUpperInvariant(of.Property[0])}{of.Property[1..]} of {of.Phase}");
        var scatters = found.Scatters.Where(scatter => double.IsFinite(scatter.Deviation)).Reverse().ToArray();
        var sides = scatters.Select(scatter => Side(scatter.Volume, isPlanar)).ToArray();
        yield return new Plot($"{title}: scatter between sub-volumes", $"side [{unit}]", "standard deviation",
            [new PlotSeries("measured", sides, [.. scatters.Select(scatter => scatter.Deviation)]),
                new PlotSeries("σ² = K / V", sides, [.. scatters.Select(scatter => Math.Sqrt(found.Constant / scatter.Volume))])]);
        var boxes = Growing(counts).Select(box => (Side: Side(box.Volume, isPlanar), Value: pick(box))).Where(box => double.IsFinite(box.Value)).ToArray();
        yield return new Plot($"{title}: growing box", $"side [{unit}]", of.Property, [new PlotSeries(of.Phase, [.. boxes.Select(box => box.Side)], [.. boxes.Select(box => box.Value)])]);
    }

    private static IEnumerable<(double Volume, double Fraction, double Surface)> Growing(SubVolumes counts)
    {
        var (half, isPlanar) = (counts.Cells / 2, counts.CellsAlongZ == 1);
        for (var reach = 1; reach <= half; reach++)
            yield return counts.In((isPlanar ? 0 : half - reach, half - reach, half - reach), (isPlanar ? 1 : half + reach, half + reach, half + reach));
    }

    private static double Side(double volume, bool isPlanar) => isPlanar ? Math.Sqrt(volume) : Math.Cbrt(volume);

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
