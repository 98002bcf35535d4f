namespace Silk.NET.Maths;

public static class Vector2D
{
    public static Vector2D<T> Add<T>(Vector2D<T> left, Vector2D<T> right) where T : unmanaged, IFormattable, IEquatable<T>, IComparable<T> => left + right;
    public static Vector2D<T> Subtract<T>(Vector2D<T> left, Vector2D<T> right) where T : unmanaged, IFormattable, IEquatable<T>, IComparable<T> => left - right;
}
