namespace VolumeViewer.Host.Rendering;

/// <summary>Sums frames whose lines of sight pass at different places through the pixels: their mean has smooth edges.</summary>
internal sealed class FrameSum
{
    /// <summary>Frames that are summed; the first one is the picture without shifts.</summary>
    public const int Most = 8;

    private ushort[] _sums = [];

    /// <summary>Frames summed so far.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Where in a pixel the lines of sight of frame n pass, less its middle, in pixels: the points of Halton (1960) to the bases 2 and 3, which fill the pixel evenly.
    /// </summary>
    public static (float X, float Y) Place(int n) => n == 0 ? (0, 0) : (Radical(n, 2) - 0.5f, Radical(n, 3) - 0.5f);

    /// <summary>Begins anew.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a frame, and replaces its colours with the mean so far.</summary>
    public void Add(SoftwareFrame frame)
    {
        var length = frame.Width * frame.Height * 4;
        if (_sums.Length < length)
            (_sums, Count) = (new ushort[length], 0);
        if (Count == 0)
            Array.Clear(_sums, 0, length);
        Count++;
        // Multiplied instead of divided: exact enough for sums of a few bytes.
        var share = ((1u << 20) / (uint)Count) + 1;
        Parallel.For(0, frame.Height, row =>
        {
            var colors = System.Runtime.InteropServices.MemoryMarshal.AsBytes(frame.Colors.AsSpan(row * frame.Width, frame.Width));
            var sums = _sums.AsSpan(row * frame.Width * 4, colors.Length);
            for (var i = 0; i < colors.Length; i++)
            {
                sums[i] += colors[i];
                colors[i] = (byte)(((sums[i] + ((uint)Count / 2)) * share) >> 20);
            }
        });
    }

    private static float Radical(int n, int b)
    {
        var (result, digit) = (0f, 1f / b);
        for (; n > 0; n /= b, digit /= b)
            result += n % b * digit;
        return result;
    }
}
