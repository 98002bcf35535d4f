namespace VolumeViewer.Sdk;

/// <summary>How many voxels of a region each phase has.</summary>
/// <param name="Counts">By label.</param>
/// <param name="Unlabelled">Voxels without a label.</param>
public sealed record RegionPhases(IReadOnlyList<long> Counts, long Unlabelled)
{
    /// <summary>Voxels that have a label.</summary>
    public long Labelled => Counts.Sum();

    /// <summary>Share of a phase among the labelled voxels; NaN where there are none.</summary>
    public double Fraction(int label) => Labelled > 0 ? Counts[label] / (double)Labelled : double.NaN;

    /// <summary>Counts a region.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="region">In its voxels; what lies outside of the volume is left out.</param>
    /// <param name="cancellationToken">Cancels the counting.</param>
    public static RegionPhases Of(LabelVolume labels, VoxelRegion region, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var total = new long[LabelVolume.Unlabelled + 1];
        if (region.Bounds(labels.Shape) is { } box)
        {
            SliceWork.Run(box, () => new long[total.Length], (z, counts) =>
            {
                for (var y = box.Y; y < box.Y + box.Height; y++)
                {
                    var (x, length) = region.Row(z, y, box);
                    foreach (var label in labels.Slice(z).Slice((y * labels.Shape.Width) + x, length))
                        counts[label]++;
                }
            }, counts =>
            {
                for (var label = 0; label < total.Length; label++)
                    total[label] += counts[label];
            }, cancellationToken);
        }
        return new RegionPhases(total[..labels.Phases.Count], total[LabelVolume.Unlabelled]);
    }
}
