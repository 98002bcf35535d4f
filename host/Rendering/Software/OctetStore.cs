using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// Bytes, each stored with its neighbours along y and z: so the eight voxels around a place stand in eight bytes, and one load gets them. Takes four times the
/// volume's memory.
/// </summary>
internal sealed class OctetStore : VoxelStore
{
    private readonly byte[] _voxels;
    private readonly int _row;
    private readonly int _slice;

    public OctetStore(VolumeShape size) : base(size)
    {
        (_row, _slice) = (size.Width + 2, (size.Width + 2) * (size.Height + 1));
        _voxels = LargePages.Allocate<byte>(checked((int)BytesFor(size)));
    }

    /// <summary>What a volume takes.</summary>
    public static long BytesFor(VolumeShape size) => (4L * (size.Width + 2) * (size.Height + 1) * (size.Depth + 1)) + 8;

    public override unsafe void Write(int z, ReadOnlySpan<byte> voxels)
    {
        var (width, height, depth) = (Size.Width, Size.Height, Size.Depth);
        var (first, last) = PaddedOf(z, depth);
        for (var padded = first; padded <= last; padded++)
        {
            for (var y = 0; y <= height; y++)
            {
                var near = voxels.Slice(Inside(y, height) * width, width);
                var far = voxels.Slice(Inside(y + 1, height) * width, width);
                // A slice is the lower one of its own elements and the upper one of those before.
                if (padded <= depth)
                    Fill(((long)padded * _slice) + ((long)y * _row), 0, near, far);
                if (padded > 0)
                    Fill(((padded - 1L) * _slice) + ((long)y * _row), 1, near, far);
            }
        }
    }

    public override unsafe void ReadRow(int paddedZ, int paddedY, Span<float> row)
    {
        // The outermost are the upper ones of the elements before.
        var (z, fromZ) = paddedZ > Size.Depth ? (paddedZ - 1, 1) : (paddedZ, 0);
        var (y, fromY) = paddedY > Size.Height ? (paddedY - 1, 2) : (paddedY, 0);
        fixed (byte* origin = _voxels)
        {
            var from = origin + (4 * (((long)z * _slice) + ((long)y * _row))) + fromZ + fromY;
            for (var x = 0; x < row.Length; x++)
                row[x] = (byte)(from[4 * x] ^ 0x80);
        }
    }

    public override unsafe ImageCaster CreateCaster(ImageScene scene)
    {
        fixed (byte* origin = _voxels)
            return Caster(scene, new Sampler(origin, _row, _slice, (uint)((long)_slice * (Size.Depth + 1)) - 2, FractionBits));
    }

    private unsafe void Fill(long element, int part, ReadOnlySpan<byte> near, ReadOnlySpan<byte> far)
    {
        fixed (byte* origin = _voxels)
        {
            var to = origin + (4 * element) + part;
            // Stored less 128: the instruction that weights them takes signed bytes.
            (to[0], to[2]) = ((byte)(near[0] ^ 0x80), (byte)(far[0] ^ 0x80));
            to += 4;
            for (var x = 0; x < near.Length; x++, to += 4)
                (to[0], to[2]) = ((byte)(near[x] ^ 0x80), (byte)(far[x] ^ 0x80));
            (to[0], to[2]) = ((byte)(near[^1] ^ 0x80), (byte)(far[^1] ^ 0x80));
        }
    }

    /// <summary>Reads the store.</summary>
    private readonly unsafe struct Sampler(byte* origin, int row, int slice, uint last, int fractionBits) : IPacketSampler
    {
        // Weights along z sum to 255, those along y to 32767, those along x to 1.
        private const float Whole = 1f / (255f * 32767f);

        public static float Scale => Whole;

        public static float Shift => 128;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Linear(Vector256<int> x, Vector256<int> y, Vector256<int> z)
        {
            var place = Lanes.PlaceOf(x, y, z, fractionBits, row, slice, last);
            Lanes.Load64By4(origin, place, out var first, out var second);
            var alongZ = (z >>> (fractionBits - 8)) & Vector256.Create(255);
            alongZ = (alongZ << 8) - alongZ + Vector256.Create(255);
            alongZ |= alongZ << 16;
            var alongY = (y >>> (fractionBits - 15)) & Vector256.Create(32767);
            alongY = (alongY << 16) - alongY + Vector256.Create(32767);
            var alongX = Vector256.ConvertToSingle(x & Vector256.Create((1 << fractionBits) - 1)) * Vector256.Create(1f / (1 << fractionBits));
            var firstSum = Lanes.MultiplyPairs(Lanes.MultiplyPairs(Lanes.PairFirst(alongZ, alongZ).AsByte(), first.AsSByte()), Lanes.PairFirst(alongY, alongY).AsInt16());
            var secondSum = Lanes.MultiplyPairs(Lanes.MultiplyPairs(Lanes.PairSecond(alongZ, alongZ).AsByte(), second.AsSByte()), Lanes.PairSecond(alongY, alongY).AsInt16());
            var near = Vector256.ConvertToSingle(Lanes.Evens(firstSum.AsSingle(), secondSum.AsSingle()).AsInt32());
            var far = Vector256.ConvertToSingle(Lanes.Odds(firstSum.AsSingle(), secondSum.AsSingle()).AsInt32());
            return near + ((far - near) * alongX);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<float> Linear(Vector512<int> x, Vector512<int> y, Vector512<int> z)
        {
            var place = WideLanes.PlaceOf(x, y, z, fractionBits, row, slice, last);
            WideLanes.Load64By4(origin, place, out var near, out var far);
            var alongZ = WideLanes.BytePairs(z >>> (fractionBits - 8));
            var alongY = WideLanes.ShortPairs(y >>> (fractionBits - 15));
            var alongX = Vector512.ConvertToSingle(x & Vector512.Create((1 << fractionBits) - 1)) * Vector512.Create(1f / (1 << fractionBits));
            var nearSum = Vector512.ConvertToSingle(WideLanes.MultiplyPairs(WideLanes.MultiplyPairs(alongZ, near.AsSByte()), alongY));
            var farSum = Vector512.ConvertToSingle(WideLanes.MultiplyPairs(WideLanes.MultiplyPairs(alongZ, far.AsSByte()), alongY));
            return nearSum + ((farSum - nearSum) * alongX);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Prefetch(in CornerPlaces places)
        {
            var place = places.InStore(fractionBits, row, slice, last);
            Lanes.Prefetch(origin, place, 4);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Nearest(Vector256<int> x, Vector256<int> y, Vector256<int> z)
        {
            var half = Vector256.Create(1 << (fractionBits - 1));
            var place = Lanes.PlaceOf(x + half, y + half, z + half, fractionBits, row, slice, last);
            var value = (Lanes.Gather4(origin, place) << 24) >> 24;
            return Vector256.ConvertToSingle(value) * Vector256.Create(255f * 32767f);
        }
    }
}
