namespace VolumeViewer.Host.Panels;

/// <summary>Shortens texts that are longer than their room.</summary>
internal static class Elision
{
    /// <summary>The text, or its beginning and end with "…" between them.</summary>
    /// <param name="text">What to write.</param>
    /// <param name="room">How wide it may be.</param>
    /// <param name="width">How wide a text is.</param>
    public static string Middle(string text, float room, Func<string, float> width) => Shortened(text, room, width, Cut);

    /// <summary>The text, or its beginning with "…" behind it: for words, which are known by their beginning.</summary>
    /// <param name="text">What to write.</param>
    /// <param name="room">How wide it may be.</param>
    /// <param name="width">How wide a text is.</param>
    public static string End(string text, float room, Func<string, float> width) => Shortened(text, room, width, (whole, kept) => string.Concat(whole.AsSpan(0, kept).TrimEnd(), "…"));

    private static string Shortened(string text, float room, Func<string, float> width, Func<string, int, string> cut)
    {
        if (width(text) <= room)
            return text;
        // The longest that fits, found by halving: widths grow with the number of letters.
        int fits = 0, tooMany = text.Length;
        while (tooMany - fits > 1)
        {
            var kept = (fits + tooMany) / 2;
            if (width(cut(text, kept)) <= room)
                fits = kept;
            else
                tooMany = kept;
        }
        return cut(text, fits);
    }

    // More from the beginning than from the end, where numbers and endings stand.
    private static string Cut(string text, int kept)
    {
        var tail = kept / 3;
        return string.Concat(text.AsSpan(0, kept - tail), "…", text.AsSpan(text.Length - tail));
    }
}
