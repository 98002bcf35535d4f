namespace VolumeViewer.Plugins.Formats;

/// <summary>LZW as TIFF 6.0 has it in section 13: codes of 9 to 12 bits, highest bit first, which grow one code early.</summary>
internal static class LzwDecoder
{
    private const int Clear = 256;
    private const int End = 257;
    private const int FirstFree = 258;
    private const int MaxCodes = 4096;

    /// <summary>Fills <paramref name="output"/>; what comes after that is left alone.</summary>
    /// <exception cref="InvalidDataException">The data are no LZW, or end too early.</exception>
    public static void Decode(ReadOnlySpan<byte> input, Span<byte> output)
    {
        if (input.Length >= 2 && input[0] == 0 && (input[1] & 1) == 1)
            throw new InvalidDataException("they are packed with the LZW of TIFF 5.0 (lowest bit first), which is not supported. Save them anew.");
        // The string of a code is one that was put out before, plus the byte after it: so a place in the output and a length say it all.
        Span<int> starts = stackalloc int[MaxCodes];
        Span<int> lengths = stackalloc int[MaxCodes];
        var (next, width, bits, bitCount, at, done) = (FirstFree, 9, 0u, 0, 0, 0);
        var (previousStart, previousLength) = (0, 0);
        while (done < output.Length)
        {
            while (bitCount < width)
            {
                if (at == input.Length)
                    throw new InvalidDataException($"they end after {done} of {output.Length} bytes.");
                bits = (bits << 8) | input[at++];
                bitCount += 8;
            }
            var code = (int)(bits >> (bitCount - width)) & ((1 << width) - 1);
            bitCount -= width;
            if (code == Clear)
            {
                (next, width, previousLength) = (FirstFree, 9, 0);
                continue;
            }
            if (code == End)
                throw new InvalidDataException($"they end after {done} of {output.Length} bytes.");

            var start = done;
            if (code < Clear)
            {
                output[done++] = (byte)code;
            }
            else
            {
                // A code may be used in the step that defines it: its string is the previous one and its own first byte.
                var isNew = code == next && previousLength > 0;
                if (!isNew && code >= next)
                    throw new InvalidDataException($"code {code} at byte {at} is not defined.");
                var from = isNew ? previousStart : starts[code];
                var length = Math.Min(isNew ? previousLength + 1 : lengths[code], output.Length - done);
                Copy(output, from, done, length);
                done += length;
            }
            if (previousLength > 0 && next < MaxCodes)
            {
                starts[next] = previousStart;
                lengths[next] = previousLength + 1;
                next++;
                if (next + 1 >= 1 << width && width < 12)
                    width++;
            }
            (previousStart, previousLength) = (start, done - start);
        }
    }

    // The two stretches may overlap, and then bytes just written are read again.
    private static void Copy(Span<byte> output, int from, int to, int length)
    {
        if (from + length <= to)
        {
            output.Slice(from, length).CopyTo(output[to..]);
            return;
        }
        for (var i = 0; i < length; i++)
            output[to + i] = output[from + i];
    }
}
