namespace SkiaSharp;

public struct SKSize : IEquatable<SKSize>
{
    public static readonly SKSize Empty;

    public SKSize(float width, float height) => (Width, Height) = (width, height);

    public float Width { readonly get; set; }

    public float Height { readonly get; set; }

    public readonly bool IsEmpty => this == Empty;

    public static bool operator ==(SKSize left, SKSize right) => left.Equals(right);

    public static bool operator !=(SKSize left, SKSize right) => !left.Equals(right);

    public readonly bool Equals(SKSize obj) => Width == obj.Width && Height == obj.Height;

    public override readonly bool Equals(object obj) => obj is SKSize other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Width, Height);

    public override readonly string ToString() => $"{{Width={Width}, Height={Height}}}";
}
