namespace VolumeViewer.Plugins.Formats;

/// <summary>Numbers as fractions of two 32-bit integers.</summary>
internal static class Fraction
{
    /// <summary>A fraction as near to a positive number as 32 bits allow: the last of its continued fraction that fits.</summary>
    /// <remarks>The decimal numbers people write come back as the very same number.</remarks>
    public static (uint Numerator, uint Denominator) Nearest(double value)
    {
        if (!(value < uint.MaxValue))
            return (uint.MaxValue, 1);
        if (value < 1.0 / uint.MaxValue)
            return (1, uint.MaxValue);
        var (numerator, denominator) = (1.0, 0.0);
        var (previousNumerator, previousDenominator) = (0.0, 1.0);
        for (var rest = value; ; rest = 1 / (rest - Math.Floor(rest)))
        {
            var whole = Math.Floor(rest);
            var (nextNumerator, nextDenominator) = ((whole * numerator) + previousNumerator, (whole * denominator) + previousDenominator);
            if (!(nextNumerator <= uint.MaxValue && nextDenominator <= uint.MaxValue))
                break;
            (previousNumerator, previousDenominator) = (numerator, denominator);
            (numerator, denominator) = (nextNumerator, nextDenominator);
            if (rest == whole || numerator / denominator == value)
                break;
        }
        return ((uint)numerator, (uint)denominator);
    }
}
