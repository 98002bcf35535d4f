using System.Buffers;

namespace VolumeViewer.Sdk;

/// <summary>The grey values of the voxels in a region. Where there are none, the numbers are NaN.</summary>
/// <param name="Count">Voxels with a finite value.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Of the sample, with n − 1; 0 for a single voxel.</param>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The greatest.</param>
/// <param name="Median">The middle one, or the mean of the middle two.</param>
/// <param name="NotFinite">Voxels that are left out, since their value is no number or infinite.</param>
public sealed record GreySummary(long Count, double Mean, double StandardDeviation, double Minimum, double Maximum, double Median, long NotFinite)
{
    private const int Bins = 1 << 16;

    /// <summary>Measures a region. It reads every slice twice, so that memory does not grow with the region, and the result does not depend on the number of threads.</summary>
    /// <param name="source">The volume.</param>
    /// <param name="region">In its voxels; what lies outside of the volume is left out.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <remarks>The median is exact: floats are counted by the upper and then by the lower half of their bits, put in their order.</remarks>
    /// <exception cref="VolumeReadException">A slice cannot be read.</exception>
    public static GreySummary Of(IVolumeSource source, VoxelRegion region, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (region.Bounds(source.Shape) is not { } box)
            return new GreySummary(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0);
        var slices = new Slice[box.Depth];
        var upper = Counted(source, region, box, (values, z, counts) => slices[z - box.Z] = slices[z - box.Z].With(values, counts[0]), 1, cancellationToken)[0];
        long count = slices.Sum(slice => slice.Count), notFinite = slices.Sum(slice => slice.NotFinite);
        if (count == 0)
            return new GreySummary(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, notFinite);
        var mean = slices.Sum(slice => slice.Sum) / count;
        var (first, second) = (BinOf(upper, (count - 1) / 2), BinOf(upper, count / 2));
        var squares = new double[box.Depth];
        var lower = Counted(source, region, box, (values, z, counts) => squares[z - box.Z] += Second(values, mean, first.Bin, second.Bin, counts), 2, cancellationToken);
        var median = (Value(first.Bin, BinOf(lower[0], first.Rank).Bin) + Value(second.Bin, BinOf(lower[1], second.Rank).Bin)) / 2;
        return new GreySummary(count, mean, count > 1 ? Math.Sqrt(squares.Sum() / (count - 1)) : 0,
            slices.Min(slice => slice.Minimum), slices.Max(slice => slice.Maximum), median, notFinite);
    }

    // Calls back for every row of the region, with counts that belong to one thread and are added up at the end.
    private static long[][] Counted(IVolumeSource source, VoxelRegion region, VoxelBox box, RowAction action, int tables, CancellationToken cancellationToken)
    {
        long[][] Empty() => [.. Enumerable.Range(0, tables).Select(_ => new long[Bins])];
        var total = Empty();
        SliceWork.Run(box, Empty, (z, counts) =>
        {
            using var slice = new SliceRows(source, z);
            var row = ArrayPool<float>.Shared.Rent(box.Width);
            try
            {
                for (var y = box.Y; y < box.Y + box.Height; y++)
                {
                    var (x, length) = region.Row(z, y, box);
                    slice.Read(y, x, row.AsSpan(0, length));
                    action(row.AsSpan(0, length), z, counts);
                }
            }
            finally
            {
                ArrayPool<float>.Shared.Return(row);
            }
        }, counts =>
        {
            for (var table = 0; table < tables; table++)
            {
                for (var bin = 0; bin < Bins; bin++)
                    total[table][bin] += counts[table][bin];
            }
        }, cancellationToken);
        return total;
    }

    private static double Second(ReadOnlySpan<float> values, double mean, int first, int second, long[][] counts)
    {
        var squares = 0.0;
        foreach (var value in values)
        {
            if (!float.IsFinite(value))
                continue;
            squares += (value - mean) * (value - mean);
            var key = Key(value);
            if (key >> 16 == first)
                counts[0][key & 0xffff]++;
            if (key >> 16 == second)
                counts[1][key & 0xffff]++;
        }
        return squares;
    }

    // The bin that holds the value of a rank, and its rank in the bin.
    private static (int Bin, long Rank) BinOf(long[] counts, long rank)
    {
        var bin = 0;
        while (rank >= counts[bin])
            rank -= counts[bin++];
        return (bin, rank);
    }

    // Bits in the order of the numbers: those of negative ones are turned around.
    private static uint Key(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return (bits & 0x8000_0000) != 0 ? ~bits : bits | 0x8000_0000;
    }

    private static double Value(int upper, int lower)
    {
        var key = ((uint)upper << 16) | (uint)lower;
        return BitConverter.UInt32BitsToSingle((key & 0x8000_0000) != 0 ? key & 0x7fff_ffff : ~key);
    }

    private delegate void RowAction(ReadOnlySpan<float> values, int z, long[][] counts);

    private readonly record struct Slice(long Count, long NotFinite, double Sum, float Minimum, float Maximum)
    {
        public Slice With(ReadOnlySpan<float> values, long[] counts)
        {
            var (count, notFinite, sum) = (Count, NotFinite, Sum);
            var (least, most) = count == 0 ? (float.PositiveInfinity, float.NegativeInfinity) : (Minimum, Maximum);
            foreach (var value in values)
            {
                if (!float.IsFinite(value))
                {
                    notFinite++;
                    continue;
                }
                count++;
                sum += value;
                least = Math.Min(least, value);
                most = Math.Max(most, value);
                counts[Key(value) >> 16]++;
            }
            return new Slice(count, notFinite, sum, least, most);
        }
    }
}
