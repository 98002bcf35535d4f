using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// The least and the largest value of each block of a <see cref="VoxelStore"/>. Blocks are cubes of padded voxels; a block counts the first layer of the next one,
/// since interpolation reaches there.
/// </summary>
internal sealed class BlockRanges
{
    // Above this many blocks larger ones are taken, so that looking through all of them stays a matter of milliseconds.
    private const long MostBlocks = 300_000;

    private readonly VoxelStore _store;
    private readonly float[] _least;
    private readonly float[] _largest;

    public BlockRanges(VoxelStore store)
    {
        _store = store;
        EdgeBits = 2;
        while (Layout(store.Size, EdgeBits).VoxelCount > MostBlocks)
            EdgeBits++;
        Count = Layout(store.Size, EdgeBits);
        _least = new float[Count.VoxelCount];
        _largest = new float[Count.VoxelCount];
    }

    /// <summary>The edge of a block is 2 to the power of this, in voxels.</summary>
    public int EdgeBits { get; }

    /// <summary>Blocks along (z, y, x).</summary>
    public VolumeShape Count { get; }

    /// <summary>The least value of each block, x fastest.</summary>
    public ReadOnlySpan<float> Least => _least;

    /// <summary>The largest value of each block.</summary>
    public ReadOnlySpan<float> Largest => _largest;

    /// <summary>Measures the blocks that show these slices of the volume.</summary>
    public void Measure(int firstZ, int lastZ)
    {
        // Slice z is padded slice z + 1, and the rim shows the outermost slices.
        var (first, last) = (Math.Max((firstZ - 1) >> EdgeBits, 0), Math.Min((lastZ + 2) >> EdgeBits, Count.Depth - 1));
        Parallel.For(first, last + 1, MeasureLayer);
    }

    private static VolumeShape Layout(VolumeShape size, int edgeBits) => new(
        (size.Depth >> edgeBits) + 1, (size.Height >> edgeBits) + 1, (size.Width >> edgeBits) + 1);

    private void MeasureLayer(int blockZ)
    {
        var (size, edge) = (_store.Size, 1 << EdgeBits);
        var (row, least, largest) = (new float[size.Width + 2], new float[size.Width + 2], new float[size.Width + 2]);
        for (var blockY = 0; blockY < Count.Height; blockY++)
        {
            Array.Fill(least, float.MaxValue);
            Array.Fill(largest, float.MinValue);
            for (var z = blockZ * edge; z <= Math.Min((blockZ + 1) * edge, size.Depth + 1); z++)
            {
                for (var y = blockY * edge; y <= Math.Min((blockY + 1) * edge, size.Height + 1); y++)
                {
                    _store.ReadRow(z, y, row);
                    Take(row, least, largest);
                }
            }
            var to = ((blockZ * Count.Height) + blockY) * Count.Width;
            for (var blockX = 0; blockX < Count.Width; blockX++)
            {
                var from = blockX * edge;
                var length = Math.Min(edge + 1, row.Length - from);
                (_least[to + blockX], _largest[to + blockX]) = (LeastOf(least.AsSpan(from, length)), LargestOf(largest.AsSpan(from, length)));
            }
        }
    }

    private static void Take(ReadOnlySpan<float> row, Span<float> least, Span<float> largest)
    {
        var x = 0;
        for (; x <= row.Length - 8; x += 8)
        {
            var values = Vector256.LoadUnsafe(in row[x]);
            Vector256.MinNative(Vector256.LoadUnsafe(in least[x]), values).StoreUnsafe(ref least[x]);
            Vector256.MaxNative(Vector256.LoadUnsafe(in largest[x]), values).StoreUnsafe(ref largest[x]);
        }
        for (; x < row.Length; x++)
            (least[x], largest[x]) = (Math.Min(least[x], row[x]), Math.Max(largest[x], row[x]));
    }

    private static float LeastOf(ReadOnlySpan<float> values)
    {
        var result = values[0];
        foreach (var value in values)
            result = Math.Min(result, value);
        return result;
    }

    private static float LargestOf(ReadOnlySpan<float> values)
    {
        var result = values[0];
        foreach (var value in values)
            result = Math.Max(result, value);
        return result;
    }
}
