namespace Silk.NET.Maths;

public struct Vector3D<T> : IEquatable<Vector3D<T>>, IFormattable
    where T : unmanaged, IFormattable, IEquatable<T>, IComparable<T>
{
    public T X;
    public T Y;
    public T Z;

    public Vector3D(T x, T y, T z) => (X, Y, Z) = (x, y, z);

    public Vector3D(T value) : this(value, value, value)
    {
    }

    public static Vector3D<T> Zero => default;
    public static Vector3D<T> One => new(Scalar.As<int, T>(1));

    public readonly T LengthSquared => Scalar.Add(Scalar.Add(Scalar.Multiply(X, X), Scalar.Multiply(Y, Y)), Scalar.Multiply(Z, Z));
    public readonly T Length => Scalar.As<double, T>(Math.Sqrt(Scalar.As<T, double>(LengthSquared)));

    public static Vector3D<T> operator +(Vector3D<T> left, Vector3D<T> right) => new(Scalar.Add(left.X, right.X), Scalar.Add(left.Y, right.Y), Scalar.Add(left.Z, right.Z));
    public static Vector3D<T> operator -(Vector3D<T> left, Vector3D<T> right) => new(Scalar.Subtract(left.X, right.X), Scalar.Subtract(left.Y, right.Y), Scalar.Subtract(left.Z, right.Z));
    public static Vector3D<T> operator *(Vector3D<T> left, Vector3D<T> right) => new(Scalar.Multiply(left.X, right.X), Scalar.Multiply(left.Y, right.Y), Scalar.Multiply(left.Z, right.Z));
    public static Vector3D<T> operator /(Vector3D<T> left, Vector3D<T> right) => new(Scalar.Divide(left.X, right.X), Scalar.Divide(left.Y, right.Y), Scalar.Divide(left.Z, right.Z));
    public static Vector3D<T> operator *(Vector3D<T> left, T right) => new(Scalar.Multiply(left.X, right), Scalar.Multiply(left.Y, right), Scalar.Multiply(left.Z, right));
    public static Vector3D<T> operator /(Vector3D<T> value1, T value2) => new(Scalar.Divide(value1.X, value2), Scalar.Divide(value1.Y, value2), Scalar.Divide(value1.Z, value2));
    public static Vector3D<T> operator *(T left, Vector3D<T> right) => right * left;
    public static Vector3D<T> operator -(Vector3D<T> value) => Zero - value;
    public static bool operator ==(Vector3D<T> left, Vector3D<T> right) => left.Equals(right);
    public static bool operator !=(Vector3D<T> left, Vector3D<T> right) => !left.Equals(right);

    public readonly Vector3D<TOther> As<TOther>() where TOther : unmanaged, IFormattable, IEquatable<TOther>, IComparable<TOther> =>
        new(Scalar.As<T, TOther>(X), Scalar.As<T, TOther>(Y), Scalar.As<T, TOther>(Z));

    public readonly bool Equals(Vector3D<T> other) => X.Equals(other.X) && Y.Equals(other.Y) && Z.Equals(other.Z);
    public override readonly bool Equals(object? obj) => obj is Vector3D<T> other && Equals(other);
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z);
    public override readonly string ToString() => ToString("G", null);
    public readonly string ToString(string? format) => ToString(format, null);
    public readonly string ToString(string? format, IFormatProvider? formatProvider) =>
        $"<{X.ToString(format, formatProvider)}, {Y.ToString(format, formatProvider)}, {Z.ToString(format, formatProvider)}>";
}
