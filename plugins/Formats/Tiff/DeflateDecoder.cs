using System.IO.Compression;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Deflate in a zlib wrapping.</summary>
internal static class DeflateDecoder
{
    /// <summary>Fills <paramref name="output"/>.</summary>
    /// <exception cref="InvalidDataException">The data are no deflate, or end too early.</exception>
    public static void Decode(byte[] input, int length, Span<byte> output)
    {
        using var packed = new MemoryStream(input, 0, length, writable: false);
        using var inflater = new ZLibStream(packed, CompressionMode.Decompress);
        int done;
        try
        {
            done = inflater.ReadAtLeast(output, output.Length, throwOnEndOfStream: false);
        }
        catch (IOException failure)
        {
            // What zlib can make no use of, such as data that ask for a dictionary, is not reported as invalid data.
            throw new InvalidDataException(failure.Message, failure);
        }
        if (done < output.Length)
            throw new InvalidDataException($"they end after {done} of {output.Length} bytes.");
    }
}
