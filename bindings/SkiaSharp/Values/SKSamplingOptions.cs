namespace SkiaSharp;

public readonly struct SKSamplingOptions : IEquatable<SKSamplingOptions>
{
    public static readonly SKSamplingOptions Default;

    public SKSamplingOptions(SKFilterMode filter, SKMipmapMode mipmap) => (Filter, Mipmap) = (filter, mipmap);

    public SKSamplingOptions(SKFilterMode filter)
        : this(filter, SKMipmapMode.None)
    {
    }

    public SKFilterMode Filter { get; }

    public SKMipmapMode Mipmap { get; }

    public static bool operator ==(SKSamplingOptions left, SKSamplingOptions right) => left.Equals(right);

    public static bool operator !=(SKSamplingOptions left, SKSamplingOptions right) => !left.Equals(right);

    public bool Equals(SKSamplingOptions obj) => Filter == obj.Filter && Mipmap == obj.Mipmap;

    public override bool Equals(object obj) => obj is SKSamplingOptions other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Filter, Mipmap);
}
