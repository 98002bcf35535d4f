using System.IO.Compression;

namespace VolumeViewer.Plugins.Formats.Tests;

/// <summary>Packers as the TIFF specification has them, without the code that is tested.</summary>
internal static class TestCodecs
{
    public static byte[] Deflate(byte[] raw)
    {
        using var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, CompressionLevel.SmallestSize))
            deflater.Write(raw);
        return packed.ToArray();
    }

    /// <summary>Runs of three and more as runs, everything else as literals.</summary>
    public static byte[] PackBits(byte[] raw)
    {
        var packed = new List<byte>();
        for (var at = 0; at < raw.Length;)
        {
            var run = raw.Skip(at).TakeWhile(value => value == raw[at]).Take(128).Count();
            if (run >= 3)
            {
                packed.Add((byte)(257 - run));
                packed.Add(raw[at]);
                at += run;
                continue;
            }
            var end = at;
            while (end < raw.Length && end - at < 128 && !(end + 2 < raw.Length && raw[end] == raw[end + 1] && raw[end] == raw[end + 2]))
                end++;
            packed.Add((byte)(end - at - 1));
            packed.AddRange(raw[at..end]);
            at = end;
        }
        return [.. packed];
    }

    /// <summary>The textbook way, with a table of strings.</summary>
    public static byte[] Lzw(byte[] raw)
    {
        var packed = new List<byte>();
        var (bits, bitCount, width, next) = (0, 0, 9, 258);
        var table = new Dictionary<(int Prefix, byte Last), int>();
        void Emit(int code)
        {
            bits = (bits << width) | code;
            bitCount += width;
            while (bitCount >= 8)
            {
                packed.Add((byte)(bits >> (bitCount - 8)));
                bitCount -= 8;
                bits &= (1 << bitCount) - 1;
            }
        }
        Emit(256);
        var current = -1;
        foreach (var value in raw)
        {
            if (current < 0)
            {
                current = value;
                continue;
            }
            if (table.TryGetValue((current, value), out var longer))
            {
                current = longer;
                continue;
            }
            Emit(current);
            table[(current, value)] = next++;
            current = value;
            if (next == 4095)
            {
                Emit(256);
                table.Clear();
                (width, next) = (9, 258);
            }
            else if (next == 1 << width)
            {
                width++;
            }
        }
        if (current >= 0)
            Emit(current);
        // The decoder adds an entry for this last code too.
        if (++next == 1 << width && width < 12)
            width++;
        Emit(257);
        if (bitCount > 0)
            packed.Add((byte)(bits << (8 - bitCount)));
        return [.. packed];
    }
}
