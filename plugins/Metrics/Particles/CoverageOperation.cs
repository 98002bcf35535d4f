using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Particles;

/// <summary>The parameters of measure.coverage.</summary>
internal sealed record CoverageParameters : MeasureParameters
{
    [Parameter("Active", PhasesOf = "in", Help = "The phase whose surface is covered, such as the active material; by name or file value.")]
    public string Active { get; init; } = "";

    [Parameter("Binder", PhasesOf = "in", Help = "The phase that covers it, such as the carbon-binder domain; by name or file value.")]
    public string Binder { get; init; } = "";

    [Parameter("Exclude", PhasesOf = "in", ManyPhases = true, Help = "Phases to leave out as if the volume ended there, by name or file value, separated by commas.")]
    public string Exclude { get; init; } = "";

    [Parameter("Least depth", Unit = "voxel", Min = 0, Max = 1000, Help = "How particles are split; see measure.particles.")]
    public double MinDepth { get; init; } = 1;

    [Parameter("Smallest particle", Unit = "voxel", Min = 1, Max = 1e9, Help = "Particles with fewer voxels are in the sums, but not in the table.")]
    public int Smallest { get; init; } = 64;
}

/// <summary>measure.coverage: how much of the active material's surface faces binder.</summary>
internal static class CoverageOperation
{
    public static Operation<CoverageParameters> Create() => new("measure.coverage", "Coverage by binder", Run)
    {
        Description = "Measures the share of the active material's surface that faces binder, in all and for each particle. Areas are those of Crofton's formula in thirteen directions; "
            + "contacts between particles are no surface.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume.") { IsOnDemand = true }, MeasuredVolume.MaskInput],
        ShapeOf = "in",
    };

    private static OperationResult Run(OperationContext context, CoverageParameters parameters)
    {
        var layer = context.Labels("in");
        var (active, binder) = (PhaseChoice.One(layer.Phases, parameters.Active, "active"), PhaseChoice.One(layer.Phases, parameters.Binder, "binder"));
        if (active == binder)
            throw new UserException($"'{layer.Phases[active].Name}' is given both as active material and as binder. Name two phases (--active, --binder).");
        MemoryNeed.Check(context, layer, "Splitting into particles", 16, parameters);
        var labels = MeasuredVolume.Of(context, parameters.Exclude);
        try
        {
            context.Job.Report(new JobProgress(0, "splitting particles"));
            var split = ParticleSegmentation.Of(labels, active, parameters.MinDepth, context.CancellationToken);
            context.Job.Report(new JobProgress(0.6, "measuring surfaces"));
            var particles = ParticleCounts.Measure(labels, split, context.CancellationToken);
            context.Job.Report(new JobProgress(1, "measured"));
            var large = particles.Where(particle => particle.Voxels >= parameters.Smallest && Outer(particle, active) > 0).ToArray();
            return new OperationResult
            {
                Layers = [Painted(layer, split, particles, active, binder)],
                Tables = [InAll(layer, particles, active), Means(large, active, binder), ByParticle(layer, large, active, binder)],
                Plots = large.Length == 0 ? [] :
                [
                    new Plot("Coverage of particles", "share of the surface that faces binder", "share of the particles",
                        [ParticlePlots.Histogram("by number", large, particle => Coverage(particle, active, binder), _ => 1, 0, 1),
                            ParticlePlots.Histogram("by surface", large, particle => Coverage(particle, active, binder), particle => Outer(particle, active), 0, 1)]),
                ],
            };
        }
        finally
        {
            if (!ReferenceEquals(labels, layer.Labels))
                labels.Dispose();
        }
    }

    // What is not contact with another particle.
    private static double Outer(Particle particle, int active) => particle.Surface - particle.Areas[active];

    private static double Coverage(Particle particle, int active, int binder) => particle.Areas[binder] / Outer(particle, active);

    private static Table InAll(LabelsLayer layer, Particle[] particles, int active)
    {
        var unit = layer.Spacing.Unit;
        var table = new Table("surface of the active material", new("faces"), new("file value"), new("area (Crofton)", $"{unit}²", "G7"), new("share of the surface", Format: "0.00000"),
            new("± 95 %", Format: "0.00000"));
        var grid = new BlockGrid(layer.Shape);
        var all = particles.Sum(particle => Outer(particle, active));
        for (var phase = 0; phase < layer.Phases.Count; phase++)
        {
            if (phase == active)
                continue;
            // A particle counts for the block of its centre.
            var (areas, surfaces) = (new double[grid.Count], new double[grid.Count]);
            foreach (var particle in particles)
            {
                var block = grid.Of((int)(particle.Centre[0] / layer.Spacing.Z), (int)(particle.Centre[1] / layer.Spacing.Y), (int)(particle.Centre[2] / layer.Spacing.X));
                areas[block] += particle.Areas[phase];
                surfaces[block] += Outer(particle, active);
            }
            var area = particles.Sum(particle => particle.Areas[phase]);
            table.Add(layer.Phases[phase].Name, layer.Phases[phase].FileValue, area, Known(area / all), Known(RatioInterval.HalfWidth(areas, surfaces)));
        }
        return table;
    }

    private static Table Means(Particle[] large, int active, int binder)
    {
        var values = large.Select(particle => Coverage(particle, active, binder)).ToArray();
        return new Table("coverage of particles", new("particles"), new("mean coverage", Format: "0.00000"), new("± 95 %", Format: "0.00000"), new("least", Format: "0.0000"),
            new("greatest", Format: "0.0000"))
            .Add(values.Length, values.Length > 0 ? values.Average() : null, Known(SampleInterval.HalfWidth(values)), values.Length > 0 ? values.Min() : null,
                values.Length > 0 ? values.Max() : null);
    }

    private static Table ByParticle(LabelsLayer layer, Particle[] large, int active, int binder)
    {
        var unit = layer.Spacing.Unit;
        var table = new Table("coverage by particle", new("particle"), new("voxels"), new("equivalent diameter", unit), new("surface (Crofton)", $"{unit}²", "G6"),
            new("facing binder", $"{unit}²", "G6"), new("coverage", Format: "0.0000"), new("cut by the border"));
        foreach (var particle in large.OrderByDescending(particle => particle.Voxels).ThenBy(particle => particle.Id))
        {
            table.Add(particle.Id, particle.Voxels, particle.EquivalentDiameter, Outer(particle, active), particle.Areas[binder], Coverage(particle, active, binder),
                particle.IsCut ? "yes" : "no");
        }
        return table;
    }

    // Below 0 where there is no particle, so that a coverage of 0 is seen.
    private static ImageLayer Painted(LabelsLayer layer, ParticleSegmentation split, Particle[] particles, int active, int binder)
    {
        const float Nothing = -1;
        var values = new float[particles.Length + 1];
        values[0] = Nothing;
        foreach (var particle in particles)
            values[particle.Id] = Outer(particle, active) > 0 ? (float)Coverage(particle, active, binder) : 0;
        var volume = new Volume<float>(layer.Shape, layer.Spacing);
        Parallel.For(0, layer.Shape.Depth, z =>
        {
            var slice = volume.Slice(z);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = values[split.Ids[(z * slice.Length) + i]];
        });
        return new ImageLayer($"{layer.Name}, coverage of particles", volume) { Interpolate = false };
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
