using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Intervals;

/// <summary>Cuts a volume into equal blocks, whose scatter gives the interval of a property that is a sum over voxels.</summary>
/// <remarks>Three blocks along each axis where all have 32 voxels a side or more, else two; one along an axis of a single voxel.</remarks>
internal sealed class BlockGrid
{
    private const int LeastSide = 32;

    private readonly int[] _rowsOfZ;
    private readonly int[] _rowsOfY;

    /// <param name="shape">Of the volume.</param>
    public BlockGrid(VolumeShape shape)
    {
        var sides = new[] { shape.Depth, shape.Height, shape.Width };
        var most = sides.All(side => side == 1 || side >= 3 * LeastSide) ? 3 : 2;
        var counts = sides.Select(side => Math.Min(side, most)).ToArray();
        Count = counts[0] * counts[1] * counts[2];
        _rowsOfZ = [.. Enumerable.Range(0, shape.Depth).Select(z => (int)((long)z * counts[0] / shape.Depth) * counts[1] * counts[2])];
        _rowsOfY = [.. Enumerable.Range(0, shape.Height).Select(y => (int)((long)y * counts[1] / shape.Height) * counts[2])];
        OfX = [.. Enumerable.Range(0, shape.Width).Select(x => (int)((long)x * counts[2] / shape.Width))];
        var parts = new List<BlockPart>();
        for (var x = 0; x < shape.Width; x++)
        {
            var bit = 1ul << (x % 64);
            if (parts.Count > 0 && parts[^1].Word == x / 64 && parts[^1].Block == OfX[x])
                parts[^1] = parts[^1] with { Mask = parts[^1].Mask | bit };
            else
                parts.Add(new BlockPart(x / 64, bit, OfX[x]));
        }
        Parts = [.. parts];
        Across = counts[2];
    }

    /// <summary>How many blocks there are.</summary>
    public int Count { get; }

    /// <summary>Blocks along x.</summary>
    public int Across { get; }

    /// <summary>The block along x that a column is in.</summary>
    public int[] OfX { get; }

    /// <summary>The words of a row of bits, cut where blocks meet.</summary>
    public BlockPart[] Parts { get; }

    /// <summary>The first block of a row of voxels; those along x follow it.</summary>
    public int FirstOf(int z, int y) => _rowsOfZ[z] + _rowsOfY[y];

    /// <summary>Half the width of the 95 % interval of a density, from the densities of the blocks.</summary>
    /// <param name="sums">The property summed up by block.</param>
    /// <param name="weights">What it is divided by, such as the block's labelled volume. Blocks with less than half of the mean are left out.</param>
    /// <returns>Null where fewer than two blocks are left.</returns>
    public static double? HalfWidth(IReadOnlyList<double> sums, IReadOnlyList<double> weights)
    {
        var least = weights.Average() / 2;
        var densities = sums.Zip(weights).Where(block => block.Second > 0 && block.Second >= least).Select(block => block.First / block.Second);
        var half = SampleInterval.HalfWidth(densities);
        return double.IsNaN(half) ? null : half;
    }
}
