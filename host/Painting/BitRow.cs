using System.Numerics;

namespace VolumeViewer.Host.Painting;

/// <summary>A row of voxels as bits, the first in the lowest bit of the first word.</summary>
internal static class BitRow
{
    public static int Words(int count) => (count + 63) >> 6;

    public static bool Has(ReadOnlySpan<ulong> bits, int index) => ((bits[index >> 6] >> (index & 63)) & 1) != 0;

    /// <summary>The first set bit from a place on, or the end.</summary>
    public static int NextSet(ReadOnlySpan<ulong> bits, int from, int end) => Next(bits, from, end, 0);

    /// <summary>The first bit that is not set, likewise.</summary>
    public static int NextClear(ReadOnlySpan<ulong> bits, int from, int end) => Next(bits, from, end, ulong.MaxValue);

    /// <summary>The first of the set bits that lead up to a place without a gap; the place itself where there is none.</summary>
    public static int BeginOf(ReadOnlySpan<ulong> bits, int at)
    {
        while (at > 0)
        {
            var (word, bit) = ((at - 1) >> 6, ((at - 1) & 63) + 1);
            // The bits before, moved up to the top.
            var run = BitOperations.LeadingZeroCount(~(bits[word] << (64 - bit)));
            at -= Math.Min(run, bit);
            if (run < bit)
                break;
        }
        return at;
    }

    public static void Set(Span<ulong> bits, int from, int end)
    {
        for (var word = from >> 6; from < end; word++)
        {
            bits[word] |= Mask(word, from, end);
            from = (word + 1) << 6;
        }
    }

    public static void Clear(Span<ulong> bits, int from, int end)
    {
        for (var word = from >> 6; from < end; word++)
        {
            bits[word] &= ~Mask(word, from, end);
            from = (word + 1) << 6;
        }
    }

    private static ulong Mask(int word, int from, int end)
    {
        var count = Math.Min(end - (word << 6), 64);
        return (ulong.MaxValue << (from & 63)) & (ulong.MaxValue >> (64 - count));
    }

    private static int Next(ReadOnlySpan<ulong> bits, int from, int end, ulong flip)
    {
        if (from >= end)
            return end;
        var word = from >> 6;
        var rest = (bits[word] ^ flip) & (ulong.MaxValue << (from & 63));
        while (rest == 0)
        {
            if (++word << 6 >= end)
                return end;
            rest = bits[word] ^ flip;
        }
        return Math.Min(end, (word << 6) + BitOperations.TrailingZeroCount(rest));
    }
}
