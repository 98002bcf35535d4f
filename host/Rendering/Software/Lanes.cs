using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// Operations on packets of eight rays that <see cref="Vector256"/> lacks: each is one instruction of AVX2, and the same to the last bit where there is none.
/// </summary>
internal static unsafe class Lanes
{
    /// <summary>Rays in a packet.</summary>
    public const int Count = 8;

    // Gathers are asked to fill up zeros: else each would wait for what was last computed in the register it fills.

    /// <summary>Where the voxels of a store begin that hold these places; never behind the last, wherever the places lie.</summary>
    /// <param name="x">In parts of a voxel.</param>
    /// <param name="y">Likewise.</param>
    /// <param name="z">Likewise.</param>
    /// <param name="fractionBits">A voxel has 2 to this many parts.</param>
    /// <param name="row">From a row of the store to the next, in voxels.</param>
    /// <param name="slice">From a slice to the next.</param>
    /// <param name="last">The last place from which neighbours can be read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> PlaceOf(Vector256<int> x, Vector256<int> y, Vector256<int> z, int fractionBits, int row, int slice, uint last)
    {
        var place = ((z >> fractionBits) * slice) + ((y >> fractionBits) * row) + (x >> fractionBits);
        return Vector256.MinNative(place.AsUInt32(), Vector256.Create(last)).AsInt32();
    }

    /// <summary>The outermost of a packet's rays, between which the others lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Corners(Vector256<int> lanes) => Vector256.Shuffle(lanes, Vector256.Create(0, 3, 4, 7, 0, 3, 4, 7)).GetLower();

    /// <summary>Has the bytes fetched at four places, which makes nothing but later loads faster.</summary>
    /// <param name="origin">Of the places.</param>
    /// <param name="place">Not negative.</param>
    /// <param name="unit">Bytes of a place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(byte* origin, Vector128<int> place, ulong unit)
    {
        if (!Sse.IsSupported)
            return;
        var (first, second) = (place.AsUInt64().ToScalar(), place.AsUInt64().GetElement(1));
        Sse.Prefetch0(origin + ((ulong)(uint)first * unit));
        Sse.Prefetch0(origin + ((first >> 32) * unit));
        Sse.Prefetch0(origin + ((ulong)(uint)second * unit));
        Sse.Prefetch0(origin + ((second >> 32) * unit));
    }

    /// <summary>From one value to another, by weights from 0 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mix(Vector256<float> near, Vector256<float> far, Vector256<float> weight) => near + ((far - near) * weight);

    /// <summary>Four bytes from each of the places, given in bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Gather1(byte* origin, Vector256<int> place)
    {
        if (Avx2.IsSupported)
            return Avx2.GatherMaskVector256(Vector256<int>.Zero, (int*)origin, place, Vector256<int>.AllBitsSet, 1);
        return GatherOneByOne(origin, place, 1);
    }

    /// <summary>Four bytes from each of the places, given in two bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Gather2(byte* origin, Vector256<int> place)
    {
        if (Avx2.IsSupported)
            return Avx2.GatherMaskVector256(Vector256<int>.Zero, (int*)origin, place, Vector256<int>.AllBitsSet, 2);
        return GatherOneByOne(origin, place, 2);
    }

    /// <summary>Four bytes from each of the places, given in four bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Gather4(byte* origin, Vector256<int> place)
    {
        if (Avx2.IsSupported)
            return Avx2.GatherMaskVector256(Vector256<int>.Zero, (int*)origin, place, Vector256<int>.AllBitsSet, 4);
        return GatherOneByOne(origin, place, 4);
    }

    /// <summary>
    /// Eight bytes from each of the places, given in four bytes: lanes 0, 1, 4, 5 and lanes 2, 3, 6, 7, so that the two halves can be joined without crossing
    /// 128 bits. Single loads take less time than the processor's instruction for this. See <see cref="Evens"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load64By4(byte* origin, Vector256<int> place, out Vector256<long> first, out Vector256<long> second)
    {
        // Two places in a general register each: they are not negative.
        var (lower, upper) = (place.GetLower().AsUInt64(), place.GetUpper().AsUInt64());
        first = Vector256.Create(Two(origin, lower.ToScalar(), 4), Two(origin, upper.ToScalar(), 4)).AsInt64();
        second = Vector256.Create(Two(origin, lower.GetElement(1), 4), Two(origin, upper.GetElement(1), 4)).AsInt64();
    }

    /// <summary>Eight bytes from each of the places, given in eight bytes, likewise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load64By8(byte* origin, Vector256<int> place, out Vector256<long> first, out Vector256<long> second)
    {
        var (lower, upper) = (place.GetLower().AsUInt64(), place.GetUpper().AsUInt64());
        first = Vector256.Create(Two(origin, lower.ToScalar(), 8), Two(origin, upper.ToScalar(), 8)).AsInt64();
        second = Vector256.Create(Two(origin, lower.GetElement(1), 8), Two(origin, upper.GetElement(1), 8)).AsInt64();
    }

    /// <summary>The lower halves of what <see cref="Load64By4"/> gave, in the order of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Evens(Vector256<float> first, Vector256<float> second)
    {
        if (Avx.IsSupported)
            return Avx.Shuffle(first, second, 0x88);
        return Vector256.Create(first[0], first[2], second[0], second[2], first[4], first[6], second[4], second[6]);
    }

    /// <summary>The upper halves, likewise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Odds(Vector256<float> first, Vector256<float> second)
    {
        if (Avx.IsSupported)
            return Avx.Shuffle(first, second, 0xDD);
        return Vector256.Create(first[1], first[3], second[1], second[3], first[5], first[7], second[5], second[7]);
    }

    /// <summary>Lanes 0, 1, 4, 5 of two packets in turns: what belongs to the first half of <see cref="Load64By4"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> PairFirst(Vector256<int> even, Vector256<int> odd)
    {
        if (Avx2.IsSupported)
            return Avx2.UnpackLow(even, odd);
        return Vector256.Create(even[0], odd[0], even[1], odd[1], even[4], odd[4], even[5], odd[5]);
    }

    /// <summary>Lanes 2, 3, 6, 7 in turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> PairSecond(Vector256<int> even, Vector256<int> odd)
    {
        if (Avx2.IsSupported)
            return Avx2.UnpackHigh(even, odd);
        return Vector256.Create(even[2], odd[2], even[3], odd[3], even[6], odd[6], even[7], odd[7]);
    }

    /// <summary>Products of unsigned weights and signed bytes, neighbours added. They must not exceed 16 bits: the two weights sum to 255 at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> MultiplyPairs(Vector256<byte> weights, Vector256<sbyte> values)
    {
        if (Avx2.IsSupported)
            return Avx2.MultiplyAddAdjacent(weights, values);
        var result = default(Vector256<short>);
        for (var i = 0; i < Vector256<short>.Count; i++)
            result = result.WithElement(i, (short)((weights[2 * i] * values[2 * i]) + (weights[(2 * i) + 1] * values[(2 * i) + 1])));
        return result;
    }

    /// <summary>Products of 16-bit numbers, neighbours added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> MultiplyPairs(Vector256<short> left, Vector256<short> right)
    {
        if (Avx2.IsSupported)
            return Avx2.MultiplyAddAdjacent(left, right);
        var result = default(Vector256<int>);
        for (var i = 0; i < Vector256<int>.Count; i++)
            result = result.WithElement(i, (left[2 * i] * right[2 * i]) + (left[(2 * i) + 1] * right[(2 * i) + 1]));
        return result;
    }

    /// <summary>Whether no lane of a mask is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool None(Vector256<int> mask) => mask == Vector256<int>.Zero;

    /// <summary>Whether all lanes of a mask are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Vector256<int> mask) => mask == Vector256<int>.AllBitsSet;

    /// <summary>Each lane to its number of pixels right and down within a packet of 4 × 2.</summary>
    public static Vector256<float> PixelX { get; } = Vector256.Create(0f, 1, 2, 3, 0, 1, 2, 3);

    /// <inheritdoc cref="PixelX"/>
    public static Vector256<float> PixelY { get; } = Vector256.Create(0f, 0, 0, 0, 1, 1, 1, 1);

    private static Vector256<int> GatherOneByOne(byte* origin, Vector256<int> place, long scale)
    {
        var result = default(Vector256<int>);
        for (var lane = 0; lane < Count; lane++)
            result = result.WithElement(lane, Unsafe.ReadUnaligned<int>(origin + (place[lane] * scale)));
        return result;
    }

    /// <summary>Eight bytes from each of two places, which stand in the halves of a register.</summary>
    /// <param name="origin">Of the places.</param>
    /// <param name="places">The first in the lower half.</param>
    /// <param name="unit">Bytes of a place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Two(byte* origin, ulong places, ulong unit)
    {
        var first = (double*)(origin + ((ulong)(uint)places * unit));
        var second = (double*)(origin + ((places >> 32) * unit));
        return Sse2.IsSupported ? Sse2.LoadHigh(Sse2.LoadScalarVector128(first), second) : Vector128.Create(*first, *second);
    }
}
