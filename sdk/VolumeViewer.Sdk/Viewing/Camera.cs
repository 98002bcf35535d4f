using System.Numerics;

namespace VolumeViewer.Sdk;

/// <summary>The camera of the 3-D view, orbiting a target. World coordinates are µm as (x, y, z), y pointing down as in slices.</summary>
public sealed class Camera
{
    /// <summary>The point it looks at.</summary>
    public Vector3 Target { get; set; }

    /// <summary>Turns the camera's own frame (x right, y down, z away from the viewer) into the world's.</summary>
    public Quaternion Orientation { get; set; } = DefaultOrientation;

    /// <summary>Distance from the target, µm.</summary>
    public float Distance { get; set; } = 3;

    /// <summary>Opening angle across the shorter side of the picture, degrees.</summary>
    public float FieldOfView { get; set; } = 30;

    /// <summary>Whether parallel lines stay parallel; what is seen at the target keeps its size.</summary>
    public bool Orthographic { get; set; }

    /// <summary>Looking from a corner at the front (lowest z) with the top side in sight.</summary>
    public static Quaternion DefaultOrientation { get; } =
        Quaternion.CreateFromAxisAngle(Vector3.UnitY, 0.6f) * Quaternion.CreateFromAxisAngle(Vector3.UnitX, -0.45f);

    /// <summary>Where the camera stands.</summary>
    public Vector3 Position => Target - (Vector3.Transform(Vector3.UnitZ, Orientation) * Distance);

    /// <summary>Puts a box of this size, standing at the origin, fully into view.</summary>
    /// <param name="size">Edges along (x, y, z), µm.</param>
    public void Frame(Vector3 size)
    {
        Target = size / 2;
        Distance = Math.Max(size.Length() / 2, 1e-6f) / MathF.Sin(FieldOfView * MathF.PI / 360) * 1.04f;
    }

    /// <summary>Turns around the target by angles seen on the screen.</summary>
    /// <param name="right">Radians by which the object turns to the right.</param>
    /// <param name="down">Radians by which the object turns down.</param>
    public void Orbit(float right, float down) => Orientation = Quaternion.Normalize(
        Orientation * Quaternion.CreateFromAxisAngle(Vector3.UnitY, right) * Quaternion.CreateFromAxisAngle(Vector3.UnitX, -down));

    /// <summary>Moves the target across the line of sight.</summary>
    /// <param name="right">µm by which the object moves to the right.</param>
    /// <param name="down">µm by which the object moves down.</param>
    public void Pan(float right, float down) => Target -= Vector3.Transform(new Vector3(right, down, 0), Orientation);
}
