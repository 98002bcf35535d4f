namespace SkiaSharp;

/// <summary>Dashes along a stroke.</summary>
public class SKPathEffect : SKObject
{
    private SKPathEffect(double[] intervals, double phase)
        : base(0) => (Intervals, Phase) = (intervals, phase);

    internal double[] Intervals { get; }

    internal double Phase { get; }

    /// <summary>Lengths on, off, on, off...; null where they add up to nothing or one is negative.</summary>
    public static SKPathEffect CreateDash(float[] intervals, float phase)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        if (intervals.Length % 2 != 0)
            throw new ArgumentException($"Dashes are pairs of on and off, got {intervals.Length} lengths. Add or remove one.", nameof(intervals));
        if (!intervals.All(length => length >= 0) || !float.IsFinite(phase) || !(intervals.Sum() is > 0 and < float.PositiveInfinity))
            return null;
        return new SKPathEffect(Array.ConvertAll(intervals, length => (double)length), phase);
    }
}
