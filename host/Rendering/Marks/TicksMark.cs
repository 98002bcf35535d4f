using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Marks with numbers along three edges of the scene's box in the 3-D view.</summary>
internal static class TicksMark
{
    private static readonly Axis[] Axes = [Axis.X, Axis.Y, Axis.Z];

    /// <summary>Draws them.</summary>
    /// <param name="pen">Of the 3-D view.</param>
    /// <param name="view">How the scene is seen.</param>
    /// <param name="density">Pixels of <paramref name="view"/> for one of the pen's.</param>
    /// <param name="extent">Edges (x, y, z) of the box from the origin, µm.</param>
    public static void Draw(IMarkPen pen, ViewProjection view, float density, Vector3 extent)
    {
        if (extent is not { X: > 0, Y: > 0, Z: > 0 })
            return;
        var middle = view.Project(extent / 2).Pixel / density;
        foreach (var axis in Axes)
            Along(pen, view, density, axis, extent, middle);
    }

    // On the edge that is farthest from the middle of the box, so that nothing lies behind the numbers.
    private static void Along(IMarkPen pen, ViewProjection view, float density, Axis axis, Vector3 extent, Vector2 middle)
    {
        Vector2 Seen(Vector3 place) => view.Project(place).Pixel / density;
        var unit = SliceCamera.Unit(axis);
        var starts = Enumerable.Range(0, 8).Select(corner => extent * new Vector3(corner & 1, (corner >> 1) & 1, corner >> 2)).Where(corner => Vector3.Dot(corner, unit) == 0);
        var from = starts.MaxBy(corner => Vector2.DistanceSquared(Seen(corner + (unit * extent / 2)), middle));
        var length = Vector3.Dot(extent, unit);
        if (!view.Parallel && (view.DepthOf(from) <= 0 || view.DepthOf(from + (unit * length)) <= 0))
            return;
        var (first, last) = (Seen(from), Seen(from + (unit * length)));
        var pixels = Vector2.Distance(first, last);
        if (pixels < 60 * pen.Unit)
            return;
        var ticks = AxisTicks.For(0, length, Math.Max(3, (int)(pixels / (70 * pen.Unit))));
        var along = (last - first) / pixels;
        var outward = new Vector2(-along.Y, along.X);
        if (Vector2.Dot(outward, ((first + last) / 2) - middle) < 0)
            outward = -outward;
        foreach (var value in ticks.Values)
        {
            var place = Seen(from + (unit * (float)value));
            pen.Line(place, place + (outward * 6 * pen.Unit), pen.ColorOf(axis), 1.2f * pen.Unit);
            var text = ticks.Text(value);
            var size = pen.Measure(text);
            pen.Write(place + (outward * ((10 * pen.Unit) + (size.X * 0.5f * Math.Abs(outward.X)) + (size.Y * 0.5f * Math.Abs(outward.Y)))) - (size / 2), text, pen.Faint, pen.Plate with { W = 0.8f });
        }
    }
}
