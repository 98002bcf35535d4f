using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Three arrows along the axes in the lower left corner of the 3-D view, which turn with the scene.</summary>
internal static class ArrowsMark
{
    private const float Length = 34;

    /// <summary>Draws them, where there is room.</summary>
    /// <param name="pen">Of the 3-D view.</param>
    /// <param name="orientation">Of the camera.</param>
    /// <param name="bottom">Where what stands below them begins, pixels.</param>
    public static void Draw(IMarkPen pen, Quaternion orientation, float bottom)
    {
        var reach = (Length * pen.Unit) + pen.LineHeight;
        if (pen.Area.X < 4 * reach || bottom < 3 * reach)
            return;
        var (right, down, forward) = (Vector3.Transform(Vector3.UnitX, orientation), Vector3.Transform(Vector3.UnitY, orientation), Vector3.Transform(Vector3.UnitZ, orientation));
        var middle = new Vector2(reach + (6 * pen.Unit), bottom - reach - (6 * pen.Unit));
        // The one that points away first, so that those before it cover it.
        foreach (var axis in new[] { Axis.X, Axis.Y, Axis.Z }.OrderByDescending(axis => Vector3.Dot(SliceCamera.Unit(axis), forward)))
        {
            var unit = SliceCamera.Unit(axis);
            var along = new Vector2(Vector3.Dot(unit, right), Vector3.Dot(unit, down));
            var tip = middle + (along * Length * pen.Unit);
            Arrow(pen, middle, tip, pen.ColorOf(axis));
            var name = axis.ToString().ToLowerInvariant();
            var beyond = along.Length() > 0.05f ? Vector2.Normalize(along) * 9 * pen.Unit : Vector2.Zero;
            pen.Write(tip + beyond - (pen.Measure(name) / 2), name, pen.ColorOf(axis), pen.Plate with { W = 0.8f });
        }
    }

    private static void Arrow(IMarkPen pen, Vector2 from, Vector2 to, Vector4 color)
    {
        var length = Vector2.Distance(from, to);
        if (length < pen.Unit)
            return;
        var along = (to - from) / length;
        var aside = new Vector2(-along.Y, along.X);
        var (head, half) = (Math.Min(7 * pen.Unit, length), 3.5f * pen.Unit);
        pen.Line(from, to - (along * head * 0.5f), pen.Plate, 3.5f * pen.Unit);
        pen.Line(from, to - (along * head * 0.5f), color, 1.6f * pen.Unit);
        pen.Fill([to, to - (along * head) + (aside * half), to - (along * head) - (aside * half)], color);
    }
}
