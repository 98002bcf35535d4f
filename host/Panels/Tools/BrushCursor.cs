using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Draws the outline of the brush under the pointer.</summary>
internal static class BrushCursor
{
    private const int Corners = 48;

    /// <param name="draw">Gets the lines.</param>
    /// <param name="tools">The brush.</param>
    /// <param name="axis">Of the slice view.</param>
    /// <param name="pointer">The place under the pointer.</param>
    /// <param name="toWindow">Where a place of the world stands in the window.</param>
    public static void Draw(ImDrawListPtr draw, PaintTools tools, Axis axis, WorldPoint pointer, Func<WorldPoint, Vector2> toWindow)
    {
        if (!tools.IsPainting || tools.Target is not { } layer || SliceGrid.Of(layer, axis, pointer) is not { } grid)
            return;
        var tip = new BrushTip(tools.Diameter, grid);
        var at = tip.Snap(grid.Place(pointer));
        Span<Vector2> outline = stackalloc Vector2[Corners];
        for (var corner = 0; corner < Corners; corner++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * corner / Corners);
            outline[corner] = toWindow(grid.World(at.U + (tip.RadiusU * cos), at.V + (tip.RadiusV * sin), pointer));
        }
        // A dark seam, so that the colour is seen on a ground of its own kind too.
        Stroke(draw, outline, Theme.U32(new Vector4(0, 0, 0, 0.75f)), Theme.Px(3));
        Stroke(draw, outline, tools.IsErasing ? Theme.U32(Theme.Text) : Theme.U32(Theme.Of(layer.Phases[tools.PhaseOn(layer)].Color) with { W = 1 }), Theme.Px(1.4f));
    }

    private static void Stroke(ImDrawListPtr draw, ReadOnlySpan<Vector2> points, uint color, float thickness)
    {
        foreach (var point in points)
            draw.PathLineTo(point);
        draw.PathStroke(color, ImDrawFlags.Closed, Math.Max(1, thickness));
    }
}
