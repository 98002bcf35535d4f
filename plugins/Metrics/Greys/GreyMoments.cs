namespace VolumeViewer.Plugins.Metrics.Greys;

/// <summary>Number, sum and sum of squares of grey values, and their range.</summary>
/// <param name="Count">How many values.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Squares">The sum of their squares.</param>
/// <param name="Least">The smallest; infinity for none.</param>
/// <param name="Greatest">The largest; minus infinity for none.</param>
internal readonly record struct GreyMoments(long Count, double Sum, double Squares, float Least, float Greatest)
{
    /// <summary>No value at all.</summary>
    public static GreyMoments None { get; } = new(0, 0, 0, float.PositiveInfinity, float.NegativeInfinity);

    /// <summary>The mean; NaN for no value.</summary>
    public double Mean => Sum / Count;

    /// <summary>The variance (division by the number); NaN for no value.</summary>
    public double Variance => Math.Max(0, (Squares / Count) - (Mean * Mean));

    /// <summary>With one value more.</summary>
    public GreyMoments With(float value) =>
        new(Count + 1, Sum + value, Squares + ((double)value * value), Math.Min(Least, value), Math.Max(Greatest, value));

    /// <summary>Of both.</summary>
    public static GreyMoments operator +(GreyMoments a, GreyMoments b) =>
        new(a.Count + b.Count, a.Sum + b.Sum, a.Squares + b.Squares, Math.Min(a.Least, b.Least), Math.Max(a.Greatest, b.Greatest));

    /// <summary>
    /// Share of the variance of two phases together that is between their means (Otsu, IEEE Trans. Syst. Man Cybern. 9 (1979) 62): 1 if each is uniform, 0 if
    /// their means are equal. NaN where there is no variance.
    /// </summary>
    public static double Separability(GreyMoments a, GreyMoments b)
    {
        var all = a + b;
        var (shareA, shareB) = (a.Count / (double)all.Count, b.Count / (double)all.Count);
        return shareA * shareB * (a.Mean - b.Mean) * (a.Mean - b.Mean) / all.Variance;
    }
}
