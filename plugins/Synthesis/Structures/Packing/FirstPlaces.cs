namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>Throws particles into a box at random.</summary>
internal static class FirstPlaces
{
    /// <summary>The particles at random places, as many at each height as the profile says.</summary>
    public static Particle[] Throw(Particle[] particles, Box box, FractionProfile profile, long seed)
    {
        var (places, order) = (new CounterRandom(seed, Streams.Positions), new CounterRandom(seed, Streams.Order));
        // Heights are spread evenly over the share of the volume below, in an order that has nothing to do with the size.
        var volumes = Enumerable.Range(0, particles.Length).OrderBy(i => order.Uniform(i)).ToArray();
        var (whole, below) = (particles.Sum(particle => particle.Volume), 0.0);
        var placed = new Particle[particles.Length];
        foreach (var i in volumes)
        {
            var height = profile.Height((below + (places.Uniform(2L * i) * particles[i].Volume)) / whole);
            below += particles[i].Volume;
            var (y, x) = places.Uniforms((2L * i) + 1);
            placed[i] = particles[i] with { Centre = Inside(new Point3(height * box.Lengths.Z, y * box.Lengths.Y, x * box.Lengths.X), particles[i], box) };
        }
        return placed;
    }

    private static Point3 Inside(Point3 p, Particle particle, Box box)
    {
        var shape = particle.Shape;
        return new Point3(Inside(p.Z, shape.ZZ, box, 0), Inside(p.Y, shape.YY, box, 1), Inside(p.X, shape.XX, box, 2));
    }

    private static double Inside(double value, double square, Box box, int axis)
    {
        var extent = Math.Min(Math.Sqrt(square), box.Lengths[axis] / 2);
        return box.IsPeriodic(axis) ? value : Math.Clamp(value, extent, box.Lengths[axis] - extent);
    }
}
