using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Plugins.Metrics.Surfaces;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Minkowski;

/// <summary>The parameters of measure.minkowski.</summary>
internal sealed record MinkowskiParameters : MeasureParameters
{
    [Parameter("Phases", PhasesOf = "in", ManyPhases = true, Help = "Phases to measure, by name or file value, separated by commas; empty for all.")]
    public string Phase { get; init; } = "";

    [Parameter("Exclude", PhasesOf = "in", ManyPhases = true, Help = "Phases to leave out, by name or file value, separated by commas.")]
    public string Exclude { get; init; } = "";
}

/// <summary>measure.minkowski: volume, surface, mean breadth and Euler number of each phase.</summary>
internal static class MinkowskiOperation
{
    public static Operation<MinkowskiParameters> Create() => new("measure.minkowski", "Minkowski functionals", Run)
    {
        Description = "Measures volume, surface, mean breadth (with the integral of mean curvature) and Euler number of each phase from its configurations of 2×2×2 voxels: once per "
            + "volume of a material that goes on beyond the border, with 95 % intervals from the scatter between blocks, and once of the body that the volume cuts out.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume.") { IsOnDemand = true }, MeasuredVolume.MaskInput],
    };

    private static OperationResult Run(OperationContext context, MinkowskiParameters parameters)
    {
        var layer = context.Labels("in");
        var phases = PhaseChoice.List(layer.Phases, parameters.Phase);
        var labels = MeasuredVolume.Of(context, parameters.Exclude);
        try
        {
            var progress = new SliceProgress(context.Job, 2 * phases.Count * layer.Shape.Depth, "measuring Minkowski functionals");
            var weights = new MinkowskiWeights(layer.Spacing);
            var grid = new BlockRows(layer.Shape);
            var (densities, bodies) = (Densities(layer.Spacing), Bodies(layer.Spacing));
            foreach (var phase in phases)
            {
                var inside = ConfigurationHistogram.Count(labels, (phase, phase), grid, progress.Step, context.CancellationToken);
                var padded = ConfigurationHistogram.CountPadded(labels, phase, progress.Step, context.CancellationToken);
                densities.Add(DensityRow(layer.Phases[phase].Name, inside, weights, layer.Spacing));
                var breadth = Sum(padded, weights.Breadth);
                bodies.Add(layer.Phases[phase].Name, Sum(padded, weights.Volume), Sum(padded, weights.Surface), breadth, 2 * Math.PI * breadth,
                    Math.Round(Sum(padded, weights.Euler6)), Math.Round(Sum(padded, weights.Euler26)));
            }
            return new OperationResult { Tables = [densities, bodies] };
        }
        finally
        {
            if (!ReferenceEquals(labels, layer.Labels))
                labels.Dispose();
        }
    }

    /// <summary>A functional of a phase from its configurations.</summary>
    internal static double Sum(ReadOnlySpan<long> histogram, double[] weights)
    {
        var sum = 0.0;
        for (var configuration = 0; configuration < weights.Length; configuration++)
            sum += histogram[configuration] * weights[configuration];
        return sum;
    }

    private static List<object?> DensityRow(string phase, long[] histogram, MinkowskiWeights weights, Spacing spacing)
    {
        var blocks = histogram.Length / ConfigurationHistogram.Length;
        var volumes = ByBlock([.. Enumerable.Repeat(spacing.Z * spacing.Y * spacing.X, ConfigurationHistogram.Length)]);
        var cells = new List<object?> { phase };
        foreach (var functional in new[] { weights.Volume, weights.Surface, [.. weights.Breadth.Select(breadth => 2 * Math.PI * breadth)], weights.Euler6, weights.Euler26 })
        {
            var sums = ByBlock(functional);
            cells.Add(volumes.Sum() > 0 ? sums.Sum() / volumes.Sum() : null);
            cells.Add(BlockRows.HalfWidth(sums, volumes));
        }
        return cells;

        double[] ByBlock(double[] functional) =>
        [
            .. Enumerable.Range(0, blocks).Select(block => Sum(histogram.AsSpan(block * ConfigurationHistogram.Length, ConfigurationHistogram.Length), functional)),
        ];
    }

    private static Table Densities(Spacing spacing)
    {
        (string Name, string Unit)[] columns =
        [
            ("volume fraction", ""), ("specific surface", $"1/{spacing.Unit}"), ("curvature density", $"1/{spacing.Unit}²"),
            ("Euler density, 6", $"1/{spacing.Unit}³"), ("Euler density, 26", $"1/{spacing.Unit}³"),
        ];
        return new Table("densities",
            [new("phase"), .. columns.SelectMany(column => new TableColumn[] { new(column.Name, column.Unit, "G6"), new($"{column.Name} ± 95 %", column.Unit, "G3") })]);
    }

    private static Table Bodies(Spacing spacing) => new("bodies", new("phase"), new("volume", spacing.Unit + "³", "G7"), new("surface", spacing.Unit + "²", "G7"),
        new("mean breadth", spacing.Unit, "G7"), new("integral of mean curvature", spacing.Unit, "G7"), new("Euler number, 6"), new("Euler number, 26"));
}
