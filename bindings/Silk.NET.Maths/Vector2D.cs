namespace Silk.NET.Maths;

public struct Vector2D<T> : IEquatable<Vector2D<T>>, IFormattable
    where T : unmanaged, IFormattable, IEquatable<T>, IComparable<T>
{
    public T X;
    public T Y;

    public Vector2D(T x, T y) => (X, Y) = (x, y);

    public Vector2D(T value) : this(value, value)
    {
    }

    public static Vector2D<T> Zero => default;
    public static Vector2D<T> One => new(Scalar.As<int, T>(1));

    public readonly T LengthSquared => Scalar.Add(Scalar.Multiply(X, X), Scalar.Multiply(Y, Y));
    public readonly T Length => Scalar.As<double, T>(Math.Sqrt(Scalar.As<T, double>(LengthSquared)));

    public static Vector2D<T> operator +(Vector2D<T> left, Vector2D<T> right) => new(Scalar.Add(left.X, right.X), Scalar.Add(left.Y, right.Y));
    public static Vector2D<T> operator -(Vector2D<T> left, Vector2D<T> right) => new(Scalar.Subtract(left.X, right.X), Scalar.Subtract(left.Y, right.Y));
    public static Vector2D<T> operator *(Vector2D<T> left, Vector2D<T> right) => new(Scalar.Multiply(left.X, right.X), Scalar.Multiply(left.Y, right.Y));
    public static Vector2D<T> operator /(Vector2D<T> left, Vector2D<T> right) => new(Scalar.Divide(left.X, right.X), Scalar.Divide(left.Y, right.Y));
    public static Vector2D<T> operator *(Vector2D<T> left, T right) => new(Scalar.Multiply(left.X, right), Scalar.Multiply(left.Y, right));
    public static Vector2D<T> operator /(Vector2D<T> value1, T value2) => new(Scalar.Divide(value1.X, value2), Scalar.Divide(value1.Y, value2));
    public static Vector2D<T> operator *(T left, Vector2D<T> right) => right * left;
    public static Vector2D<T> operator -(Vector2D<T> value) => Zero - value;
    public static bool operator ==(Vector2D<T> left, Vector2D<T> right) => left.Equals(right);
    public static bool operator !=(Vector2D<T> left, Vector2D<T> right) => !left.Equals(right);

    public readonly Vector2D<TOther> As<TOther>() where TOther : unmanaged, IFormattable, IEquatable<TOther>, IComparable<TOther> =>
        new(Scalar.As<T, TOther>(X), Scalar.As<T, TOther>(Y));

    public readonly bool Equals(Vector2D<T> other) => X.Equals(other.X) && Y.Equals(other.Y);
    public override readonly bool Equals(object? obj) => obj is Vector2D<T> other && Equals(other);
    public override readonly int GetHashCode() => HashCode.Combine(X, Y);
    public override readonly string ToString() => ToString("G", null);
    public readonly string ToString(string? format) => ToString(format, null);
    public readonly string ToString(string? format, IFormatProvider? formatProvider) =>
        $"<{X.ToString(format, formatProvider)}, {Y.ToString(format, formatProvider)}>";
}
