using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Draws the outline of the brush: what a slice cuts of it, or a ring on a surface.</summary>
internal static class BrushMark
{
    private const int Corners = 48;

    /// <summary>Draws where a slice cuts the brush; nothing where it does not.</summary>
    /// <param name="draw">Gets the lines.</param>
    /// <param name="touch">The slice view.</param>
    /// <param name="layer">What is painted on.</param>
    /// <param name="tip">The brush.</param>
    /// <param name="place">Where it is, in the world.</param>
    /// <param name="color">Of the lines.</param>
    public static void Draw(ImDrawListPtr draw, SliceTouch touch, LabelsLayer layer, BrushTip tip, WorldPoint place, Vector4 color)
    {
        if (SliceGrid.Of(layer, touch.Axis, touch.Cursor) is not { } grid)
            return;
        var center = tip.Snap(VoxelPlace.Of(place, layer.Spacing));
        if (Cut(tip, touch.Axis, grid.Slice + 0.5 - center.Along(touch.Axis), grid) is not var (halfU, halfV, isRound))
            return;
        Span<Vector2> outline = stackalloc Vector2[isRound ? Corners : 4];
        for (var corner = 0; corner < outline.Length; corner++)
        {
            var (sin, cos) = isRound ? Math.SinCos(2 * Math.PI * corner / Corners) : (corner < 2 ? -1 : 1, corner is 0 or 3 ? -1 : 1);
            outline[corner] = touch.ToWindow(grid.World(center.Along(grid.AxisU) + (halfU * cos), center.Along(grid.AxisV) + (halfV * sin), touch.Cursor));
        }
        Lines(draw, outline, color);
    }

    /// <summary>Draws a disc or a square that lies on the oblique slice.</summary>
    public static void Draw(ImDrawListPtr draw, PlaneTouch touch, WorldPoint place, float radius, bool isRound, Vector4 color)
    {
        Span<Vector2> outline = stackalloc Vector2[isRound ? Corners : 4];
        var (center, reach) = (touch.ToWindow(place), (float)(radius / touch.Camera.MicrometresPerPixel / touch.Frame.Density));
        for (var corner = 0; corner < outline.Length; corner++)
        {
            var (sin, cos) = isRound ? MathF.SinCos(2 * MathF.PI * corner / Corners) : (corner < 2 ? -1 : 1, corner is 0 or 3 ? -1 : 1);
            outline[corner] = center + (reach * new Vector2(cos, sin));
        }
        Lines(draw, outline, color);
    }

    /// <summary>Draws a circle that lies on a surface.</summary>
    public static void Ring(ImDrawListPtr draw, VolumeTouch touch, SurfaceHit hit, float radius, Vector4 color)
    {
        var aside = Vector3.Normalize(Vector3.Cross(hit.Normal, MathF.Abs(hit.Normal.X) < 0.8f ? Vector3.UnitX : Vector3.UnitY));
        var along = Vector3.Cross(hit.Normal, aside);
        Span<Vector2> outline = stackalloc Vector2[Corners];
        for (var corner = 0; corner < Corners; corner++)
        {
            var (sin, cos) = MathF.SinCos(2 * MathF.PI * corner / Corners);
            outline[corner] = touch.ToWindow(hit.Point + (radius * ((aside * cos) + (along * sin)))).Place;
        }
        Lines(draw, outline, color);
        draw.AddCircleFilled(touch.ToWindow(hit.Point).Place, Theme.Px(1.5f), Theme.U32(color));
    }

    /// <summary>Half the edges of what a slice cuts of a brush, in voxels, and whether it is an ellipse; null where it cuts nothing.</summary>
    /// <param name="tip">The brush.</param>
    /// <param name="axis">Across which the slice lies.</param>
    /// <param name="off">From the brush's middle to the middle of the slice, in voxels.</param>
    /// <param name="grid">The axes of the slice.</param>
    public static (double HalfU, double HalfV, bool IsRound)? Cut(BrushTip tip, Axis axis, double off, SliceGrid grid)
    {
        var share = Math.Abs(off) / tip.Radius(axis);
        if (share > 1)
            return null;
        var (halfU, halfV) = (tip.Radius(grid.AxisU), tip.Radius(grid.AxisV));
        if (!tip.IsRound || tip.Across == axis)
            return (halfU, halfV, tip.IsRound);
        var chord = Math.Sqrt(1 - (share * share));
        // A disc seen from its edge is as thick everywhere; a ball gets smaller all around.
        return tip.Across is null ? (halfU * chord, halfV * chord, true)
            : tip.Across == grid.AxisU ? (halfU, halfV * chord, false) : (halfU * chord, halfV, false);
    }

    // A dark seam, so that the colour is seen on a ground of its own kind too.
    private static void Lines(ImDrawListPtr draw, ReadOnlySpan<Vector2> points, Vector4 color)
    {
        Stroke(draw, points, Theme.U32(new Vector4(0, 0, 0, 0.75f)), Theme.Px(3));
        Stroke(draw, points, Theme.U32(color), Theme.Px(1.4f));
    }

    private static void Stroke(ImDrawListPtr draw, ReadOnlySpan<Vector2> points, uint color, float thickness)
    {
        foreach (var point in points)
            draw.PathLineTo(point);
        draw.PathStroke(color, ImDrawFlags.Closed, Math.Max(1, thickness));
    }
}
