using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A small cube in the upper right corner of the 3-D view that turns with the scene, with the names of the sides.</summary>
internal static class CubeMark
{
    private const float HalfEdge = 24;

    private static readonly Axis[] Axes = [Axis.X, Axis.Y, Axis.Z];

    /// <summary>Whether the view has room for it.</summary>
    public static bool Fits(IMarkPen pen) => pen.Area.X > 240 * pen.Unit && pen.Area.Y > 200 * pen.Unit;

    /// <summary>"+x" or "−x".</summary>
    public static string NameOf(Axis axis, bool isHigh) => $"{(isHigh ? "+" : "−")}{axis.ToString().ToLowerInvariant()}";

    /// <summary>The sides that face the eye, as of a cube seen from far away.</summary>
    public static IEnumerable<(Axis Axis, bool IsHigh)> Faces(Quaternion orientation) =>
        Axes.SelectMany(axis => new[] { (axis, false), (axis, true) }).Where(face => Vector3.Dot(NormalOf(face), Forward(orientation)) < -0.02f);

    /// <summary>The four corners of a side, pixels.</summary>
    public static Vector2[] Corners(IMarkPen pen, Quaternion orientation, (Axis Axis, bool IsHigh) face)
    {
        var (right, down) = (Vector3.Transform(Vector3.UnitX, orientation), Vector3.Transform(Vector3.UnitY, orientation));
        var half = HalfEdge * pen.Unit;
        var middle = new Vector2(pen.Area.X - (half * 2) - (8 * pen.Unit), (half * 2) + (8 * pen.Unit));
        var normal = NormalOf(face);
        var (u, v) = face.Axis switch { Axis.X => (Vector3.UnitY, Vector3.UnitZ), Axis.Y => (Vector3.UnitZ, Vector3.UnitX), _ => (Vector3.UnitX, Vector3.UnitY) };
        Vector2 Place(Vector3 corner) => middle + (new Vector2(Vector3.Dot(corner, right), Vector3.Dot(corner, down)) * half);
        return [Place(normal - u - v), Place(normal + u - v), Place(normal + u + v), Place(normal - u + v)];
    }

    /// <summary>Draws it, where there is room.</summary>
    /// <param name="pen">Of the 3-D view.</param>
    /// <param name="orientation">Of the camera.</param>
    /// <param name="lit">The side that is shown lit, and its colour; or null.</param>
    public static void Draw(IMarkPen pen, Quaternion orientation, ((Axis Axis, bool IsHigh) Face, Vector4 Color)? lit = null)
    {
        if (!Fits(pen))
            return;
        foreach (var face in Faces(orientation))
        {
            var (corners, color) = (Corners(pen, orientation, face), pen.ColorOf(face.Axis));
            pen.Fill(corners, lit is { } over && over.Face == face ? over.Color : pen.Side);
            for (var corner = 0; corner < 4; corner++)
                pen.Line(corners[corner], corners[(corner + 1) % 4], color, 1.2f * pen.Unit);
            // A side seen from its edge has no room for its name.
            if (Vector3.Dot(NormalOf(face), Forward(orientation)) > -0.3f)
                continue;
            var name = NameOf(face.Axis, face.IsHigh);
            pen.Write(((corners[0] + corners[2]) / 2) - (pen.Measure(name) / 2), name, color);
        }
    }

    private static Vector3 Forward(Quaternion orientation) => Vector3.Transform(Vector3.UnitZ, orientation);

    private static Vector3 NormalOf((Axis Axis, bool IsHigh) face) => SliceCamera.Unit(face.Axis) * (face.IsHigh ? 1 : -1);
}
