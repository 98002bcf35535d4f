using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Bytes as they are, for volumes that are too large for an <see cref="OctetStore"/>.</summary>
internal sealed class ByteStore(VolumeShape size) : PaddedStore<byte>(size)
{
    public override ImageCaster CreateCaster(ImageScene scene) => Caster(scene, CreateSampler());

    /// <summary>Reads the store; to be used while the store is held.</summary>
    public unsafe Sampler CreateSampler() => new(Pin(), Row, Slice, Last, FractionBits);

    protected override void Store(ReadOnlySpan<byte> voxels, Span<byte> stored)
    {
        // Less 128: the instruction that weights them takes signed bytes.
        for (var x = 0; x < voxels.Length; x++)
            stored[x] = (byte)(voxels[x] ^ 0x80);
    }

    protected override void Load(ReadOnlySpan<byte> stored, Span<float> values)
    {
        for (var x = 0; x < stored.Length; x++)
            values[x] = (byte)(stored[x] ^ 0x80);
    }

    /// <summary>Reads the store.</summary>
    internal readonly unsafe struct Sampler(byte* origin, int row, int slice, uint last, int fractionBits) : IPacketSampler
    {
        // Weights along x sum to 255, those along y to 32767, those along z to 1.
        public static float Scale => 1f / (255f * 32767f);

        public static float Shift => 128;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Linear(Vector256<int> x, Vector256<int> y, Vector256<int> z)
        {
            var place = Lanes.PlaceOf(x, y, z, fractionBits, row, slice, last);
            var nextRow = place + Vector256.Create(row);
            var nextSlice = place + Vector256.Create(slice);
            var pairs = Vector256.Create(0xFFFF);
            var near = (Lanes.Gather1(origin, place) & pairs) | (Lanes.Gather1(origin, nextRow) << 16);
            var far = (Lanes.Gather1(origin, nextSlice) & pairs) | (Lanes.Gather1(origin, nextSlice + Vector256.Create(row)) << 16);
            var alongX = (x >>> (fractionBits - 8)) & Vector256.Create(255);
            alongX = (alongX << 8) - alongX + Vector256.Create(255);
            alongX |= alongX << 16;
            var alongY = (y >>> (fractionBits - 15)) & Vector256.Create(32767);
            alongY = (alongY << 16) - alongY + Vector256.Create(32767);
            var alongZ = Vector256.ConvertToSingle(z & Vector256.Create((1 << fractionBits) - 1)) * Vector256.Create(1f / (1 << fractionBits));
            var nearSum = Vector256.ConvertToSingle(Lanes.MultiplyPairs(Lanes.MultiplyPairs(alongX.AsByte(), near.AsSByte()), alongY.AsInt16()));
            var farSum = Vector256.ConvertToSingle(Lanes.MultiplyPairs(Lanes.MultiplyPairs(alongX.AsByte(), far.AsSByte()), alongY.AsInt16()));
            return nearSum + ((farSum - nearSum) * alongZ);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<float> Linear(Vector512<int> x, Vector512<int> y, Vector512<int> z) =>
            Vector512.Create(Linear(x.GetLower(), y.GetLower(), z.GetLower()), Linear(x.GetUpper(), y.GetUpper(), z.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Prefetch(in CornerPlaces places)
        {
            var place = places.InStore(fractionBits, row, slice, last);
            Lanes.Prefetch(origin, place, 1);
            Lanes.Prefetch(origin + ((long)slice), place, 1);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Nearest(Vector256<int> x, Vector256<int> y, Vector256<int> z)
        {
            var half = Vector256.Create(1 << (fractionBits - 1));
            var place = Lanes.PlaceOf(x + half, y + half, z + half, fractionBits, row, slice, last);
            return Vector256.ConvertToSingle((Lanes.Gather1(origin, place) << 24) >> 24) * Vector256.Create(255f * 32767f);
        }
    }
}
