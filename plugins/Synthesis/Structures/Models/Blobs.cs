using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>
/// Phases cut out of Gaussian random fields, periodic along all axes: the first phase lies where the first field is low, the second in what is left of it
/// where a second field is low, and so on, so that every phase touches every other.
/// </summary>
/// <remarks>
/// For two phases of one half each, the probability that two points at a distance r are both in one phase is ¼ + arcsin(ρ(r))/2π with ρ = exp(−r²/ℓ²)
/// (Sheppard, 1899). Memory: 5 bytes per voxel.
/// </remarks>
internal static class Blobs
{
    /// <summary>generate.blobs.</summary>
    public static Operation<BlobsParameters> Create() => new("generate.blobs", "Blobs", Run)
    {
        Description = "Cuts phases out of smooth random fields, with fractions met to the voxel. Opposite faces fit together.",
    };

    /// <summary>Generates the labels; the caller owns them.</summary>
    /// <exception cref="UserException">Fractions are more than the whole in sum, or lengths are not one or three.</exception>
    public static LabelVolume Generate(BlobsParameters parameters, Work work)
    {
        var shape = Shapes.Of(parameters.Shape);
        var fractions = Fractions(parameters);
        var lengths = parameters.CorrelationLength;
        if (lengths.Count is not (1 or 3))
            throw new UserException($"The correlation length has {lengths.Count} numbers; give one, or three along z, y and x.");
        var length = (1 / parameters.VoxelSize) * new Point3(lengths[0], lengths[^1] is var last && lengths.Count == 3 ? lengths[1] : last, lengths[^1]);
        var labels = new LabelVolume(shape, PhaseTable.Numbered(fractions.Length), Spacing.Isotropic(parameters.VoxelSize));
        // All voxels begin in the last phase, which is never cut out.
        var rest = (byte)(fractions.Length - 1);
        work.For(shape.Depth, z => labels.Slice(z).Fill(rest));
        using var scores = new Volume<float>(shape);
        for (var phase = 0; phase < rest; phase++)
        {
            var label = (byte)phase;
            work.Report(phase / (double)rest, $"cutting out phase {phase}");
            var field = new PeriodicGaussianField(shape, length, new CounterRandom(parameters.Seed, Streams.Blobs + (uint)phase));
            work.For(shape.Depth, z =>
            {
                var to = scores.Slice(z);
                var slice = labels.Slice(z);
                field.Slice(z, to);
                for (var i = 0; i < to.Length; i++)
                    to[i] = slice[i] == rest ? to[i] : float.PositiveInfinity;
            });
            var chosen = RankSelection.Lowest(shape.Depth, z => scores.Slice(z), (long)Math.Round(fractions[phase] * shape.VoxelCount), work)!;
            work.For(shape.Depth, z => chosen.Mark(z, scores.Slice(z), labels.Slice(z), label));
        }
        return labels;
    }

    private static double[] Fractions(BlobsParameters parameters)
    {
        var left = 1 - parameters.Fractions.Sum();
        if (left < -1e-9)
            throw new UserException($"The fractions {string.Join(", ", parameters.Fractions)} are {parameters.Fractions.Sum():0.####} in sum, more than the whole; lower one of them.");
        double[] fractions = left > 1e-9 ? [.. parameters.Fractions, left] : [.. parameters.Fractions];
        return fractions.Length is > 0 and <= LabelVolume.MaxDistinctFileValues ? fractions
            : throw new UserException($"Give at most {LabelVolume.MaxDistinctFileValues - 1} fractions, not {parameters.Fractions.Count}.");
    }

    private static OperationResult Run(OperationContext context, BlobsParameters parameters)
    {
        var labels = Generate(parameters, new Work(context.Job));
        var (table, asked) = (StructureReport.Begin(), Fractions(parameters));
        foreach (var (phase, achieved) in StructureReport.Fractions(labels).Index())
            table.Add(labels.Phases[phase].Name, "of the volume", asked[phase], achieved);
        return StructureReport.Of("blobs", labels, table);
    }
}
