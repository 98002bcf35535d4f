using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Thickness;

/// <summary>How a positive value is distributed over the voxels of a phase, each with the same weight.</summary>
/// <remarks>Values are counted by the upper bits of their floats, so that quantiles are exact to 0.006 %; 2 MB for each thread while counting.</remarks>
internal sealed class FieldDistribution
{
    // Keeps 14 bits of the fraction.
    private const int DroppedBits = 9;

    private readonly int _firstKey;

    private readonly long[] _counts;

    private static readonly double[] IntervalShares = [0.1, 0.5, 0.9];

    // By share and block: voxels up to the quantile; and all voxels by block.
    private double[][] _below = [];

    private double[] _voxels = [];

    private FieldDistribution(int firstKey, long[] counts) => (_firstKey, _counts) = (firstKey, counts);

    /// <summary>Voxels with a value.</summary>
    public long Count { get; private init; }

    /// <summary>Their mean; NaN if there are none.</summary>
    public double Mean { get; private init; }

    /// <summary>Half the width of the mean's 95 % interval, from the scatter of the blocks of a <see cref="BlockGrid"/>; NaN if there are too few.</summary>
    public double MeanHalfWidth { get; private init; }

    /// <summary>The greatest value.</summary>
    public double Max { get; private init; }

    /// <summary>Counts the values above 0.</summary>
    /// <param name="field">One value a voxel, in the order (z, y, x).</param>
    /// <param name="shape">Shape of the volume.</param>
    /// <param name="labels">The phases.</param>
    /// <param name="phase">The phase whose voxels count.</param>
    public static FieldDistribution Of(float[] field, VolumeShape shape, LabelVolume labels, int phase)
    {
        var grid = new BlockGrid(shape);
        var (sums, voxels, maxima) = (new double[shape.Depth][], new double[shape.Depth][], new float[shape.Depth]);
        var gate = new Lock();
        var counts = new long[(int.MaxValue >> DroppedBits) + 1];
        Parallel.For(0, shape.Depth, () => new int[counts.Length], (z, _, mine) =>
        {
            var (sum, number) = (new double[grid.Count], new double[grid.Count]);
            var values = field.AsSpan(z * shape.SliceLength, shape.SliceLength);
            var phases = labels.Slice(z);
            for (var y = 0; y < shape.Height; y++)
            {
                for (var column = 0; column < grid.Columns; column++)
                {
                    var block = grid.OfRow(z, y) + column;
                    for (var i = (y * shape.Width) + grid.ColumnStart(column); i < (y * shape.Width) + grid.ColumnStart(column + 1); i++)
                    {
                        if (phases[i] != phase || !(values[i] > 0))
                            continue;
                        sum[block] += values[i];
                        number[block]++;
                        maxima[z] = Math.Max(maxima[z], values[i]);
                        mine[BitConverter.SingleToInt32Bits(values[i]) >> DroppedBits]++;
                    }
                }
            }
            (sums[z], voxels[z]) = (sum, number);
            return mine;
        }, mine =>
        {
            lock (gate)
            {
                for (var key = 0; key < mine.Length; key++)
                    counts[key] += mine[key];
            }
        });
        var distribution = Sum(counts, Total(sums), Total(voxels), maxima.Max());
        distribution.CountBelow(field, shape, labels, phase, grid);
        distribution._voxels = Total(voxels);
        return distribution;
    }

    /// <summary>Half the width of the 95 % interval of the 10, 50 or 90 % quantile; null if it cannot be told.</summary>
    /// <param name="share">0.1, 0.5 or 0.9.</param>
    public double? QuantileHalfWidth(double share) => Count == 0
        ? null
        : QuantileInterval.OfBlocks(share, _below[Array.IndexOf(IntervalShares, share)], _voxels, at => Quantile(at));

    /// <summary>The value below which a share of the voxels lies; NaN if there are none.</summary>
    public double Quantile(double share)
    {
        long below = 0;
        for (var key = 0; key < _counts.Length; key++)
        {
            below += _counts[key];
            if (below > 0 && below >= share * Count)
                return Value(key);
        }
        return double.NaN;
    }

    /// <summary>Shares of the voxels by equal ranges of the value from 0 on.</summary>
    /// <param name="width">Width of a range.</param>
    /// <param name="ranges">How many.</param>
    public double[] Shares(double width, int ranges)
    {
        var shares = new double[ranges];
        for (var key = 0; key < _counts.Length; key++)
        {
            if (_counts[key] > 0)
                shares[Math.Min((int)(Value(key) / width), ranges - 1)] += _counts[key] / (double)Count;
        }
        return shares;
    }

    private void CountBelow(float[] field, VolumeShape shape, LabelVolume labels, int phase, BlockGrid grid)
    {
        int[] last = [.. IntervalShares.Select(share => Count == 0 ? -1 : BitConverter.SingleToInt32Bits((float)Quantile(share)) >> DroppedBits)];
        var bySlice = IntervalShares.Select(_ => new double[shape.Depth][]).ToArray();
        Parallel.For(0, shape.Depth, z =>
        {
            var counts = IntervalShares.Select(_ => new double[grid.Count]).ToArray();
            var values = field.AsSpan(z * shape.SliceLength, shape.SliceLength);
            var phases = labels.Slice(z);
            for (var y = 0; y < shape.Height; y++)
            {
                for (var column = 0; column < grid.Columns; column++)
                {
                    var block = grid.OfRow(z, y) + column;
                    for (var i = (y * shape.Width) + grid.ColumnStart(column); i < (y * shape.Width) + grid.ColumnStart(column + 1); i++)
                    {
                        if (phases[i] != phase || !(values[i] > 0))
                            continue;
                        var key = BitConverter.SingleToInt32Bits(values[i]) >> DroppedBits;
                        for (var share = 0; share < last.Length; share++)
                            counts[share][block] += key <= last[share] ? 1 : 0;
                    }
                }
            }
            for (var share = 0; share < last.Length; share++)
                bySlice[share][z] = counts[share];
        });
        _below = [.. bySlice.Select(Total)];
    }

    private static FieldDistribution Sum(long[] counts, double[] sums, double[] voxels, float max)
    {
        var first = Array.FindIndex(counts, count => count > 0);
        var last = Array.FindLastIndex(counts, count => count > 0);
        var number = voxels.Sum();
        return new FieldDistribution(Math.Max(first, 0), first < 0 ? [] : counts[first..(last + 1)])
        {
            Count = (long)number,
            Mean = sums.Sum() / number,
            MeanHalfWidth = RatioInterval.HalfWidth(sums, voxels),
            Max = max,
        };
    }

    // Slice by slice, so that the sum does not depend on the threads.
    private static double[] Total(double[][] bySlice)
    {
        var total = new double[bySlice[0].Length];
        foreach (var slice in bySlice)
        {
            for (var block = 0; block < total.Length; block++)
                total[block] += slice[block];
        }
        return total;
    }

    // The least of the values with the same upper bits, which for whole numbers is the value itself.
    private double Value(int key) => BitConverter.Int32BitsToSingle((_firstKey + key) << DroppedBits);
}
