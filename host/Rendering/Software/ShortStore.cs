using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Numbers of 16 bits; signed ones come shifted up by 32768, as <see cref="ImageTexels"/> gives them.</summary>
internal sealed class ShortStore(VolumeShape size) : PaddedStore<ushort>(size)
{
    public override unsafe ImageCaster CreateCaster(ImageScene scene) => Caster(scene, new Sampler(Pin(), Row, Slice, Last, FractionBits));

    protected override void Store(ReadOnlySpan<ushort> voxels, Span<ushort> stored)
    {
        // Less 32768: the instruction that weights them takes signed numbers.
        for (var x = 0; x < voxels.Length; x++)
            stored[x] = (ushort)(voxels[x] ^ 0x8000);
    }

    protected override void Load(ReadOnlySpan<ushort> stored, Span<float> values)
    {
        for (var x = 0; x < stored.Length; x++)
            values[x] = (ushort)(stored[x] ^ 0x8000);
    }

    /// <summary>Reads the store.</summary>
    private readonly unsafe struct Sampler(byte* origin, int row, int slice, uint last, int fractionBits) : IPacketSampler
    {
        // Weights along x sum to 32767, the others to 1.
        public static float Scale => 1f / 32767f;

        public static float Shift => 32768;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Linear(Vector256<int> x, Vector256<int> y, Vector256<int> z)
        {
            var place = Lanes.PlaceOf(x, y, z, fractionBits, row, slice, last);
            var nextSlice = place + Vector256.Create(slice);
            var alongX = (x >>> (fractionBits - 15)) & Vector256.Create(32767);
            alongX = (alongX << 16) - alongX + Vector256.Create(32767);
            var (mask, unit) = (Vector256.Create((1 << fractionBits) - 1), Vector256.Create(1f / (1 << fractionBits)));
            var alongY = Vector256.ConvertToSingle(y & mask) * unit;
            var near = Lanes.Mix(Pair(place, alongX), Pair(place + Vector256.Create(row), alongX), alongY);
            var far = Lanes.Mix(Pair(nextSlice, alongX), Pair(nextSlice + Vector256.Create(row), alongX), alongY);
            return Lanes.Mix(near, far, Vector256.ConvertToSingle(z & mask) * unit);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<float> Linear(Vector512<int> x, Vector512<int> y, Vector512<int> z) =>
            Vector512.Create(Linear(x.GetLower(), y.GetLower(), z.GetLower()), Linear(x.GetUpper(), y.GetUpper(), z.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Prefetch(in CornerPlaces places)
        {
            var place = places.InStore(fractionBits, row, slice, last);
            Lanes.Prefetch(origin, place, 2);
            Lanes.Prefetch(origin + (2 * (long)slice), place, 2);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Nearest(Vector256<int> x, Vector256<int> y, Vector256<int> z)
        {
            var half = Vector256.Create(1 << (fractionBits - 1));
            var place = Lanes.PlaceOf(x + half, y + half, z + half, fractionBits, row, slice, last);
            return Vector256.ConvertToSingle(((Lanes.Gather2(origin, place) << 16) >> 16) * Vector256.Create(32767));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector256<float> Pair(Vector256<int> place, Vector256<int> weights) =>
            Vector256.ConvertToSingle(Lanes.MultiplyPairs(Lanes.Gather2(origin, place).AsInt16(), weights.AsInt16()));
    }
}
