using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace VolumeViewer.Plugins.Formats;

internal static class ByteOrder
{
    /// <summary>Turns every number of 1, 2, 4 or 8 bytes from one byte order into the other, in place.</summary>
    public static void Swap(Span<byte> numbers, int bytesPerNumber)
    {
        switch (bytesPerNumber)
        {
            case 1: break;
            case 2: SwapShorts(MemoryMarshal.Cast<byte, ushort>(numbers)); break;
            case 4: SwapInts(MemoryMarshal.Cast<byte, uint>(numbers)); break;
            case 8: SwapLongs(MemoryMarshal.Cast<byte, ulong>(numbers)); break;
            default: throw new ArgumentOutOfRangeException(nameof(bytesPerNumber), bytesPerNumber, "Numbers have 1, 2, 4 or 8 bytes.");
        }
    }

    private static void SwapShorts(Span<ushort> numbers) => BinaryPrimitives.ReverseEndianness(numbers, numbers);

    private static void SwapInts(Span<uint> numbers) => BinaryPrimitives.ReverseEndianness(numbers, numbers);

    private static void SwapLongs(Span<ulong> numbers) => BinaryPrimitives.ReverseEndianness(numbers, numbers);
}
