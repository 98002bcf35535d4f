using System.Numerics;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Painting;

/// <summary>Which values of a row fulfil a condition, as bits.</summary>
internal static class RowMatch
{
    /// <summary>Those from low to high, both included.</summary>
    /// <param name="row">The values.</param>
    /// <param name="low">The lowest that fits.</param>
    /// <param name="high">The highest.</param>
    /// <param name="bits">Gets a bit for each value; those behind the last value are cleared.</param>
    public static void Within<T>(ReadOnlySpan<T> row, T low, T high, Span<ulong> bits) where T : unmanaged, INumber<T>
    {
        bits.Clear();
        var (at, count) = (0, Vector256<T>.Count);
        if (Vector256.IsHardwareAccelerated)
        {
            var (lowest, highest) = (Vector256.Create(low), Vector256.Create(high));
            for (; at + count <= row.Length; at += count)
            {
                var values = Vector256.Create(row.Slice(at, count));
                var fits = Vector256.GreaterThanOrEqual(values, lowest) & Vector256.LessThanOrEqual(values, highest);
                bits[at >> 6] |= (ulong)fits.ExtractMostSignificantBits() << (at & 63);
            }
        }
        for (; at < row.Length; at++)
        {
            if (row[at] >= low && row[at] <= high)
                bits[at >> 6] |= 1UL << (at & 63);
        }
    }

    /// <summary>Those that a table of all 256 values allows.</summary>
    public static void Allowed(ReadOnlySpan<byte> row, ReadOnlySpan<bool> table, Span<ulong> bits)
    {
        bits.Clear();
        for (var at = 0; at < row.Length; at++)
            bits[at >> 6] |= (table[row[at]] ? 1UL : 0) << (at & 63);
    }
}
