using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Intervals;

/// <summary>The blocks of a <see cref="BlockGrid"/> for what goes over rows of voxels, as bytes or as words of 64 bits.</summary>
internal sealed class BlockRows
{
    private const int WordBits = 64;

    private readonly BlockGrid _grid;

    /// <param name="shape">Of the volume.</param>
    public BlockRows(VolumeShape shape)
    {
        _grid = new BlockGrid(shape);
        OfX = [.. Enumerable.Range(0, shape.Width).Select(x => _grid.Of(0, 0, x))];
        var parts = new List<BlockPart>();
        for (var x = 0; x < shape.Width; x++)
        {
            var bit = 1ul << (x % WordBits);
            if (parts.Count > 0 && parts[^1].Word == x / WordBits && parts[^1].Block == OfX[x])
                parts[^1] = parts[^1] with { Mask = parts[^1].Mask | bit };
            else
                parts.Add(new BlockPart(x / WordBits, bit, OfX[x]));
        }
        Parts = [.. parts];
    }

    /// <summary>How many blocks there are.</summary>
    public int Count => _grid.Count;

    /// <summary>Blocks along x.</summary>
    public int Across => _grid.Columns;

    /// <summary>The block along x that a column is in.</summary>
    public int[] OfX { get; }

    /// <summary>The words of a row of bits, cut where blocks meet.</summary>
    public BlockPart[] Parts { get; }

    /// <summary>The first block of a row of voxels; those along x follow it.</summary>
    public int FirstOf(int z, int y) => _grid.OfRow(z, y);

    /// <summary>Half the width of the 95 % interval of a ratio, from its scatter between blocks; null where it cannot be told.</summary>
    /// <param name="sums">The property summed up by block.</param>
    /// <param name="weights">What it is divided by, such as the block's labelled volume.</param>
    public static double? HalfWidth(IReadOnlyList<double> sums, IReadOnlyList<double> weights)
    {
        var half = RatioInterval.HalfWidth([.. sums], [.. weights]);
        return double.IsFinite(half) ? half : null;
    }
}
