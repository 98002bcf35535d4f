using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>The loss of the regions that were held back: the mean over patches that cover them, weighed by how many labelled voxels they hold.</summary>
internal sealed class ValidationLoss
{
    private readonly PatchCutter _cutter;
    private readonly PatchShape _shape;
    private readonly List<PatchOrigin> _patches = [];

    internal ValidationLoss(IReadOnlyList<ValidationRegion> regions, PatchShape shape)
    {
        _shape = shape;
        _cutter = new PatchCutter([.. regions.Select(Judged)], shape);
        for (var i = 0; i < regions.Count; i++)
        {
            var (region, index) = (regions[i], i);
            _patches.AddRange(
                from z in shape.IsBlock ? Starts(region.FirstSlice, region.EndSlice, shape.Depth) : region.LabelledSlices
                from y in Starts(region.FirstRow, region.Volume.Height, shape.Edge)
                from x in Starts(0, region.Volume.Width, shape.Edge)
                select new PatchOrigin(index, z, y, x));
        }
    }

    /// <summary>Call it with the network in evaluation mode.</summary>
    /// <param name="learner">Gives the loss of a batch.</param>
    /// <param name="batchSize">Patches at a time.</param>
    /// <param name="cancellationToken">Looked at between batches.</param>
    internal double Measure(Learner learner, int batchSize, CancellationToken cancellationToken)
    {
        var (greyLength, labelLength) = (_shape.GreyPlanes * _shape.PlaneLength, _shape.Depth * _shape.PlaneLength);
        double sum = 0;
        long all = 0;
        foreach (var chunk in _patches.Chunk(batchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = new Batch(new float[chunk.Length * greyLength], new long[chunk.Length * labelLength],
                _shape.GreyShape(chunk.Length), _shape.LabelShape(chunk.Length));
            for (var i = 0; i < chunk.Length; i++)
            {
                _cutter.Cut(chunk[i], Augmentation.None, batch.Grey.AsSpan(i * greyLength, greyLength), batch.Labels.AsSpan(i * labelLength, labelLength));
            }
            if (!learner.CanLearnFrom(batch))
                continue;
            long labelled = batch.Labels.Length - batch.Labels.AsSpan().Count(Losses.Ignored);
            sum += labelled * (double)learner.Loss(batch);
            all += labelled;
        }
        return sum / Math.Max(1, all);
    }

    // The volume of a region, in which nothing but the region is labelled.
    private static TrainingVolume Judged(ValidationRegion region) => region.Volume with
    {
        TrainingRows = region.Volume.Height,
        Labels = [.. region.Volume.Labels.Select((labels, z) => z >= region.FirstSlice && z < region.EndSlice ? From(labels, region.FirstRow * region.Volume.Width) : null)],
    };

    private static byte[]? From(byte[]? labels, int first)
    {
        if (labels is null || first == 0)
            return labels;
        byte[] judged = [.. labels];
        judged.AsSpan(0, first).Fill(LabelVolume.Unlabelled);
        return judged;
    }

    // The last begins earlier instead of reaching beyond the end, where it can.
    private static IEnumerable<int> Starts(int first, int end, int length)
    {
        for (var start = first; start < end; start += length)
            yield return Math.Max(Math.Min(start, end - length), 0);
    }
}
