using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Turns stored samples into voxels: the first channel or the luminance, wider numbers, white from black.</summary>
internal static class SampleConverter
{
    /// <summary>Converts a stretch of a row.</summary>
    /// <param name="samples">Stored samples in this machine's byte order, as many channels for each pixel as <paramref name="channels"/> says.</param>
    /// <param name="channels">Channels that lie side by side.</param>
    /// <param name="layout">What they are.</param>
    /// <param name="voxels">The voxels, in the type that <see cref="SampleLayout.VoxelType"/> gives.</param>
    public static void Convert(ReadOnlySpan<byte> samples, int channels, SampleLayout layout, Span<byte> voxels)
    {
        if (layout.Bits < 8)
            Unpack(samples, layout.Bits, voxels);
        else if (layout is { Kind: SampleKind.Signed, Bits: 8 })
            Widen(MemoryMarshal.Cast<byte, sbyte>(samples), channels, MemoryMarshal.Cast<byte, short>(voxels));
        else if (layout is { Kind: SampleKind.Float, Bits: 16 })
            Widen(MemoryMarshal.Cast<byte, Half>(samples), channels, MemoryMarshal.Cast<byte, float>(voxels));
        else
            Pick(samples, channels, layout, voxels);
        if (layout.IsInverted)
            Invert(voxels, layout.Bits);
    }

    private static void Pick(ReadOnlySpan<byte> samples, int channels, SampleLayout layout, Span<byte> voxels)
    {
        switch (layout.VoxelType)
        {
            case VoxelType.UInt8: Pick<byte>(samples, channels, layout.IsColor, voxels); break;
            case VoxelType.UInt16: Pick<ushort>(samples, channels, layout.IsColor, voxels); break;
            case VoxelType.Int16: Pick<short>(samples, channels, layout.IsColor, voxels); break;
            case VoxelType.UInt32: Pick<uint>(samples, channels, layout.IsColor, voxels); break;
            case VoxelType.Int32: Pick<int>(samples, channels, layout.IsColor, voxels); break;
            case VoxelType.Float32: Pick<float>(samples, channels, layout.IsColor, voxels); break;
            default: Pick<double>(samples, channels, layout.IsColor, voxels); break;
        }
    }

    private static void Pick<T>(ReadOnlySpan<byte> sampleBytes, int channels, bool isColor, Span<byte> voxelBytes) where T : unmanaged, INumber<T>
    {
        var samples = MemoryMarshal.Cast<byte, T>(sampleBytes);
        var voxels = MemoryMarshal.Cast<byte, T>(voxelBytes);
        if (channels == 1)
        {
            samples[..voxels.Length].CopyTo(voxels);
            return;
        }
        for (int i = 0, at = 0; i < voxels.Length; i++, at += channels)
            voxels[i] = isColor ? Luminance(samples[at], samples[at + 1], samples[at + 2]) : samples[at];
    }

    // Weights of ITU-R BT.709. Grey must stay exactly what it is, whatever the weights add up to in floating point.
    private static T Luminance<T>(T red, T green, T blue) where T : unmanaged, INumber<T>
    {
        if (red == green && green == blue)
            return red;
        var value = (0.2126 * double.CreateChecked(red)) + (0.7152 * double.CreateChecked(green)) + (0.0722 * double.CreateChecked(blue));
        return T.CreateSaturating(typeof(T) != typeof(float) && typeof(T) != typeof(double)
            ? Math.Round(value)
            : value);
    }

    private static void Widen<TFrom, TTo>(ReadOnlySpan<TFrom> samples, int channels, Span<TTo> voxels)
        where TFrom : unmanaged, INumber<TFrom> where TTo : unmanaged, INumber<TTo>
    {
        for (int i = 0, at = 0; i < voxels.Length; i++, at += channels)
            voxels[i] = TTo.CreateTruncating(samples[at]);
    }

    private static void Unpack(ReadOnlySpan<byte> samples, int bits, Span<byte> voxels)
    {
        var mask = (1 << bits) - 1;
        for (var i = 0; i < voxels.Length; i++)
        {
            var bit = (long)i * bits;
            voxels[i] = (byte)((samples[(int)(bit / 8)] >> (int)(8 - bits - (bit % 8))) & mask);
        }
    }

    // The largest value minus the value is the same as turning all bits round; samples of less than a byte have some less to turn.
    private static void Invert(Span<byte> voxels, int bits)
    {
        var mask = bits < 8 ? (byte)((1 << bits) - 1) : byte.MaxValue;
        for (var i = 0; i < voxels.Length; i++)
            voxels[i] ^= mask;
    }
}
