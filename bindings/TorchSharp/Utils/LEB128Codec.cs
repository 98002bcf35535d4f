namespace TorchSharp.Utils;

/// <summary>Counts of 7 bits a byte, lowest first; the top bit says that more follow.</summary>
internal static class LEB128Codec
{
    public static void Encode(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        writer.Write7BitEncodedInt64(value);
    }

    public static long Decode(this BinaryReader reader) => reader.Read7BitEncodedInt64();
}
