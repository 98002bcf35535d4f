using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>Counts of all voxels over equal bins of grey.</summary>
/// <param name="Counts">By bin.</param>
/// <param name="Edges">Lower edge of each bin, and behind them the upper edge of the last.</param>
internal sealed record GreyHistogram(long[] Counts, double[] Edges)
{
    /// <summary>Passes over the volume that <see cref="Measure"/> takes.</summary>
    public static int PassesFor(VoxelType type) => type is VoxelType.UInt8 or VoxelType.UInt16 or VoxelType.Int16 ? 1 : 2;

    /// <summary>Counts every voxel. Whole numbers never share out one grey to two bins: where there are fewer greys than bins, each has its own.</summary>
    /// <exception cref="UserException">There is no grey value, or only one.</exception>
    public static GreyHistogram Measure(GreyImage image, int bins, Passes passes) => image.VoxelType switch
    {
        VoxelType.UInt8 => MeasureExactly(image, byte.MinValue, byte.MaxValue, bins, passes),
        VoxelType.UInt16 => MeasureExactly(image, ushort.MinValue, ushort.MaxValue, bins, passes),
        VoxelType.Int16 => MeasureExactly(image, short.MinValue, short.MaxValue, bins, passes),
        _ => MeasureBetween(GreyRange.Measure(image, passes), image, bins, passes),
    };

    /// <summary>Joins the counts of whole numbers into equal bins from the first that occurs to the last.</summary>
    /// <param name="counts">How often each whole number occurs.</param>
    /// <param name="first">The number that the first count belongs to.</param>
    /// <param name="bins">At most so many bins.</param>
    internal static GreyHistogram OfWholeNumbers(long[] counts, int first, int bins)
    {
        var (low, high) = (Array.FindIndex(counts, count => count > 0), Array.FindLastIndex(counts, count => count > 0));
        new GreyRange(first + low, first + high).Checked();
        long range = high - low + 1;
        bins = (int)Math.Min(bins, range);
        var joined = new long[bins];
        for (var value = low; value <= high; value++)
            joined[(value - low) * (long)bins / range] += counts[value];
        // The first number of bin n is the least v with v · bins / range ≥ n; the edge lies half a grey below.
        var edges = Enumerable.Range(0, bins + 1).Select(bin => first + low + (((bin * range) + bins - 1) / bins) - 0.5);
        return new GreyHistogram(joined, [.. edges]);
    }

    private static GreyHistogram MeasureExactly(GreyImage image, int least, int greatest, int bins, Passes passes)
    {
        var counts = Count(image, new Binning(least, greatest + 1, greatest - least + 1), passes);
        return OfWholeNumbers(counts, least, bins);
    }

    private static GreyHistogram MeasureBetween(GreyRange range, GreyImage image, int bins, Passes passes)
    {
        var binning = new Binning(range.Minimum, range.Maximum, bins);
        return new GreyHistogram(Count(image, binning, passes), [.. Enumerable.Range(0, bins + 1).Select(bin => binning.GreyAt(bin))]);
    }

    private static long[] Count(GreyImage image, Binning binning, Passes passes)
    {
        passes.Next("counting greys");
        // One more for voxels without a grey.
        var total = new long[binning.Bins + 1];
        image.ForEachSlab(passes, slab =>
        {
            var tally = new Tally(binning.Bins + 1);
            var indices = new int[image.Shape.SliceLength];
            for (var z = slab.First; z < slab.End; z++)
            {
                binning.Indices(slab.Slice(z), indices);
                tally.Add(indices);
                passes.Step();
            }
            tally.AddTo(total);
        });
        return total[..^1];
    }
}
