using System.Buffers.Binary;

namespace VolumeViewer.Host.Export;

/// <summary>Says in a PNG how large it is on paper: the chunk pHYs (PNG specification, section 11.3.5.3).</summary>
internal static class PngDensity
{
    // The signature, and the header chunk of 13 bytes with its length, name and sum.
    private const int HeaderEnd = 8 + 4 + 4 + 13 + 4;

    private const double InchesPerMetre = 1 / 0.0254;

    /// <summary>The same picture with its resolution.</summary>
    public static byte[] Put(byte[] png, double dpi)
    {
        var perMetre = (uint)Math.Round(dpi * InchesPerMetre);
        var chunk = new byte[4 + 4 + 9 + 4];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, 9);
        "pHYs"u8.CopyTo(chunk.AsSpan(4));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8), perMetre);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(12), perMetre);
        // The unit: a metre.
        chunk[16] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(17), Sum(chunk.AsSpan(4, 13)));
        return [.. png[..HeaderEnd], .. chunk, .. png[HeaderEnd..]];
    }

    // CRC-32 of ISO 3309, bit by bit: it is 13 bytes.
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }
        return ~sum;
    }
}
