using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// The sizes of a phase by volume: its local thickness, which in a ball is the ball's diameter (Hildebrand and Rüegsegger 1997), as measure.thickness gives it. Lengths are in
/// voxels along x.
/// </summary>
internal sealed class PhaseSizes
{
    /// <summary>The operation that measures them.</summary>
    public const string Operation = "measure.thickness";

    private const int BinsPerVoxel = 16;
    private const int Resamplings = 400;

    // Blocks along each axis; fewer where they would be thinner than so many voxels.
    private const int MostBlocks = 3;
    private const int LeastOfBlock = 16;
    private const int LeastBlocks = 8;

    // By block and range of thickness.
    private readonly long[][] _blocks;
    private readonly long[] _all;

    private PhaseSizes(long[][] blocks)
    {
        _blocks = [.. blocks.Where(block => block.Any(count => count > 0))];
        _all = Sum(_blocks);
    }

    /// <summary>The thickness below which a share of the phase's voxels lies, from 0 to 1.</summary>
    public double Quantile(double share) => Quantile(_all, share);

    /// <summary>The mean thickness.</summary>
    public double Mean => MeanOf(_all);

    /// <summary>
    /// Half of the 95 % interval of a quantile, by drawing the blocks of the volume again (block bootstrap: Künsch, Ann. Statist. 17 (1989) 1217), of the scatter that as many
    /// blocks have about an unknown middle; null where there are fewer than eight blocks with the phase.
    /// </summary>
    /// <param name="share">From 0 to 1.</param>
    public double? HalfWidth(double share) => HalfWidth(counts => Quantile(counts, share));

    /// <summary>The same for the mean.</summary>
    public double? MeanHalfWidth => HalfWidth(MeanOf);

    /// <summary>Measures a phase, if a plugin brings what it takes.</summary>
    /// <param name="context">Where the measure runs.</param>
    /// <param name="labels">The volume.</param>
    /// <param name="phase">The phase, which is not all there is.</param>
    /// <returns>Null in a single slice, whose discs say little of the balls they are cut from, and where there is no such measure.</returns>
    public static async Task<PhaseSizes?> OfAsync(OperationContext context, LabelVolume labels, int phase)
    {
        if (labels.Shape.Depth == 1 || context.Contributions.All<IOperation>().All(operation => operation.Id != Operation))
            return null;
        using var result = await OtherOperation.RunAsync(context with { Job = new SilentJob(context.Job) }, Operation,
            new Dictionary<string, string> { ["phase"] = $"{labels.Phases[phase].FileValue}" },
            new Dictionary<string, Layer> { ["in"] = new LabelsLayer("sizes", labels) }).ConfigureAwait(false);
        return Count(((ImageLayer)result.Layers[0]).Volume, context.CancellationToken);
    }

    private double? HalfWidth(Func<long[], double> of)
    {
        if (_blocks.Length < LeastBlocks)
            return null;
        var random = new CounterRandom(1, Structures.Streams.Resampling);
        var values = new double[Resamplings];
        Parallel.For(0, Resamplings, i =>
            values[i] = of(Sum(Enumerable.Range(0, _blocks.Length).Select(block => _blocks[random.Choice(((long)i * _blocks.Length) + block, _blocks.Length)]))));
        Array.Sort(values);
        var half = (values[(int)(0.975 * Resamplings)] - values[(int)(0.025 * Resamplings)]) / 2;
        return half * Math.Sqrt(_blocks.Length / (_blocks.Length - 1.0));
    }

    private static PhaseSizes Count(IVolumeSource thickness, CancellationToken cancellationToken)
    {
        var shape = thickness.Shape;
        var (deep, high, wide) = (BlocksOf(shape.Depth), BlocksOf(shape.Height), BlocksOf(shape.Width));
        var blocks = Enumerable.Range(0, deep * high * wide).Select(_ => new SortedDictionary<int, long>()).ToArray();
        thickness.ForEachSlice(z =>
        {
            var slice = new float[shape.SliceLength];
            thickness.ReadSlice(z, slice);
            for (var y = 0; y < high; y++)
            {
                for (var x = 0; x < wide; x++)
                {
                    var counts = CountPart(slice, shape.Width, (y * shape.Height / high, (y + 1) * shape.Height / high), (x * shape.Width / wide, (x + 1) * shape.Width / wide), thickness.Spacing.X);
                    var block = blocks[(((z * deep / shape.Depth * high) + y) * wide) + x];
                    lock (block)
                    {
                        foreach (var (bin, count) in counts)
                            block[bin] = block.GetValueOrDefault(bin) + count;
                    }
                }
            }
        }, cancellationToken);
        var bins = blocks.Max(block => block.Count > 0 ? block.Keys.Last() : 0) + 1;
        return new PhaseSizes([.. blocks.Select(block => Enumerable.Range(0, bins).Select(bin => block.GetValueOrDefault(bin)).ToArray())]);
    }

    private static Dictionary<int, long> CountPart(float[] slice, int width, (int First, int End) rows, (int First, int End) columns, double voxel)
    {
        var counts = new Dictionary<int, long>();
        for (var y = rows.First; y < rows.End; y++)
        {
            for (var x = columns.First; x < columns.End; x++)
            {
                var value = slice[(y * width) + x];
                if (!(value > 0))
                    continue;
                var bin = (int)(value / voxel * BinsPerVoxel);
                counts[bin] = counts.GetValueOrDefault(bin) + 1;
            }
        }
        return counts;
    }

    private static int BlocksOf(int side) => Math.Clamp(side / LeastOfBlock, 1, MostBlocks);

    private static long[] Sum(IEnumerable<long[]> blocks)
    {
        long[]? sum = null;
        foreach (var block in blocks)
        {
            sum ??= new long[block.Length];
            for (var bin = 0; bin < sum.Length; bin++)
                sum[bin] += block[bin];
        }
        return sum ?? [0];
    }

    private static double MeanOf(long[] counts) => counts.Index().Sum(bin => (bin.Index + 0.5) * bin.Item) / BinsPerVoxel / counts.Sum();

    private static double Quantile(long[] counts, double share)
    {
        var (wanted, below) = (share * counts.Sum(), 0.0);
        for (var bin = 0; bin < counts.Length; bin++)
        {
            if (counts[bin] > 0 && below + counts[bin] >= wanted)
                return (bin + Math.Clamp((wanted - below) / counts[bin], 0, 1)) / BinsPerVoxel;
            below += counts[bin];
        }
        return double.NaN;
    }
}
