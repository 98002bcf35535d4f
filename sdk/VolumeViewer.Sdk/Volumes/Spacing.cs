using System.Numerics;

namespace VolumeViewer.Sdk;

/// <summary>Distance between voxel centres in µm, in the order (z, y, x).</summary>
/// <remarks>A file that states no voxel size gives an uncalibrated spacing: its numbers are proportions only, and lengths are shown in voxels.</remarks>
public readonly record struct Spacing
{
    /// <exception cref="ArgumentOutOfRangeException">A distance is not a positive, finite number.</exception>
    public Spacing(double z, double y, double x, bool isCalibrated = true)
    {
        Check(z, nameof(z));
        Check(y, nameof(y));
        Check(x, nameof(x));
        (Z, Y, X, IsCalibrated) = (z, y, x, isCalibrated);

        static void Check(double value, string axis)
        {
            if (!(value > 0) || double.IsInfinity(value))
                throw new ArgumentOutOfRangeException(axis, value, $"The voxel spacing along {axis} must be a positive length in µm, got {value}.");
        }
    }

    /// <summary>Cubic voxels of unknown size.</summary>
    public static Spacing Uncalibrated { get; } = new(1, 1, 1, isCalibrated: false);

    /// <summary>Distance between slices, µm.</summary>
    public double Z { get; }

    /// <summary>Distance between rows, µm.</summary>
    public double Y { get; }

    /// <summary>Distance between columns, µm.</summary>
    public double X { get; }

    /// <summary>The shortest of the three distances, µm.</summary>
    public double Finest => Math.Min(Z, Math.Min(Y, X));

    /// <summary>Whether the numbers are µm; otherwise they are proportions.</summary>
    public bool IsCalibrated { get; }

    /// <summary>Unit of a length that is measured with this spacing: "µm" or "voxel".</summary>
    public string Unit => IsCalibrated ? "µm" : "voxel";

    /// <summary>Cubic voxels of the given edge in µm.</summary>
    public static Spacing Isotropic(double micrometres) => new(micrometres, micrometres, micrometres);

    /// <summary>The distance along one axis.</summary>
    public double Along(Axis axis) => axis switch { Axis.Z => Z, Axis.Y => Y, _ => X };

    /// <summary>The distances as a vector (x, y, z), in single precision.</summary>
    public Vector3 ToVector3() => new((float)X, (float)Y, (float)Z);

    /// <summary>For example "0.39 × 0.39 × 0.39 µm" in the order z, y, x.</summary>
    public override string ToString() => $"{Z:0.######} × {Y:0.######} × {X:0.######} {Unit}";
}
