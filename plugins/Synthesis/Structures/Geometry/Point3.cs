namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>A place or a direction in space, in voxels, in the order (z, y, x). The centre of voxel i lies at i + ½.</summary>
internal readonly record struct Point3(double Z, double Y, double X)
{
    /// <summary>Its length.</summary>
    public double Length => Math.Sqrt(Dot(this));

    /// <summary>The coordinate along one axis: 0 is z, 1 is y, 2 is x.</summary>
    public double this[int axis] => axis switch { 0 => Z, 1 => Y, _ => X };

    public static Point3 operator +(Point3 a, Point3 b) => new(a.Z + b.Z, a.Y + b.Y, a.X + b.X);

    public static Point3 operator -(Point3 a, Point3 b) => new(a.Z - b.Z, a.Y - b.Y, a.X - b.X);

    public static Point3 operator *(double factor, Point3 a) => new(factor * a.Z, factor * a.Y, factor * a.X);

    /// <summary>The scalar product.</summary>
    public double Dot(Point3 other) => (Z * other.Z) + (Y * other.Y) + (X * other.X);

    /// <summary>The vector product, for axes in the order (z, y, x).</summary>
    public Point3 Cross(Point3 other) => new((Y * other.X) - (X * other.Y), (X * other.Z) - (Z * other.X), (Z * other.Y) - (Y * other.Z));

    /// <summary>The same direction with length 1.</summary>
    public Point3 Normalised() => (1 / Length) * this;

    /// <summary>Some direction across this one, of length 1.</summary>
    public Point3 Across() =>
        (Math.Abs(Z) <= Math.Abs(Y) && Math.Abs(Z) <= Math.Abs(X) ? new Point3(0, -X, Y) : Math.Abs(Y) <= Math.Abs(X) ? new Point3(-X, 0, Z) : new Point3(-Y, Z, 0)).Normalised();
}
