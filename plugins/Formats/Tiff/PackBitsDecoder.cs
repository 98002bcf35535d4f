namespace VolumeViewer.Plugins.Formats;

/// <summary>PackBits run lengths; TIFF 6.0, section 9.</summary>
internal static class PackBitsDecoder
{
    /// <summary>Fills <paramref name="output"/>.</summary>
    /// <exception cref="InvalidDataException">The data end too early.</exception>
    public static void Decode(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var (at, done) = (0, 0);
        while (done < output.Length)
        {
            if (at >= input.Length)
                throw new InvalidDataException($"they end after {done} of {output.Length} bytes.");
            var head = (sbyte)input[at++];
            if (head == sbyte.MinValue)
                continue;
            var isLiteral = head >= 0;
            var length = isLiteral ? head + 1 : 1 - head;
            if (at + (isLiteral ? length : 1) > input.Length)
                throw new InvalidDataException($"they end after {done} of {output.Length} bytes.");
            var target = output.Slice(done, Math.Min(length, output.Length - done));
            if (isLiteral)
                input.Slice(at, target.Length).CopyTo(target);
            else
                target.Fill(input[at]);
            at += isLiteral ? length : 1;
            done += target.Length;
        }
    }
}
