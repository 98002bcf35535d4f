using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Particles;

/// <summary>Distributions over particles.</summary>
internal static class ParticlePlots
{
    private const int Ranges = 30;

    /// <summary>Sizes by number and by volume, sphericity, and contacts; none without particles.</summary>
    public static IReadOnlyList<Plot> Of(Particle[] particles, Spacing spacing)
    {
        if (particles.Length == 0)
            return [];
        var size = (Particle particle) => particle.EquivalentDiameter;
        var largest = particles.Max(size);
        return
        [
            new Plot("Particle sizes", $"equivalent diameter [{spacing.Unit}]", "share",
                [Histogram("by number", particles, size, _ => 1, 0, largest), Histogram("by volume", particles, size, particle => particle.Volume, 0, largest)]),
            new Plot("Particle sizes, cumulative", $"equivalent diameter [{spacing.Unit}]", "share of what is not larger",
                [Cumulative("by number", particles, size, _ => 1), Cumulative("by volume", particles, size, particle => particle.Volume)]),
            new Plot("Sphericity of particles", "sphericity", "share", [Histogram("by number", particles, particle => particle.Sphericity, _ => 1, 0, 1)]),
            new Plot("Contacts of particles", "contacts", "share", [Contacts(particles)]),
        ];
    }

    /// <summary>Shares by equal ranges of a value; what lies beyond counts for the last.</summary>
    public static PlotSeries Histogram(string name, Particle[] particles, Func<Particle, double> value, Func<Particle, double> weight, double low, double high)
    {
        var (shares, width, all) = (new double[Ranges], Math.Max(high - low, 1e-12) / Ranges, particles.Sum(weight));
        foreach (var particle in particles)
            shares[Math.Clamp((int)((value(particle) - low) / width), 0, Ranges - 1)] += weight(particle) / all;
        return new PlotSeries(name, [.. shares.Select((_, i) => low + ((i + 0.5) * width))], shares);
    }

    private static PlotSeries Cumulative(string name, Particle[] particles, Func<Particle, double> value, Func<Particle, double> weight)
    {
        var (sorted, all, sum) = (particles.OrderBy(value).ToArray(), particles.Sum(weight), 0.0);
        return new PlotSeries(name, [.. sorted.Select(value)], [.. sorted.Select(particle => (sum += weight(particle)) / all)]);
    }

    private static PlotSeries Contacts(Particle[] particles)
    {
        var counts = new double[particles.Max(particle => particle.Contacts.Count) + 1];
        foreach (var particle in particles)
            counts[particle.Contacts.Count] += 1.0 / particles.Length;
        return new PlotSeries("by number", [.. counts.Select((_, i) => (double)i)], counts);
    }
}
