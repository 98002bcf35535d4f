namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>What particles are asked for; lengths in voxels.</summary>
internal sealed record ParticleLaw
{
    /// <summary>Diameters of the spheres of equal volume.</summary>
    public required SizeDistribution Sizes { get; init; }

    /// <summary>Mean of the longest axis over the middle one, at least 1.</summary>
    public double Elongation { get; init; } = 1;

    /// <summary>Its standard deviation.</summary>
    public double ElongationSpread { get; init; }

    /// <summary>Mean of the middle axis over the shortest one, at least 1.</summary>
    public double Flatness { get; init; } = 1;

    /// <summary>Its standard deviation.</summary>
    public double FlatnessSpread { get; init; }

    /// <summary>Which way they lie.</summary>
    public Orientation Orientation { get; init; }

    /// <summary>Order parameter, from 0 to 1.</summary>
    public double Order { get; init; }

    /// <summary>Draws particles whose volumes sum up to <paramref name="volume"/>; all lie at the origin.</summary>
    /// <remarks>
    /// Each takes one of as many equal parts of the distribution, at a random place in it: a hundred particles then have nearly the moments asked for. The
    /// last bit of volume is made up by a common factor on all diameters.
    /// </remarks>
    public Particle[] Draw(double volume, long seed)
    {
        var count = Math.Max(1, (int)Math.Min(int.MaxValue / 8, Math.Round(volume / (Math.PI / 6 * Sizes.MeanCube))));
        var particles = new Particle[count];
        var (sizes, shapes, turns) = (new CounterRandom(seed, Streams.Sizes), new CounterRandom(seed, Streams.Shapes), new CounterRandom(seed, Streams.Orientations));
        var (stretch, sum) = (OrientationLaw.Stretch(Order), 0.0);
        for (var i = 0; i < count; i++)
        {
            var diameter = Sizes.Quantile((i + Inside(sizes.Uniform(i))) / count);
            var (first, second) = shapes.Normals(i);
            var (elongation, flatness) = (Ratio(Elongation, ElongationSpread, first), Ratio(Flatness, FlatnessSpread, second));
            var direction = turns.Direction(2L * i);
            var (along, across) = OrientationLaw.Draw(Orientation, stretch, new Point3(direction.Z, direction.Y, direction.X), turns.Uniform((2L * i) + 1));
            // Axes r·(e²f)^⅓, r·(f/e)^⅓, r·(1/(e f²))^⅓ have the ratios e and f, and the volume of a sphere of radius r.
            var axes = 0.5 * diameter * new Point3(
                Math.Cbrt(elongation * elongation * flatness), Math.Cbrt(flatness / elongation), Math.Cbrt(1 / (elongation * flatness * flatness)));
            if (elongation == 1 && flatness == 1)
                axes = 0.5 * diameter * new Point3(1, 1, 1);
            particles[i] = new Particle(default, axes, along, across);
            sum += particles[i].Volume;
        }
        var factor = Math.Cbrt(volume / sum);
        return [.. particles.Select(particle => particle.Scaled(factor)).OrderByDescending(particle => particle.Reach)];
    }

    // 1 and a log-normal rest, so that ratios keep their mean and deviation and are never below 1.
    private static double Ratio(double mean, double deviation, double normal)
    {
        var rest = mean - 1;
        if (rest <= 0 || deviation <= 0)
            return mean;
        var variance = Math.Log(1 + (deviation * deviation / (rest * rest)));
        return 1 + (rest * Math.Exp((Math.Sqrt(variance) * normal) - (variance / 2)));
    }

    // Away from 0 and 1, where a quantile may be infinite.
    private static double Inside(double uniform) => Math.Clamp(uniform, 1e-9, 1 - 1e-9);
}
