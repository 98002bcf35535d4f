using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>Grey values of an image, row by row, for conditions on them. Safe from several threads.</summary>
internal abstract class GreyRows
{
    /// <summary>Of a volume in memory its own voxels; of another the slices as they are decoded, of which the latest are kept.</summary>
    public static GreyRows Of(IVolumeSource source) => source switch
    {
        Volume<byte> volume => new Typed<byte>(volume, byte.MinValue, byte.MaxValue),
        Volume<ushort> volume => new Typed<ushort>(volume, ushort.MinValue, ushort.MaxValue),
        Volume<short> volume => new Typed<short>(volume, short.MinValue, short.MaxValue),
        Volume<float> volume => new Typed<float>(volume, float.MinValue, float.MaxValue),
        _ => new Decoded(source),
    };

    /// <summary>Which voxels of a part of a row have greys from low to high, as bits.</summary>
    public abstract void Match(int z, int y, int x, int count, float low, float high, Span<ulong> bits);

    /// <summary>One voxel.</summary>
    public abstract float At(int z, int y, int x);

    private sealed class Typed<T>(Volume<T> volume, T least, T most) : GreyRows where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        public override void Match(int z, int y, int x, int count, float low, float high, Span<ulong> bits)
        {
            // Of whole numbers those from the next above to the next below; a range beside the type's has none.
            if (typeof(T) != typeof(float))
                (low, high) = (MathF.Ceiling(low), MathF.Floor(high));
            if (!(low <= high) || low > float.CreateSaturating(most) || high < float.CreateSaturating(least))
                bits.Clear();
            else
                RowMatch.Within(volume.Slice(z).Slice((y * volume.Shape.Width) + x, count), T.CreateSaturating(low), T.CreateSaturating(high), bits);
        }

        public override float At(int z, int y, int x) => float.CreateSaturating(volume[z, y, x]);
    }

    private sealed class Decoded(IVolumeSource source) : GreyRows
    {
        private const int MostSlices = 64;

        private readonly Lock _lock = new();
        private readonly Dictionary<int, float[]> _slices = [];
        private readonly Queue<int> _order = [];

        public override void Match(int z, int y, int x, int count, float low, float high, Span<ulong> bits) =>
            RowMatch.Within(Slice(z).AsSpan((y * source.Shape.Width) + x, count), low, high, bits);

        public override float At(int z, int y, int x) => Slice(z)[(y * source.Shape.Width) + x];

        private float[] Slice(int z)
        {
            lock (_lock)
            {
                if (_slices.TryGetValue(z, out var known))
                    return known;
            }
            var read = new float[source.Shape.SliceLength];
            source.ReadSlice(z, read);
            lock (_lock)
            {
                if (!_slices.TryAdd(z, read))
                    return _slices[z];
                _order.Enqueue(z);
                if (_order.Count > MostSlices)
                    _slices.Remove(_order.Dequeue());
            }
            return read;
        }
    }
}
