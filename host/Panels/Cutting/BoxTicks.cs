using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Marks with numbers along three edges of the scene's box in the 3-D view.</summary>
internal sealed class BoxTicks(ViewTools tools) : IViewOverlay
{
    private static readonly Axis[] Axes = [Axis.X, Axis.Y, Axis.Z];

    public void Draw(ImDrawListPtr draw, VolumeTouch touch)
    {
        var extent = tools.Bench.Viewer.Extent;
        if (!tools.State.ShowTicks || extent is not { X: > 0, Y: > 0, Z: > 0 })
            return;
        var middle = touch.ToWindow(extent / 2).Place;
        foreach (var axis in Axes)
            Along(draw, touch, axis, extent, middle);
    }

    // On the edge that is farthest from the middle of the box, so that nothing lies behind the numbers.
    private static void Along(ImDrawListPtr draw, VolumeTouch touch, Axis axis, Vector3 extent, Vector2 middle)
    {
        var unit = SliceCamera.Unit(axis);
        var starts = Enumerable.Range(0, 8).Select(corner => extent * new Vector3(corner & 1, (corner >> 1) & 1, corner >> 2)).Where(corner => Vector3.Dot(corner, unit) == 0);
        var from = starts.MaxBy(corner => Vector2.DistanceSquared(touch.ToWindow(corner + (unit * extent / 2)).Place, middle));
        var length = Vector3.Dot(extent, unit);
        var (first, last) = (touch.ToWindow(from).Place, touch.ToWindow(from + (unit * length)).Place);
        var pixels = Vector2.Distance(first, last);
        if (pixels < Theme.Px(60) || (!touch.View.Parallel && (touch.View.DepthOf(from) <= 0 || touch.View.DepthOf(from + (unit * length)) <= 0)))
            return;
        var ticks = AxisTicks.For(0, length, Math.Max(2, (int)(pixels / Theme.Px(70))));
        var along = (last - first) / pixels;
        var outward = new Vector2(-along.Y, along.X);
        if (Vector2.Dot(outward, ((first + last) / 2) - middle) < 0)
            outward = -outward;
        foreach (var value in ticks.Values)
        {
            var place = touch.ToWindow(from + (unit * (float)value)).Place;
            draw.AddLine(place, place + (outward * Theme.Px(6)), Theme.U32(Theme.AxisColor(axis)), Math.Max(1, Theme.Px(1.2f)));
            var text = ticks.Text(value);
            var size = ImGui.CalcTextSize(text);
            Overlay.Text(draw, place + (outward * (Theme.Px(10) + (size.X * 0.5f * Math.Abs(outward.X)) + (size.Y * 0.5f * Math.Abs(outward.Y)))) - (size / 2), Theme.Muted, text);
        }
    }
}
