using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// Counts how often each label occurs in blocks of voxels, for a row of blocks: the counts of all labels stand side by side in one word, so that they are added at a time. For up to
/// seven phases and 255 voxels a block, or three phases and 65535 voxels.
/// </summary>
internal sealed class BlockVote
{
    private readonly ulong[] _words = new ulong[256];
    private readonly byte[] _labelOf;
    private readonly int _bits;

    private BlockVote(int phases, int bits)
    {
        _bits = bits;
        // Unlabelled comes last: it wins only where no phase has as many voxels.
        _labelOf = [.. Enumerable.Range(0, phases).Select(label => (byte)label), LabelVolume.Unlabelled];
        for (var place = 0; place < _labelOf.Length; place++)
            _words[_labelOf[place]] = 1UL << (bits * place);
    }

    /// <summary>One for so many phases and voxels of a block, or null where the counts find no room.</summary>
    public static BlockVote? For(int phases, int voxels) => (phases, voxels) switch
    {
        ( <= 7, <= byte.MaxValue) => new BlockVote(phases, 8),
        ( <= 3, <= ushort.MaxValue) => new BlockVote(phases, 16),
        _ => null,
    };

    /// <summary>Counts a row of voxels.</summary>
    /// <param name="row">The voxels, from the first of a block on.</param>
    /// <param name="factor">How many of them belong to each block; the last block may have fewer.</param>
    /// <param name="counts">Of the blocks; added to.</param>
    public void Count(ReadOnlySpan<byte> row, int factor, Span<ulong> counts)
    {
        var words = _words;
        var whole = row.Length / factor;
        for (var block = 0; block < whole; block++)
        {
            var sum = 0UL;
            foreach (var label in row.Slice(block * factor, factor))
                sum += words[label];
            counts[block] += sum;
        }
        foreach (var label in row[(whole * factor)..])
            counts[whole] += words[label];
    }

    /// <summary>The most frequent label of each block; of equally frequent ones that of its first voxel, so that no phase gains by its number, or else the lowest.</summary>
    /// <param name="counts">Of the blocks.</param>
    /// <param name="labels">Holds the labels of the blocks' first voxels; gets the most frequent ones.</param>
    public void Decide(ReadOnlySpan<ulong> counts, Span<byte> labels)
    {
        var (words, labelOf, bits, mask) = (_words, _labelOf, _bits, (1UL << _bits) - 1);
        for (var block = 0; block < counts.Length; block++)
        {
            var word = counts[block];
            var first = BitOperations.TrailingZeroCount(words[labels[block]]) / bits;
            // Unlabelled is no phase to be fair to.
            var (most, best) = first < labelOf.Length - 1 ? ((word >> (first * bits)) & mask, first) : (0UL, 0);
            for (var place = 0; word != 0; place++, word >>= bits)
            {
                if ((word & mask) > most)
                    (most, best) = (word & mask, place);
            }
            labels[block] = labelOf[best];
        }
    }
}
