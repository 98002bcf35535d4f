using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Numbers of single precision.</summary>
internal sealed class SingleStore(VolumeShape size) : PaddedStore<float>(size)
{
    public override unsafe ImageCaster CreateCaster(ImageScene scene) => Caster(scene, new Sampler(Pin(), Row, Slice, Last, FractionBits));

    protected override void Store(ReadOnlySpan<float> voxels, Span<float> stored) => voxels.CopyTo(stored);

    protected override void Load(ReadOnlySpan<float> stored, Span<float> values) => stored.CopyTo(values);

    /// <summary>Reads the store.</summary>
    private readonly unsafe struct Sampler(byte* origin, int row, int slice, uint last, int fractionBits) : IPacketSampler
    {
        public static float Scale => 1;

        public static float Shift => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Linear(Vector256<int> x, Vector256<int> y, Vector256<int> z)
        {
            var place = Lanes.PlaceOf(x, y, z, fractionBits, row, slice, last);
            var nextSlice = place + Vector256.Create(slice);
            var (mask, unit) = (Vector256.Create((1 << fractionBits) - 1), Vector256.Create(1f / (1 << fractionBits)));
            var alongX = Vector256.ConvertToSingle(x & mask) * unit;
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
            Lanes.Prefetch(origin, place, 4);
            Lanes.Prefetch(origin + (4 * (long)slice), place, 4);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Nearest(Vector256<int> x, Vector256<int> y, Vector256<int> z)
        {
            var half = Vector256.Create(1 << (fractionBits - 1));
            var place = Lanes.PlaceOf(x + half, y + half, z + half, fractionBits, row, slice, last);
            return Lanes.Gather4(origin, place).AsSingle();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector256<float> Pair(Vector256<int> place, Vector256<float> weight)
        {
            Lanes.Load64By4(origin, place, out var first, out var second);
            return Lanes.Mix(Lanes.Evens(first.AsSingle(), second.AsSingle()), Lanes.Odds(first.AsSingle(), second.AsSingle()), weight);
        }
    }
}
