namespace VolumeViewer.Plugins.Formats;

/// <summary>Values of the tag Compression.</summary>
internal enum TiffCompression
{
    None = 1,
    Lzw = 5,
    Deflate = 8,
    PackBits = 32773,

    /// <summary>The number deflate had before it was given 8; the data are the same.</summary>
    OldDeflate = 32946,
}

internal static class TiffCompressions
{
    /// <summary>What a value of the tag means, for messages.</summary>
    public static string Describe(long value) => value switch
    {
        2 or 3 or 4 => "CCITT fax",
        6 or 7 => "JPEG",
        33003 or 33005 or 34712 => "JPEG 2000",
        34887 => "LERC",
        34925 => "LZMA",
        50000 => "Zstandard",
        50001 => "WebP",
        _ => "unknown",
    };

    /// <summary>More bytes than this cannot come out of one byte that went in; what claims to is damaged.</summary>
    public static int MaxRatio(this TiffCompression compression) => compression switch
    {
        TiffCompression.None => 1,
        TiffCompression.Lzw => 4096,
        TiffCompression.PackBits => 64,
        _ => 1032,
    };
}
