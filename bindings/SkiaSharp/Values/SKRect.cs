namespace SkiaSharp;

public struct SKRect : IEquatable<SKRect>
{
    public static readonly SKRect Empty;

    public SKRect(float left, float top, float right, float bottom) => (Left, Top, Right, Bottom) = (left, top, right, bottom);

    public float Left { readonly get; set; }

    public float Top { readonly get; set; }

    public float Right { readonly get; set; }

    public float Bottom { readonly get; set; }

    public readonly float MidX => Left + Width / 2f;

    public readonly float MidY => Top + Height / 2f;

    public readonly float Width => Right - Left;

    public readonly float Height => Bottom - Top;

    public readonly bool IsEmpty => this == Empty;

    public SKSize Size
    {
        readonly get => new(Width, Height);
        set => (Right, Bottom) = (Left + value.Width, Top + value.Height);
    }

    public SKPoint Location
    {
        readonly get => new(Left, Top);
        set => this = Create(value, Size);
    }

    public static implicit operator SKRect(SKRectI r) => new(r.Left, r.Top, r.Right, r.Bottom);

    public static bool operator ==(SKRect left, SKRect right) => left.Equals(right);

    public static bool operator !=(SKRect left, SKRect right) => !left.Equals(right);

    public static SKRect Create(SKPoint location, SKSize size) => Create(location.X, location.Y, size.Width, size.Height);

    public static SKRect Create(SKSize size) => Create(0, 0, size.Width, size.Height);

    public static SKRect Create(float width, float height) => Create(0, 0, width, height);

    public static SKRect Create(float x, float y, float width, float height) => new(x, y, x + width, y + height);

    public void Inflate(float x, float y) => this = new(Left - x, Top - y, Right + x, Bottom + y);

    public void Offset(float x, float y) => this = new(Left + x, Top + y, Right + x, Bottom + y);

    public readonly bool Contains(float x, float y) => x >= Left && x < Right && y >= Top && y < Bottom;

    public readonly bool Contains(SKPoint pt) => Contains(pt.X, pt.Y);

    public readonly bool Equals(SKRect obj) => Left == obj.Left && Top == obj.Top && Right == obj.Right && Bottom == obj.Bottom;

    public override readonly bool Equals(object obj) => obj is SKRect other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Left, Top, Right, Bottom);

    public override readonly string ToString() => $"{{Left={Left},Top={Top},Width={Width},Height={Height}}}";
}
