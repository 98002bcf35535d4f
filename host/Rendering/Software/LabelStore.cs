using System.Runtime.CompilerServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Labels in main memory, and which of them each block of voxels has.</summary>
internal sealed class LabelStore
{
    // Above this many blocks larger ones are taken, so that looking through all of them stays a matter of milliseconds.
    private const long MostBlocks = 300_000;

    // Labels of a block, a bit for each: four words.
    private const int Words = 4;

    private readonly byte[] _labels;
    private readonly ulong[] _sets;

    public LabelStore(VolumeShape size)
    {
        Size = size;
        // Four bytes are loaded at a time.
        _labels = LargePages.Allocate<byte>(checked((int)(size.VoxelCount + 4)));
        EdgeBits = 3;
        while (Layout(size, EdgeBits).VoxelCount > MostBlocks)
            EdgeBits++;
        Blocks = Layout(size, EdgeBits);
        _sets = new ulong[Blocks.VoxelCount * Words];
    }

    /// <summary>Voxels along (z, y, x).</summary>
    public VolumeShape Size { get; }

    /// <summary>The edge of a block is 2 to the power of this, in voxels.</summary>
    public int EdgeBits { get; }

    /// <summary>Blocks along (z, y, x).</summary>
    public VolumeShape Blocks { get; }

    /// <summary>Takes over a slice; safe to call for several slices at a time.</summary>
    public void Write(int z, ReadOnlySpan<byte> labels) => labels.CopyTo(_labels.AsSpan(z * Size.SliceLength));

    /// <summary>Finds the labels of the blocks that hold these slices.</summary>
    public void Measure(int firstZ, int lastZ) => Parallel.For(firstZ >> EdgeBits, (lastZ >> EdgeBits) + 1, MeasureLayer);

    /// <summary>Where voxels of certain labels are, or null where looking for that does not pay.</summary>
    /// <param name="isWanted">By label.</param>
    public EmptyLeaps? FindEmpty(Func<int, bool> isWanted)
    {
        var wanted = new ulong[Words];
        for (var label = 0; label < 256; label++)
            wanted[label >> 6] |= isWanted(label) ? 1UL << (label & 63) : 0;
        return EmptyLeaps.Find(Blocks, EdgeBits, block =>
        {
            var set = _sets.AsSpan(block * Words, Words);
            return ((set[0] & wanted[0]) | (set[1] & wanted[1]) | (set[2] & wanted[2]) | (set[3] & wanted[3])) != 0;
        });
    }

    /// <summary>The address of the labels, which do not move.</summary>
    public unsafe byte* Pin() => (byte*)Unsafe.AsPointer(ref _labels[0]);

    private static VolumeShape Layout(VolumeShape size, int edgeBits) => new(
        ((size.Depth - 1) >> edgeBits) + 1, ((size.Height - 1) >> edgeBits) + 1, ((size.Width - 1) >> edgeBits) + 1);

    private void MeasureLayer(int blockZ)
    {
        var (edge, perLayer) = (1 << EdgeBits, Blocks.SliceLength * Words);
        var sets = _sets.AsSpan(blockZ * perLayer, perLayer);
        sets.Clear();
        for (var z = blockZ * edge; z < Math.Min((blockZ + 1) * edge, Size.Depth); z++)
        {
            for (var y = 0; y < Size.Height; y++)
            {
                var row = _labels.AsSpan((z * Size.SliceLength) + (y * Size.Width), Size.Width);
                var to = sets[((y >> EdgeBits) * Blocks.Width * Words)..];
                for (var x = 0; x < row.Length; x++)
                {
                    // Labels come in runs.
                    if (x == 0 || row[x] != row[x - 1] || (x & (edge - 1)) == 0)
                        to[((x >> EdgeBits) * Words) + (row[x] >> 6)] |= 1UL << (row[x] & 63);
                }
            }
        }
    }
}
