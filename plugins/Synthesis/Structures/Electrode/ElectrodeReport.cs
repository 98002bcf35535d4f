using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>What was asked of an electrode against what was achieved, in tables and plots.</summary>
internal sealed class ElectrodeReport
{
    private const int Bins = 24;

    private readonly ElectrodeParameters _parameters;
    private readonly Electrode _electrode;
    private readonly SizeDistribution _sizes;
    private readonly Particle[] _particles;
    private readonly double _voxel;
    private readonly long[][] _slices;

    /// <param name="parameters">What was asked for.</param>
    /// <param name="electrode">What was made.</param>
    public ElectrodeReport(ElectrodeParameters parameters, Electrode electrode)
    {
        (_parameters, _electrode, _voxel) = (parameters, electrode, parameters.VoxelSize);
        _sizes = parameters.SizeDistribution();
        // As they were drawn: with the surfaces moved for the sake of the fraction.
        _particles = [.. electrode.Packing.Particles.Select(particle => particle.Scaled((particle.Radius + electrode.Offset) / particle.Radius))];
        _slices = [.. Enumerable.Range(0, electrode.Labels.Shape.Depth).Select(z => new[] { Count(z, 0), Count(z, 1), Count(z, 2) })];
    }

    private double Voxels => _electrode.Labels.Shape.VoxelCount;

    /// <summary>Asked against achieved, warnings where there are any, and the particles.</summary>
    public IReadOnlyList<Table> Tables()
    {
        List<Table> tables = [Achieved()];
        if (Warnings() is { Rows.Count: > 0 } warnings)
            tables.Add(warnings);
        tables.Add(Particles());
        return tables;
    }

    /// <summary>The distribution of sizes, and the phases along z.</summary>
    public IReadOnlyList<Plot> Plots() => _particles.Length == 0 ? [Profile()] : [Sizes(), Profile()];

    private Table Achieved()
    {
        var table = new Table("asked against achieved", new("quantity"), new("unit"), new("asked", Format: "0.######"), new("achieved", Format: "0.######"));
        var asked = _parameters;
        table.Add("particles", "of the volume", asked.ActiveFraction, _electrode.ParticleVoxels / Voxels);
        table.Add("NMC", "of the volume", asked.InnerPorosity == 0 && asked.CrackedShare == 0 ? asked.ActiveFraction : null, Share(ElectrodeLabels.Active));
        table.Add("CBD", "of the volume", asked.BinderFraction, Share(ElectrodeLabels.Binder));
        table.Add("pore", "of the volume", asked.InnerPorosity == 0 && asked.CrackedShare == 0 ? 1 - asked.ActiveFraction - asked.BinderFraction : null, Share(ElectrodeLabels.Pore));
        if (_particles.Length == 0)
            return table;
        table.Add("inner pores", "of the particles", asked.InnerPorosity, _electrode.InnerPoreVoxels / (double)_electrode.ParticleVoxels);
        table.Add("cracked particles", "of the particles", asked.CrackedShare, Math.Round(asked.CrackedShare * _particles.Length) / _particles.Length);
        table.Add("cracks", "of the particles", null, _electrode.CrackVoxels / (double)_electrode.ParticleVoxels);
        table.Add("number of particles", "", null, (double)_particles.Length);
        table.Add("mean diameter", "µm", _sizes.Mean, Mean(Diameter));
        table.Add("deviation of diameters", "µm", _sizes.Deviation, Deviation(Diameter));
        if (asked.Particles != ParticleKind.Sphere)
        {
            table.Add("mean elongation", "", asked.Elongation, Mean(Elongation));
            table.Add("deviation of elongation", "", asked.Elongation > 1 ? asked.ElongationDeviation : 0, Deviation(Elongation));
            table.Add("mean flatness", "", asked.Flatness, Mean(Flatness));
            table.Add("deviation of flatness", "", asked.Flatness > 1 ? asked.FlatnessDeviation : 0, Deviation(Flatness));
            table.Add("order", "", asked.Orientation == Orientation.Isotropic ? 0 : asked.Order, Order());
        }
        var packing = _electrode.Packing;
        table.Add("deepest overlap", "of the radius", asked.ContactDepth, packing.DeepestOverlap);
        table.Add("overlapping pairs", "", asked.ContactDepth == 0 ? 0.0 : null, (double)packing.Overlaps);
        table.Add("voxels in two particles", "of the particles", asked.ContactDepth == 0 ? 0.0 : null, _electrode.OverlapVoxels / (double)_electrode.ParticleVoxels);
        table.Add("contacts of a particle, nearer than a voxel", "", null, packing.Contacts.Average());
        table.Add("surfaces moved outwards", "voxel", 0.0, _electrode.Offset);
        table.Add("steps of the packing", "", null, (double)packing.Steps);
        return table;
    }

    private Table Warnings()
    {
        var table = new Table("warnings", new("warning"), new TableColumn("advice"));
        var achieved = _electrode.ParticleVoxels / Voxels;
        if (_electrode.Packing.Scale < 1)
        {
            table.Add($"The particles jammed before {_parameters.ActiveFraction:0.####} of the volume was filled; they were made smaller by "
                + $"{1 - _electrode.Packing.Scale:0.0 %} in diameter, and fill {achieved:0.####}.",
                "Ask for less, allow a contact depth such as 0.1, take a wider distribution of sizes, rounder particles, or periodic edges.");
        }
        if (_electrode.OverlapVoxels > 0 && _parameters.ContactDepth == 0)
        {
            table.Add($"The reliefs of rough particles reach into each other in {_electrode.OverlapVoxels / (double)_electrode.ParticleVoxels:0.0 %} of their voxels, where they are grown together.",
                "Lower the roughness or the fraction if they must be apart.");
        }
        var binder = (long)(Share(ElectrodeLabels.Binder) * Voxels + 0.5);
        if (binder < _electrode.BinderVoxels)
            table.Add($"Binder could fill only {Share(ElectrodeLabels.Binder):0.####} of the volume: no more pore is left that it reaches.", "Ask for less binder or active material.");
        if (_particles.Length is > 0 and < 30)
            table.Add($"There are only {_particles.Length} particles, too few to stand for a distribution.", "Take a greater shape, a larger voxel size or smaller particles.");
        if (_particles.Length > 0 && 2 * _particles.Average(particle => particle.Radius) < 8)
            table.Add($"Particles have only {2 * _particles.Average(particle => particle.Radius):0.#} voxels across, so that their form shows coarsely.", "Take a smaller voxel size.");
        return table;
    }

    private Table Particles()
    {
        var table = new Table("particles", new("number"), new("z", "µm", "0.###"), new("y", "µm", "0.###"), new("x", "µm", "0.###"), new("diameter", "µm", "0.####"),
            new("longest axis", "µm", "0.####"), new("middle axis", "µm", "0.####"), new("shortest axis", "µm", "0.####"),
            new("long z", Format: "0.####"), new("long y", Format: "0.####"), new("long x", Format: "0.####"), new("short z", Format: "0.####"),
            new("short y", Format: "0.####"), new("short x", Format: "0.####"), new("contacts"));
        for (var i = 0; i < _particles.Length; i++)
        {
            var p = _particles[i];
            table.Add(i + 1, p.Centre.Z * _voxel, p.Centre.Y * _voxel, p.Centre.X * _voxel, Diameter(p), 2 * p.SemiAxes.Z * _voxel, 2 * p.SemiAxes.Y * _voxel,
                2 * p.SemiAxes.X * _voxel, p.Long.Z, p.Long.Y, p.Long.X, p.Short.Z, p.Short.Y, p.Short.X, _electrode.Packing.Contacts[i]);
        }
        return table;
    }

    // Both as densities over the same bins: the share of the particles in each, per µm.
    private Plot Sizes()
    {
        var diameters = _particles.Select(Diameter).ToArray();
        var (low, high) = (Math.Min(diameters.Min(), _sizes.Quantile(0.005)), Math.Max(diameters.Max(), _sizes.Quantile(0.995)));
        var width = Math.Max((high - low) / Bins, 1e-9 * high);
        var centres = Enumerable.Range(0, Bins).Select(bin => low + ((bin + 0.5) * width)).ToArray();
        var achieved = new double[Bins];
        foreach (var diameter in diameters)
            achieved[Math.Clamp((int)((diameter - low) / width), 0, Bins - 1)] += 1 / (diameters.Length * width);
        var asked = centres.Select(centre => (_sizes.Share(centre + (width / 2)) - _sizes.Share(centre - (width / 2))) / width).ToArray();
        return new Plot("Diameters, asked against achieved", "diameter [µm]", "share of the particles [1/µm]", [new("asked", centres, asked), new("achieved", centres, achieved)]);
    }

    private Plot Profile()
    {
        var heights = Enumerable.Range(0, _slices.Length).Select(z => (z + 0.5) * _voxel).ToArray();
        double per = _electrode.Labels.Shape.SliceLength;
        var series = Enumerable.Range(0, 3).Select(label => new PlotSeries(_electrode.Labels.Phases[label].Name, heights, [.. _slices.Select(slice => slice[label] / per)])).ToList();
        var profile = new FractionProfile(_parameters.Profile, _parameters.Layers);
        if (!profile.IsUniform)
            series.Add(new PlotSeries("particles, asked", heights, [.. heights.Select((_, z) => _parameters.ActiveFraction * profile.At((z + 0.5) / heights.Length))]));
        return new Plot("Phases along z", "z [µm]", "share of the slice", series);
    }

    private long Count(int z, byte label) => _electrode.Labels.Slice(z).Count(label);

    private double Share(byte label) => _slices.Sum(slice => slice[label]) / Voxels;

    private double Diameter(Particle particle) => 2 * particle.Radius * _voxel;

    private static double Elongation(Particle particle) => particle.SemiAxes.Z / particle.SemiAxes.Y;

    private static double Flatness(Particle particle) => particle.SemiAxes.Y / particle.SemiAxes.X;

    private double Order()
    {
        var cosine = _parameters.Orientation switch
        {
            Orientation.Flat => (Func<Particle, double>)(particle => particle.Short.Z),
            Orientation.AlongY => particle => particle.Long.Y,
            Orientation.AlongX => particle => particle.Long.X,
            _ => particle => particle.Long.Z,
        };
        return ((3 * Mean(particle => Math.Pow(cosine(particle), 2))) - 1) / 2;
    }

    private double Mean(Func<Particle, double> of) => _particles.Average(of);

    private double Deviation(Func<Particle, double> of)
    {
        var mean = Mean(of);
        return Math.Sqrt(_particles.Average(particle => Math.Pow(of(particle) - mean, 2)));
    }
}
