namespace SkiaSharp;

/// <summary>In pixels, y down from the baseline: <see cref="Ascent"/> is negative.</summary>
public struct SKFontMetrics : IEquatable<SKFontMetrics>
{
    internal SKFontMetrics(float ascent, float descent, float leading, float xHeight, float capHeight) =>
        (Ascent, Descent, Leading, XHeight, CapHeight) = (ascent, descent, leading, xHeight, capHeight);

    public float Ascent { get; }

    public float Descent { get; }

    public float Leading { get; }

    public float XHeight { get; }

    public float CapHeight { get; }

    public static bool operator ==(SKFontMetrics left, SKFontMetrics right) => left.Equals(right);

    public static bool operator !=(SKFontMetrics left, SKFontMetrics right) => !left.Equals(right);

    public readonly bool Equals(SKFontMetrics obj) =>
        (Ascent, Descent, Leading, XHeight, CapHeight) == (obj.Ascent, obj.Descent, obj.Leading, obj.XHeight, obj.CapHeight);

    public override readonly bool Equals(object obj) => obj is SKFontMetrics other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Ascent, Descent, Leading, XHeight, CapHeight);
}
