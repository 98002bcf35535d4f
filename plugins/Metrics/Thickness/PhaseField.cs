using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Thickness;

/// <summary>Measures one value a voxel within a phase.</summary>
/// <returns>One value a voxel, 0 outside of the phase.</returns>
internal delegate float[] FieldMeasure(LabelVolume labels, int phase, bool facesEnd, Action sliceDone, CancellationToken cancellationToken);

/// <summary>Runs a measure that gives one length a voxel over phases: a layer of them all, a table of means and quantiles, and distributions.</summary>
/// <param name="Quantity">What is measured, for example "local thickness".</param>
/// <param name="Steps">How often the measure tells of each slice.</param>
/// <param name="BytesPerVoxel">What the measure keeps, with the layer.</param>
/// <param name="Measure">Measures one phase.</param>
internal sealed record PhaseField(string Quantity, int Steps, double BytesPerVoxel, FieldMeasure Measure)
{
    private const int MostRanges = 60;

    /// <summary>Measures the phases that the parameters name.</summary>
    /// <exception cref="UserException">There is no such phase, or none of its voxels, or nothing but it.</exception>
    public OperationResult Run(OperationContext context, SizeParameters parameters)
    {
        var layer = context.Labels("in");
        MemoryNeed.Check(context, layer, $"The {Quantity}", BytesPerVoxel, parameters);
        var measured = MeasuredVolume.Of(context, parameters.Exclude);
        try
        {
            var phases = PhaseChoice.List(layer.Phases, parameters.Phase);
            var progress = new SliceProgress(context.Job, Steps * phases.Count * layer.Shape.Depth, $"measuring {Quantity}");
            var field = new Volume<float>(layer.Shape, layer.Spacing);
            var distributions = new List<(string Name, long FileValue, FieldDistribution Values)>();
            foreach (var phase in phases)
            {
                var values = Measure(measured, phase, parameters.FacesEnd, progress.Step, context.CancellationToken);
                var distribution = FieldDistribution.Of(values, layer.Shape, measured, phase);
                if (double.IsPositiveInfinity(distribution.Max))
                {
                    throw new UserException($"'{layer.Name}' has nothing but the phase '{layer.Phases[phase].Name}', so that there is no distance to another. "
                        + "Label the rest of the volume, or let the volume's faces end the phase (--faces-end).");
                }
                distributions.Add((layer.Phases[phase].Name, layer.Phases[phase].FileValue, distribution));
                Merge(values, field);
            }
            if (distributions.All(of => of.Values.Count == 0))
                throw new UserException($"No voxel of '{layer.Name}' has one of the phases {string.Join(", ", distributions.Select(of => $"'{of.Name}'"))}.");
            return new OperationResult
            {
                Layers = [new ImageLayer($"{layer.Name}, {Quantity}", field) { Interpolate = false }],
                Tables = [TableOf(distributions, layer.Spacing)],
                Plots = Plots([.. distributions.Where(of => of.Values.Count > 0)], layer.Spacing),
            };
        }
        finally
        {
            if (!ReferenceEquals(measured, layer.Labels))
                measured.Dispose();
        }
    }

    private static void Merge(float[] values, Volume<float> field) => Parallel.For(0, field.Shape.Depth, z =>
    {
        var slice = field.Slice(z);
        var from = values.AsSpan(z * slice.Length, slice.Length);
        // Each voxel has one phase, and the values of the others are 0 there.
        for (var i = 0; i < slice.Length; i++)
            slice[i] += from[i];
    });

    private Table TableOf(List<(string Name, long FileValue, FieldDistribution Values)> distributions, Spacing spacing)
    {
        var unit = spacing.Unit;
        var table = new Table(Quantity, new("phase"), new("file value"), new("voxels"), new("mean", unit, "0.00000"), new("± 95 %", unit, "0.00000"), new("d10", unit),
            new("d10 ± 95 %", unit, "0.000"), new("median", unit), new("median ± 95 %", unit, "0.000"), new("d90", unit), new("d90 ± 95 %", unit, "0.000"), new("max", unit));
        foreach (var (name, fileValue, values) in distributions)
        {
            table.Add(name, fileValue, values.Count, Known(values.Mean), Known(values.MeanHalfWidth), Known(values.Quantile(0.1)), values.QuantileHalfWidth(0.1),
                Known(values.Quantile(0.5)), values.QuantileHalfWidth(0.5), Known(values.Quantile(0.9)), values.QuantileHalfWidth(0.9), values.Count > 0 ? values.Max : null);
        }
        return table;
    }

    private IReadOnlyList<Plot> Plots(List<(string Name, long FileValue, FieldDistribution Values)> distributions, Spacing spacing)
    {
        if (distributions.Count == 0)
            return [];
        var voxel = spacing.Finest;
        var (larger, density) = (new List<PlotSeries>(), new List<PlotSeries>());
        foreach (var (name, _, values) in distributions)
        {
            // Lengths between voxels are few and uneven below the size of a voxel.
            var width = Math.Max(voxel, values.Max / MostRanges);
            var shares = values.Shares(width, (int)(values.Max / width) + 1);
            density.Add(new PlotSeries(name, [.. shares.Select((_, i) => (i + 0.5) * width)], [.. shares.Select(share => share / width)]));
            var (x, y, left) = (new double[shares.Length + 1], new double[shares.Length + 1], 1.0);
            for (var i = 0; i <= shares.Length; i++)
            {
                (x[i], y[i]) = (i * width, Math.Max(left, 0));
                left -= i < shares.Length ? shares[i] : 0;
            }
            larger.Add(new PlotSeries(name, x, y));
        }
        var heading = char.ToUpperInvariant(Quantity[0]) + Quantity[1..];
        return
        [
            new Plot($"{heading}, cumulative", $"{Quantity} [{spacing.Unit}]", "share of the phase with at least this", larger),
            new Plot($"{heading}, distribution", $"{Quantity} [{spacing.Unit}]", $"share of the phase per {spacing.Unit}", density),
        ];
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
