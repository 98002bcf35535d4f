namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>An ellipsoid in voxels; a sphere has three equal axes.</summary>
/// <param name="Centre">Its centre.</param>
/// <param name="SemiAxes">Half its lengths along the three directions, the longest first (stored in the fields z, y, x).</param>
/// <param name="Long">The direction of the longest axis, of length 1.</param>
/// <param name="Short">The direction of the shortest axis, of length 1, across the longest.</param>
internal readonly record struct Particle(Point3 Centre, Point3 SemiAxes, Point3 Long, Point3 Short)
{
    /// <summary>The direction of the middle axis.</summary>
    public Point3 Middle => Short.Cross(Long);

    /// <summary>Radius of the sphere of equal volume.</summary>
    public double Radius => Math.Cbrt(SemiAxes.Z * SemiAxes.Y * SemiAxes.X);

    /// <summary>Radius of the least sphere around it.</summary>
    public double Reach => SemiAxes.Z;

    /// <summary>Whether the three axes are equal.</summary>
    public bool IsSphere => SemiAxes.Z == SemiAxes.X;

    /// <summary>Its volume, in voxels.</summary>
    public double Volume => 4 * Math.PI / 3 * SemiAxes.Z * SemiAxes.Y * SemiAxes.X;

    /// <summary>The matrix A with (p − centre)·A⁻¹(p − centre) = 1 on the surface.</summary>
    public SymmetricMatrix Shape => Axes(a => a * a);

    /// <summary>The inverse of <see cref="Shape"/>.</summary>
    public SymmetricMatrix InverseShape => Axes(a => 1 / (a * a));

    /// <summary>The same with all lengths multiplied; the centre stays.</summary>
    public Particle Scaled(double factor) => this with { SemiAxes = factor * SemiAxes };

    private SymmetricMatrix Axes(Func<double, double> value) =>
        SymmetricMatrix.Along(Long, value(SemiAxes.Z)) + SymmetricMatrix.Along(Middle, value(SemiAxes.Y)) + SymmetricMatrix.Along(Short, value(SemiAxes.X));
}
