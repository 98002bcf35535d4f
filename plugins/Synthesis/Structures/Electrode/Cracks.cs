using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>Cracks through particles: wavy sheets of an even width, near the middle.</summary>
internal static class Cracks
{
    private const int NumbersPerParticle = 8;

    /// <summary>Opens a crack in a share of the particles, chosen at random.</summary>
    /// <param name="labels">Active voxels inside of a crack become <see cref="ElectrodeLabels.Inner"/>.</param>
    /// <param name="particles">In the box.</param>
    /// <param name="box">The space.</param>
    /// <param name="rough">Reliefs, or null.</param>
    /// <param name="share">Of the particles.</param>
    /// <param name="width">In voxels.</param>
    /// <param name="seed">The user's.</param>
    /// <param name="work">Threads.</param>
    /// <returns>How many voxels were opened.</returns>
    public static long Open(LabelVolume labels, Particle[] particles, Box box, RoughSurface? rough, double share, double width, long seed, Work work)
    {
        var random = new CounterRandom(seed, Streams.Cracks);
        var chosen = Enumerable.Range(0, particles.Length).OrderBy(i => random.Uniform((long)i * NumbersPerParticle)).Take((int)Math.Round(share * particles.Length)).ToArray();
        var sheets = chosen.Select(i => (Particle: particles[i], Number: i, Sheet: Sheet.Draw(particles[i], random, (long)i * NumbersPerParticle))).ToArray();
        var opened = new long[labels.Shape.Depth];
        // Slices are shared out rather than particles, so that no two threads write to one voxel.
        work.For(labels.Shape.Depth, z =>
        {
            foreach (var (particle, number, sheet) in sheets)
            {
                foreach (var centre in box.Images(particle.Centre, particle.Reach * (rough?.Most ?? 1)))
                    opened[z] += Open(labels, z, particle, number, centre, sheet, rough, width / 2);
            }
        });
        return opened.Sum();
    }

    private static long Open(LabelVolume labels, int z, Particle particle, int number, Point3 centre, Sheet sheet, RoughSurface? rough, double half)
    {
        var reach = particle.Reach * (rough?.Most ?? 1);
        var dz = z + 0.5 - centre.Z;
        if (Math.Abs(dz) > reach)
            return 0;
        var (shape, count) = (labels.Shape, 0L);
        for (var y = Math.Max(0, (int)(centre.Y - reach)); y < Math.Min(shape.Height, centre.Y + reach); y++)
        {
            var row = labels.Slice(z).Slice(y * shape.Width, shape.Width);
            for (var x = Math.Max(0, (int)(centre.X - reach)); x < Math.Min(shape.Width, centre.X + reach); x++)
            {
                var p = new Point3(dz, y + 0.5 - centre.Y, x + 0.5 - centre.X);
                if (row[x] != ElectrodeLabels.Active || Math.Abs(sheet.Distance(p)) > half || !IsInside(particle, number, p, rough))
                    continue;
                row[x] = ElectrodeLabels.Inner;
                count++;
            }
        }
        return count;
    }

    private static bool IsInside(Particle particle, int number, Point3 p, RoughSurface? rough)
    {
        var own = new Point3(p.Dot(particle.Long) / particle.SemiAxes.Z, p.Dot(particle.Middle) / particle.SemiAxes.Y, p.Dot(particle.Short) / particle.SemiAxes.X);
        // A little more than the surface, which may have been moved for the sake of the fraction.
        return own.Length <= 1.01 * (rough?.Radius(number, (float)own.Z, (float)own.Y, (float)own.X) ?? 1);
    }

    private readonly record struct Sheet(Point3 Normal, double Offset, Point3 Wave1, Point3 Wave2, double Phase1, double Phase2, double Height)
    {
        public static Sheet Draw(Particle particle, CounterRandom random, long index)
        {
            var (z, y, x) = random.Direction(index + 1);
            var normal = new Point3(z, y, x);
            var (first, second) = (normal.Across(), normal.Cross(normal.Across()));
            var (offset, turn) = random.Uniforms(index + 2);
            var (phase1, phase2) = random.Uniforms(index + 3);
            var (sine, cosine) = Math.SinCos(2 * Math.PI * turn);
            // One wave of about the diameter, and a shorter one across it.
            var wave = Math.PI / particle.Radius;
            return new Sheet(normal, 0.5 * (offset - 0.5) * particle.Radius, wave * ((cosine * first) + (sine * second)),
                2.7 * wave * ((cosine * second) - (sine * first)), 2 * Math.PI * phase1, 2 * Math.PI * phase2, 0.15 * particle.Radius);
        }

        public double Distance(Point3 p) =>
            Normal.Dot(p) - Offset - (Height * (Math.Sin(Wave1.Dot(p) + Phase1) + (0.4 * Math.Sin(Wave2.Dot(p) + Phase2))));
    }
}
