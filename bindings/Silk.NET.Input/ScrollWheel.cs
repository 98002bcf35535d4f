namespace Silk.NET.Input;

public readonly struct ScrollWheel : IEquatable<ScrollWheel>
{
    public ScrollWheel(float x, float y) => (X, Y) = (x, y);

    public float X { get; }
    public float Y { get; }

    public static bool operator ==(ScrollWheel left, ScrollWheel right) => left.Equals(right);
    public static bool operator !=(ScrollWheel left, ScrollWheel right) => !left.Equals(right);

    public bool Equals(ScrollWheel other) => X.Equals(other.X) && Y.Equals(other.Y);
    public override bool Equals(object? obj) => obj is ScrollWheel other && Equals(other);
    public override int GetHashCode() => HashCode.Combine(X, Y);
}
