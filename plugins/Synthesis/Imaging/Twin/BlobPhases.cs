using VolumeViewer.Plugins.Synthesis.Structures;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// Phases without particles: the first is where a Gaussian field is lowest, the second where another field is lowest in what is left, and so on; each field has a
/// correlation length of its own, and each phase exactly its share. (Excursion sets: Torquato, "Random heterogeneous materials" (2002), ch. 8.)
/// </summary>
internal static class BlobPhases
{
    private const uint FirstStream = 0x7100;

    /// <summary>Makes the phases. The caller owns them.</summary>
    /// <param name="shape">Of the volume.</param>
    /// <param name="phases">The phases.</param>
    /// <param name="spacing">Of the volume.</param>
    /// <param name="fractions">Shares by label.</param>
    /// <param name="lengths">Correlation length of each phase's field in voxels; that of the last in the order is not used.</param>
    /// <param name="order">The labels in the order in which they take their places; the last takes what the others leave.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="job">Cancels the work.</param>
    public static LabelVolume Make(
        VolumeShape shape, PhaseTable phases, Spacing spacing, double[] fractions, double[] lengths, IReadOnlyList<int> order, int seed, IJobContext job)
    {
        var labels = new LabelVolume(shape, phases, spacing);
        var last = (byte)order[^1];
        labels.ForEachSlice(z => labels.Slice(z).Fill(last), job.CancellationToken);
        var work = new Work(new SilentJob(job));
        using var scores = new Volume<float>(shape);
        foreach (var phase in order.SkipLast(1))
        {
            var length = Math.Max(lengths[phase], 0.5);
            var field = new PeriodicGaussianField(shape, new Point3(length, length, length), new CounterRandom(seed, FirstStream + (uint)phase));
            labels.ForEachSlice(z =>
            {
                var score = scores.Slice(z);
                field.Slice(z, score);
                var of = labels.Slice(z);
                for (var i = 0; i < of.Length; i++)
                    score[i] = of[i] == last ? score[i] : float.PositiveInfinity;
            }, job.CancellationToken);
            var wanted = (long)Math.Round(fractions[phase] * shape.VoxelCount);
            if (RankSelection.Lowest(shape.Depth, z => scores.Slice(z), wanted, work) is { } lowest)
                labels.ForEachSlice(z => lowest.Mark(z, scores.Slice(z), labels.Slice(z), (byte)phase), job.CancellationToken);
        }
        return labels;
    }
}
