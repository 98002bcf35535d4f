namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>A symmetric 3 × 3 matrix over (z, y, x).</summary>
internal readonly record struct SymmetricMatrix(double ZZ, double YY, double XX, double ZY, double ZX, double YX)
{
    public static SymmetricMatrix operator +(SymmetricMatrix a, SymmetricMatrix b) =>
        new(a.ZZ + b.ZZ, a.YY + b.YY, a.XX + b.XX, a.ZY + b.ZY, a.ZX + b.ZX, a.YX + b.YX);

    public static SymmetricMatrix operator -(SymmetricMatrix a, SymmetricMatrix b) => a + (-1 * b);

    public static SymmetricMatrix operator *(double factor, SymmetricMatrix a) =>
        new(factor * a.ZZ, factor * a.YY, factor * a.XX, factor * a.ZY, factor * a.ZX, factor * a.YX);

    public static Point3 operator *(SymmetricMatrix a, Point3 p) =>
        new((a.ZZ * p.Z) + (a.ZY * p.Y) + (a.ZX * p.X), (a.ZY * p.Z) + (a.YY * p.Y) + (a.YX * p.X), (a.ZX * p.Z) + (a.YX * p.Y) + (a.XX * p.X));

    /// <summary>The matrix with this value along a direction of length 1, and 0 across it.</summary>
    public static SymmetricMatrix Along(Point3 direction, double value) =>
        value * new SymmetricMatrix(direction.Z * direction.Z, direction.Y * direction.Y, direction.X * direction.X,
            direction.Z * direction.Y, direction.Z * direction.X, direction.Y * direction.X);

    /// <summary>The matrix times itself.</summary>
    public SymmetricMatrix Squared() => new(
        (ZZ * ZZ) + (ZY * ZY) + (ZX * ZX), (ZY * ZY) + (YY * YY) + (YX * YX), (ZX * ZX) + (YX * YX) + (XX * XX),
        (ZZ * ZY) + (ZY * YY) + (ZX * YX), (ZZ * ZX) + (ZY * YX) + (ZX * XX), (ZY * ZX) + (YY * YX) + (YX * XX));

    /// <summary>The p for which this matrix times p is <paramref name="right"/>; the matrix must not be singular.</summary>
    public Point3 Solve(Point3 right)
    {
        var (zz, zy, zx) = ((YY * XX) - (YX * YX), (ZX * YX) - (ZY * XX), (ZY * YX) - (ZX * YY));
        var adjugate = new SymmetricMatrix(zz, (ZZ * XX) - (ZX * ZX), (ZZ * YY) - (ZY * ZY), zy, zx, (ZY * ZX) - (ZZ * YX));
        return (1 / ((ZZ * zz) + (ZY * zy) + (ZX * zx))) * (adjugate * right);
    }
}
