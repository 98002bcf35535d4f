using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>Tells where two phases are within a few voxels of each other, slice by slice from the first to the last.</summary>
/// <remarks>There are two phases in a box where the least and the greatest label in it differ; both are found one axis after the other.</remarks>
internal sealed class PhaseBorders
{
    private readonly VolumeShape _shape;
    private readonly int _radius;
    private readonly Action<int, byte[]> _read;
    // Of the slices around the present one: the least label, and the greatest plus one; 255 and 0 where there is none.
    private readonly Dictionary<int, (byte[] Least, byte[] Greatest)> _slices = [];

    /// <param name="shape">Of the volume.</param>
    /// <param name="radius">Voxels to each side; 0 for no border anywhere.</param>
    /// <param name="read">Gives the phases of a slice; <see cref="LabelVolume.Unlabelled"/> is none.</param>
    internal PhaseBorders(VolumeShape shape, int radius, Action<int, byte[]> read) => (_shape, _radius, _read) = (shape, radius, read);

    /// <summary>Marks the voxels of a slice in whose box of 2·radius + 1 voxels there are two phases. Slices are asked for in ascending order.</summary>
    internal void Mark(int z, Span<bool> near)
    {
        var (first, last) = (Math.Max(0, z - _radius), Math.Min(_shape.Depth - 1, z + _radius));
        var (least, greatest) = (new byte[near.Length], new byte[near.Length]);
        Array.Fill(least, byte.MaxValue);
        for (var around = first; around <= last; around++)
        {
            if (!_slices.ContainsKey(around))
                _slices[around] = Spread(around);
            Least(_slices[around].Least, least);
            Greatest(_slices[around].Greatest, greatest);
        }
        _slices.Remove(z - _radius);
        for (var i = 0; i < near.Length; i++)
            near[i] = greatest[i] > least[i] + 1;
    }

    private (byte[] Least, byte[] Greatest) Spread(int z)
    {
        var phases = new byte[_shape.SliceLength];
        _read(z, phases);
        var over = new byte[phases.Length];
        for (var i = 0; i < phases.Length; i++)
            over[i] = phases[i] == LabelVolume.Unlabelled ? (byte)0 : (byte)(phases[i] + 1);
        return (Spread(phases, byte.MaxValue, Least), Spread(over, byte.MinValue, Greatest));
    }

    private byte[] Spread(byte[] values, byte nothing, Merge merge)
    {
        var (width, height) = (_shape.Width, _shape.Height);
        var (alongX, alongY) = (new byte[values.Length], new byte[values.Length]);
        Array.Fill(alongX, nothing);
        Array.Fill(alongY, nothing);
        for (var y = 0; y < height; y++)
        {
            for (var shift = -Math.Min(_radius, width - 1); shift <= Math.Min(_radius, width - 1); shift++)
            {
                var (from, to, length) = (Math.Max(0, shift), Math.Max(0, -shift), width - Math.Abs(shift));
                merge(values.AsSpan((y * width) + from, length), alongX.AsSpan((y * width) + to, length));
            }
        }
        for (var y = 0; y < height; y++)
        {
            for (var from = Math.Max(0, y - _radius); from <= Math.Min(height - 1, y + _radius); from++)
                merge(alongX.AsSpan(from * width, width), alongY.AsSpan(y * width, width));
        }
        return alongY;
    }

    private delegate void Merge(ReadOnlySpan<byte> values, Span<byte> into);

    private static void Least(ReadOnlySpan<byte> values, Span<byte> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = Math.Min(into[i], values[i]);
    }

    private static void Greatest(ReadOnlySpan<byte> values, Span<byte> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = Math.Max(into[i], values[i]);
    }
}
