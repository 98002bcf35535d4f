using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Particles;

/// <summary>measure.particles: splits a phase into particles and measures each.</summary>
internal static class ParticlesOperation
{
    public static Operation<ParticlesParameters> Create() => new("measure.particles", "Particles", Run)
    {
        Description = "Splits a phase into particles by the watershed of its distance transform, and measures size, shape, orientation and contacts of each. Particles that "
            + "touch a face of the volume are told, and left out of the means.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume.") { IsOnDemand = true }, MeasuredVolume.MaskInput],
        ShapeOf = "in",
    };

    private static OperationResult Run(OperationContext context, ParticlesParameters parameters)
    {
        var layer = context.Labels("in");
        var phase = PhaseChoice.One(layer.Phases, parameters.Phase, "phase");
        MemoryNeed.Check(context, layer, "Splitting into particles", 16, parameters);
        var labels = MeasuredVolume.Of(context, parameters.Exclude);
        try
        {
            context.Job.Report(new JobProgress(0, "splitting particles"));
            var split = ParticleSegmentation.Of(labels, phase, parameters.MinDepth, context.CancellationToken);
            context.Job.Report(new JobProgress(0.6, "measuring particles"));
            var particles = ParticleCounts.Measure(labels, split, context.CancellationToken);
            context.Job.Report(new JobProgress(1, "measured"));
            var large = particles.Where(particle => particle.Voxels >= parameters.Smallest).ToArray();
            var whole = large.Where(particle => !particle.IsCut).ToArray();
            return new OperationResult
            {
                Layers =
                [
                    ParticleLayers.Numbers($"{layer.Name}, particles", split.Ids, layer.Shape, layer.Spacing),
                    ParticleLayers.Coloured($"{layer.Name}, coloured particles", split.Ids, particles, layer.Shape, layer.Spacing),
                ],
                Tables = [Summary(particles, large, whole), Means(whole, layer.Spacing), ParticleTable(large, phase, layer.Spacing), Contacts(large, layer.Spacing)],
                Plots = ParticlePlots.Of(whole, layer.Spacing),
            };
        }
        finally
        {
            if (!ReferenceEquals(labels, layer.Labels))
                labels.Dispose();
        }
    }

    private static Table Summary(Particle[] all, Particle[] large, Particle[] whole)
    {
        var voxels = (double)all.Sum(particle => particle.Voxels);
        return new Table("particles in all", new("particles"), new("too small"), new("cut by the border"), new("in the means"), new("volume too small", "%", "0.00"),
            new("volume cut", "%", "0.00"))
            .Add(all.Length, all.Length - large.Length, large.Length - whole.Length, whole.Length,
                100 * (1 - (large.Sum(particle => particle.Voxels) / voxels)), 100 * large.Where(particle => particle.IsCut).Sum(particle => particle.Voxels) / voxels);
    }

    private static Table Means(Particle[] whole, Spacing spacing)
    {
        var unit = spacing.Unit;
        var table = new Table("means of particles", new("property"), new("unit"), new("mean", Format: "0.00000"), new("± 95 %", Format: "0.00000"),
            new("deviation", Format: "0.00000"), new("d10", Format: "0.00000"), new("median", Format: "0.00000"), new("d90", Format: "0.00000"));
        Add("volume", $"{unit}³", particle => particle.Volume);
        Add("equivalent diameter", unit, particle => particle.EquivalentDiameter);
        Add("inscribed diameter", unit, particle => particle.InscribedDiameter);
        Add("surface (Crofton)", $"{unit}²", particle => particle.Surface);
        Add("sphericity (Crofton)", "", particle => particle.Sphericity);
        Add("long axis", unit, particle => particle.Axes[0]);
        Add("middle axis", unit, particle => particle.Axes[1]);
        Add("short axis", unit, particle => particle.Axes[2]);
        Add("long axis / short axis", "", particle => particle.AspectRatio);
        Add("contacts", "", particle => particle.Contacts.Count);
        return table;

        void Add(string property, string of, Func<Particle, double> pick)
        {
            var values = whole.Select(pick).Order().ToArray();
            if (values.Length == 0)
            {
                table.Add(property, of, null, null, null, null, null, null);
                return;
            }
            var mean = values.Average();
            double? deviation = values.Length < 2 ? null : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
            table.Add(property, of, mean, values.Length < 2 ? null : SampleInterval.HalfWidth(values), deviation, At(values, 0.1), At(values, 0.5), At(values, 0.9));
        }
    }

    // Of values in order.
    private static double At(double[] values, double share) => values[Math.Clamp((int)Math.Ceiling(share * values.Length) - 1, 0, values.Length - 1)];

    private static Table ParticleTable(Particle[] large, int phase, Spacing spacing)
    {
        var unit = spacing.Unit;
        var table = new Table("particles", new("particle"), new("voxels"), new("volume", $"{unit}³", "G6"), new("equivalent diameter", unit), new("inscribed diameter", unit),
            new("surface (Crofton)", $"{unit}²", "G6"), new("sphericity (Crofton)"), new("long axis", unit), new("middle axis", unit), new("short axis", unit),
            new("long axis to z", "°", "0.0"), new("long axis in y-x", "°", "0.0"), new("contacts"), new("contact area", $"{unit}²", "G6"),
            new("z", unit), new("y", unit), new("x", unit), new("cut by the border"));
        foreach (var particle in large.OrderByDescending(particle => particle.Voxels).ThenBy(particle => particle.Id))
        {
            var (toZ, inPlane) = Angles(particle.LongAxis);
            table.Add(particle.Id, particle.Voxels, particle.Volume, particle.EquivalentDiameter, particle.InscribedDiameter, particle.Surface, particle.Sphericity,
                particle.Axes[0], particle.Axes[1], particle.Axes[2], toZ, inPlane, particle.Contacts.Count, particle.Areas[phase],
                particle.Centre[0], particle.Centre[1], particle.Centre[2], particle.IsCut ? "yes" : "no");
        }
        return table;
    }

    // Axes have no sign: from z 0° to 90°, and in the plane from the x axis towards y from 0° to 180°.
    private static (double ToZ, double InPlane) Angles(double[] axis)
    {
        const double Degrees = 180 / Math.PI;
        var inPlane = Math.Atan2(axis[1], axis[2]) * Degrees;
        return (Math.Acos(Math.Min(Math.Abs(axis[0]), 1)) * Degrees, inPlane < 0 ? inPlane + 180 : inPlane >= 180 ? 0 : inPlane);
    }

    private static Table Contacts(Particle[] large, Spacing spacing)
    {
        var table = new Table("contacts", new("particle"), new("touches"), new("area (Crofton)", $"{spacing.Unit}²", "G6"));
        var known = large.Select(particle => particle.Id).ToHashSet();
        foreach (var particle in large)
        {
            foreach (var (other, area) in particle.Contacts.Where(contact => contact.Id > particle.Id && known.Contains(contact.Id)))
                table.Add(particle.Id, other, area);
        }
        return table;
    }
}
