using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// Operations on sixteen rays at a time, where the processor has instructions as wide (AVX-512). They give the same as those of <see cref="Lanes"/>, to the last bit.
/// </summary>
internal static unsafe class WideLanes
{
    private static readonly Vector512<int> EvenOrder = Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
    private static readonly Vector512<int> OddOrder = EvenOrder + Vector512<int>.One;

    private static readonly Vector512<int> CornerOrder = Vector512.Create(0, 3, 12, 15, 0, 3, 12, 15, 0, 3, 12, 15, 0, 3, 12, 15);

    // The lowest byte of each lane again and again.
    private static readonly Vector512<byte> FirstByte = Vector512.Create(0x00000000, 0x04040404, 0x08080808, 0x0C0C0C0C, 0, 0x04040404, 0x08080808, 0x0C0C0C0C, 0, 0x04040404, 0x08080808, 0x0C0C0C0C, 0, 0x04040404, 0x08080808, 0x0C0C0C0C).AsByte();

    /// <summary>Whether rays are cast by sixteen.</summary>
    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported && Avx512F.IsSupported;

    /// <inheritdoc cref="Lanes.PlaceOf"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> PlaceOf(Vector512<int> x, Vector512<int> y, Vector512<int> z, int fractionBits, int row, int slice, uint last)
    {
        var place = ((z >> fractionBits) * slice) + ((y >> fractionBits) * row) + (x >> fractionBits);
        return Vector512.MinNative(place.AsUInt32(), Vector512.Create(last)).AsInt32();
    }

    /// <summary>
    /// Eight bytes from each of the places: their lower and their upper halves. Single loads take half the time of the processor's instruction for this.
    /// </summary>
    /// <param name="origin">Of the places.</param>
    /// <param name="place">In four bytes.</param>
    /// <param name="low">The first four bytes of each.</param>
    /// <param name="high">The other four.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load64By4(byte* origin, Vector512<int> place, out Vector512<int> low, out Vector512<int> high)
    {
        var (lower, upper) = (place.GetLower(), place.GetUpper());
        Split(
            Vector512.Create(Four(origin, lower.GetLower(), 4), Four(origin, lower.GetUpper(), 4)),
            Vector512.Create(Four(origin, upper.GetLower(), 4), Four(origin, upper.GetUpper(), 4)), out low, out high);
    }

    /// <summary>Likewise with places in eight bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load64By8(byte* origin, Vector512<int> place, out Vector512<int> low, out Vector512<int> high)
    {
        var (lower, upper) = (place.GetLower(), place.GetUpper());
        Split(
            Vector512.Create(Four(origin, lower.GetLower(), 8), Four(origin, lower.GetUpper(), 8)),
            Vector512.Create(Four(origin, upper.GetLower(), 8), Four(origin, upper.GetUpper(), 8)), out low, out high);
    }

    /// <summary>The outermost of 4 × 4 rays, between which the others lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Corners(Vector512<int> lanes) => Avx512F.PermuteVar16x32(lanes, CornerOrder).GetLower().GetLower();

    /// <summary>Weights of two neighbours by the lowest byte of each lane, as bytes that sum to 255, twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> BytePairs(Vector512<int> share) =>
        Avx512BW.Shuffle(share.AsByte(), FirstByte) ^ Vector512.Create(0x00FF00FF).AsByte();

    /// <summary>Weights of two neighbours by the lowest 15 bits of each lane, as numbers of 16 bits that sum to 32767.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> ShortPairs(Vector512<int> share)
    {
        var low = share & Vector512.Create(32767);
        return ((low << 16) | (low ^ Vector512.Create(32767))).AsInt16();
    }

    /// <inheritdoc cref="Lanes.MultiplyPairs(Vector256{byte}, Vector256{sbyte})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> MultiplyPairs(Vector512<byte> weights, Vector512<sbyte> values) => Avx512BW.MultiplyAddAdjacent(weights, values);

    /// <inheritdoc cref="Lanes.MultiplyPairs(Vector256{short}, Vector256{short})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> MultiplyPairs(Vector512<short> left, Vector512<short> right) => Avx512BW.MultiplyAddAdjacent(left, right);

    /// <inheritdoc cref="Lanes.None"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool None(Vector512<int> mask) => mask == Vector512<int>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Split(Vector512<long> first, Vector512<long> second, out Vector512<int> low, out Vector512<int> high)
    {
        low = Avx512F.PermuteVar16x32x2(first.AsInt32(), EvenOrder, second.AsInt32());
        high = Avx512F.PermuteVar16x32x2(first.AsInt32(), OddOrder, second.AsInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Four(byte* origin, Vector128<int> place, ulong unit)
    {
        // Two places in a general register each: they are not negative.
        var (first, second) = (place.AsUInt64().ToScalar(), place.AsUInt64().GetElement(1));
        return Vector256.Create(Lanes.Two(origin, first, unit), Lanes.Two(origin, second, unit)).AsInt64();
    }
}
