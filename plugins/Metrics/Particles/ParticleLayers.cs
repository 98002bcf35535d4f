using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Particles;

/// <summary>Layers of particles: their numbers, and colours of which touching ones have different.</summary>
internal static class ParticleLayers
{
    private const int Colours = 20;

    /// <summary>A layer of numbers, 0 for no particle.</summary>
    public static ImageLayer Numbers(string name, int[] ids, VolumeShape shape, Spacing spacing)
    {
        var volume = new Volume<int>(shape, spacing);
        for (var z = 0; z < shape.Depth; z++)
            ids.AsSpan(z * shape.SliceLength, shape.SliceLength).CopyTo(volume.Slice(z));
        return new ImageLayer(name, volume) { Interpolate = false };
    }

    /// <summary>A layer of colours, unlabelled where there is no particle.</summary>
    public static LabelsLayer Coloured(string name, int[] ids, IReadOnlyList<Particle> particles, VolumeShape shape, Spacing spacing)
    {
        var colours = Choose(particles);
        var phases = new PhaseTable(Enumerable.Range(0, Colours).Select(colour => new Phase($"colour {colour + 1}", Colour(colour), colour + 1)));
        var labels = new LabelVolume(shape, phases, spacing);
        labels.ForEachSlice(z =>
        {
            var (slice, first) = (labels.SliceMemory(z), z * shape.SliceLength);
            for (var i = 0; i < shape.SliceLength; i++)
                slice.Span[i] = ids[first + i] == 0 ? LabelVolume.Unlabelled : colours[ids[first + i]];
        });
        return new LabelsLayer(name, labels);
    }

    // Each takes the first colour from its own place on that no particle before it in touch has; with very many neighbours that may be one of theirs.
    private static byte[] Choose(IReadOnlyList<Particle> particles)
    {
        var colours = new byte[particles.Count + 1];
        foreach (var particle in particles)
        {
            var taken = particle.Contacts.Where(contact => contact.Id < particle.Id).Select(contact => (int)colours[contact.Id]).ToHashSet();
            var wanted = Enumerable.Range(particle.Id, Colours).Select(colour => colour % Colours).FirstOrDefault(colour => !taken.Contains(colour), particle.Id % Colours);
            colours[particle.Id] = (byte)wanted;
        }
        return colours;
    }

    // The palette, and a darker one.
    private static Rgba Colour(int colour)
    {
        var light = PhaseTable.DefaultColor(colour);
        return colour < Colours / 2 ? light : new Rgba((byte)(light.R * 0.6), (byte)(light.G * 0.6), (byte)(light.B * 0.6));
    }
}
