namespace SkiaSharp;

public struct SKRectI : IEquatable<SKRectI>
{
    public static readonly SKRectI Empty;

    public SKRectI(int left, int top, int right, int bottom) => (Left, Top, Right, Bottom) = (left, top, right, bottom);

    public int Left { readonly get; set; }

    public int Top { readonly get; set; }

    public int Right { readonly get; set; }

    public int Bottom { readonly get; set; }

    public readonly int Width => Right - Left;

    public readonly int Height => Bottom - Top;

    public readonly bool IsEmpty => this == Empty;

    public static bool operator ==(SKRectI left, SKRectI right) => left.Equals(right);

    public static bool operator !=(SKRectI left, SKRectI right) => !left.Equals(right);

    public static SKRectI Create(int width, int height) => Create(0, 0, width, height);

    public static SKRectI Create(int x, int y, int width, int height) => new(x, y, x + width, y + height);

    public readonly bool Equals(SKRectI obj) => Left == obj.Left && Top == obj.Top && Right == obj.Right && Bottom == obj.Bottom;

    public override readonly bool Equals(object obj) => obj is SKRectI other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Left, Top, Right, Bottom);

    public override readonly string ToString() => $"{{Left={Left},Top={Top},Width={Width},Height={Height}}}";
}
