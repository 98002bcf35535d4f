using System.Numerics;

namespace VolumeViewer.Sdk;

/// <summary>How an oblique slice lies in the world, and which way up it is looked at; where it lies is the crosshair's. Immutable.</summary>
public sealed record PlaneOrientation
{
    private const float LeastLength = 1e-12f, LeastSine = 1e-5f;

    /// <param name="right">The direction to the right in the view, (x, y, z); of any length but zero.</param>
    /// <param name="down">The direction down, not along the other. Made perpendicular to it.</param>
    /// <exception cref="ArgumentException">The directions span no plane.</exception>
    public PlaneOrientation(Vector3 right, Vector3 down)
    {
        var normal = Vector3.Cross(Direction(right, nameof(right)), Direction(down, nameof(down)));
        if (!(normal.Length() > LeastSine))
            throw new ArgumentException($"Two directions along one line span no plane: {right} and {down}.", nameof(down));
        Normal = Vector3.Normalize(normal);
        Right = Direction(right, nameof(right));
        Down = Vector3.Cross(Normal, Right);
    }

    /// <summary>The direction to the right in the view, (x, y, z), length 1.</summary>
    public Vector3 Right { get; }

    /// <summary>The direction down in the view, length 1.</summary>
    public Vector3 Down { get; }

    /// <summary>Away from the viewer, length 1.</summary>
    public Vector3 Normal { get; }

    /// <summary>The axis that it lies across, looked at as the slices across that axis are; null where it is oblique or turned.</summary>
    public Axis? Across
    {
        get
        {
            foreach (var axis in new[] { Axis.Z, Axis.Y, Axis.X })
            {
                var slice = AcrossAxis(axis);
                if (Vector3.Distance(slice.Right, Right) < 1e-6f && Vector3.Distance(slice.Down, Down) < 1e-6f)
                    return axis;
            }
            return null;
        }
    }

    /// <summary>As the slice across an axis is looked at. Across z: x to the right and y down; across y: x and z; across x: z and y.</summary>
    public static PlaneOrientation AcrossAxis(Axis axis) => axis switch
    {
        Axis.Z => new(Vector3.UnitX, Vector3.UnitY),
        Axis.Y => new(Vector3.UnitX, Vector3.UnitZ),
        _ => new(Vector3.UnitZ, Vector3.UnitY),
    };

    /// <summary>Across a direction, turned as little as can be from the slice across the nearest axis.</summary>
    /// <exception cref="ArgumentException">The normal has no direction.</exception>
    public static PlaneOrientation AcrossNormal(Vector3 normal)
    {
        normal = Direction(normal, nameof(normal));
        var size = Vector3.Abs(normal);
        var slice = AcrossAxis(size.Z >= size.X && size.Z >= size.Y ? Axis.Z : size.Y >= size.X ? Axis.Y : Axis.X);
        if (Vector3.Dot(slice.Normal, normal) < 0)
            normal = -normal;
        var axis = Vector3.Cross(slice.Normal, normal);
        var sine = axis.Length();
        return sine < 1e-7f ? slice : slice.Turned(axis, MathF.Atan2(sine, Vector3.Dot(slice.Normal, normal)));
    }

    /// <summary>The plane through three points, (x, y, z), µm.</summary>
    /// <exception cref="ArgumentException">The points lie on one line.</exception>
    public static PlaneOrientation Through(Vector3 first, Vector3 second, Vector3 third)
    {
        var (one, other) = (second - first, third - first);
        var normal = Vector3.Cross(one, other);
        if (!(normal.Length() > LeastSine * one.Length() * other.Length()))
            throw new ArgumentException($"The points {first}, {second} and {third} lie on one line; pick three that span a plane.");
        return AcrossNormal(normal);
    }

    /// <summary>Turned about a line through the crosshair, by the right-hand rule.</summary>
    public PlaneOrientation Turned(Vector3 axis, float radians)
    {
        var turn = Quaternion.CreateFromAxisAngle(Direction(axis, nameof(axis)), radians);
        return new PlaneOrientation(Vector3.Transform(Right, turn), Vector3.Transform(Down, turn));
    }

    private static Vector3 Direction(Vector3 vector, string name)
    {
        var length = vector.Length();
        // This way round, not a number is refused too.
        return length > LeastLength && float.IsFinite(length) ? vector / length
            : throw new ArgumentException($"A direction needs a length above zero, got {vector}.", name);
    }
}
