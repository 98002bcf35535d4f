using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>How much of the neighbourhood the phases of each channel fill, in main memory; see <see cref="PhaseOccupancy"/>. A slope in it is a normal.</summary>
internal sealed class OccupancyStore
{
    private readonly ByteStore[] _stores;
    private readonly ByteStore.Sampler[] _samplers;
    private readonly Vector3 _size;

    public OccupancyStore(VolumeShape size, int channels)
    {
        _stores = [.. Enumerable.Range(0, channels).Select(_ => new ByteStore(size))];
        _samplers = [.. _stores.Select(store => store.CreateSampler())];
        _size = new Vector3(size.Width, size.Height, size.Depth);
    }

    /// <summary>Channels.</summary>
    public int Channels => _stores.Length;

    /// <summary>Takes over a slice.</summary>
    /// <param name="z">Which.</param>
    /// <param name="texels">The channels of each voxel, side by side.</param>
    public void Write(int z, ReadOnlySpan<byte> texels)
    {
        var rented = ArrayPool<byte>.Shared.Rent(texels.Length / Channels);
        var plain = rented.AsSpan(0, texels.Length / Channels);
        for (var channel = 0; channel < Channels; channel++)
        {
            for (var i = 0; i < plain.Length; i++)
                plain[i] = texels[(i * Channels) + channel];
            _stores[channel].Write(z, plain);
        }
        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>The sum of channels at places in voxels, 0 to 1; beyond the outermost centres it goes on.</summary>
    /// <param name="place">The places.</param>
    /// <param name="channels">A bit for each channel that counts.</param>
    public Vector256<float> At(in Packet3 place, int channels)
    {
        var unit = Vector256.Create((float)(1 << _stores[0].FractionBits));
        var (x, y, z) = (Fixed(place.X, _size.X, unit), Fixed(place.Y, _size.Y, unit), Fixed(place.Z, _size.Z, unit));
        var sum = Vector256<float>.Zero;
        for (var channel = 0; channel < _samplers.Length; channel++)
        {
            if ((channels & (1 << channel)) != 0)
                sum += (_samplers[channel].Linear(x, y, z) * Vector256.Create(ByteStore.Sampler.Scale)) + Vector256.Create(ByteStore.Sampler.Shift);
        }
        return sum * Vector256.Create(1 / 255f);
    }

    /// <summary>The slope in voxels, from four samples at the corners of a tetrahedron.</summary>
    /// <param name="place">The places.</param>
    /// <param name="reach">From the place to the corners along each axis, voxels.</param>
    /// <param name="channels">A bit for each channel that counts.</param>
    public Packet3 SlopeAt(in Packet3 place, float reach, int channels)
    {
        var a = At(place + Packet3.Of(new Vector3(reach, -reach, -reach)), channels);
        var b = At(place + Packet3.Of(new Vector3(-reach, -reach, reach)), channels);
        var c = At(place + Packet3.Of(new Vector3(-reach, reach, -reach)), channels);
        var d = At(place + Packet3.Of(new Vector3(reach)), channels);
        return new Packet3(a - b - c + d, -a - b + c + d, -a + b - c + d) * Vector256.Create(0.25f / reach);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Fixed(Vector256<float> place, float size, Vector256<float> unit)
    {
        var inside = Vector256.MinNative(Vector256.MaxNative(place, Vector256.Create(0.5f)), Vector256.Create(size - 0.5f));
        return Vector256.ConvertToInt32Native((inside + Vector256.Create(0.5f)) * unit);
    }
}
