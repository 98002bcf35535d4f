using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What is drawn over pictures: scale bars, names of axes, text that can be read on any ground.</summary>
internal static class Overlay
{
    /// <summary>Writes with a dark seam around the letters.</summary>
    public static void Text(ImDrawListPtr draw, Vector2 place, Vector4 color, string text)
    {
        var seam = Theme.U32(Theme.ViewGround, 0.75f);
        var step = Math.Max(1, Theme.Px(1));
        place = new Vector2(MathF.Round(place.X), MathF.Round(place.Y));
        draw.AddText(place + new Vector2(-step, 0), seam, text);
        draw.AddText(place + new Vector2(step, 0), seam, text);
        draw.AddText(place + new Vector2(0, -step), seam, text);
        draw.AddText(place + new Vector2(0, step), seam, text);
        draw.AddText(place, Theme.U32(color), text);
    }

    /// <summary>A bar of a round length in the lower right corner.</summary>
    public static void Scale(ImDrawListPtr draw, ViewFrame frame, double micrometresPerPixel, bool isCalibrated)
    {
        if (frame.Area.Width < Theme.Px(90) || !(micrometresPerPixel > 0))
            return;
        var room = Math.Min(frame.Area.Width * 0.3f, Theme.Px(150));
        var bar = ScaleBar.Choose(micrometresPerPixel * frame.Density, room, isCalibrated);
        var right = frame.Area.Max - new Vector2(Theme.Px(14), Theme.Px(14));
        var left = right - new Vector2((float)Math.Round(bar.Pixels), 0);
        var width = Ui.Width(bar.Text);
        var middle = Math.Min((left.X + right.X - width) / 2, right.X - width);
        var text = new Vector2(MathF.Round(middle), MathF.Round(right.Y - Theme.Px(6) - ImGui.GetTextLineHeight()));
        Plate(draw, new Rect(new Vector2(Math.Min(left.X, text.X), text.Y), right));
        draw.AddRectFilled(left - new Vector2(0, Theme.Px(2)), right, Theme.U32(Theme.Text));
        draw.AddText(text, Theme.U32(Theme.Text), bar.Text);
    }

    /// <summary>Two arrows in the upper left corner: where the axes of a slice run.</summary>
    public static void Axes(ImDrawListPtr draw, Rect area, SliceCamera camera)
    {
        if (area.Width < Theme.Px(90) || area.Height < Theme.Px(90))
            return;
        var (length, line) = (Theme.Px(30), ImGui.GetTextLineHeight());
        var arrows = ((Axis[])[camera.AxisU, camera.AxisV]).Select(axis => (Axis: axis, Way: camera.DirectionOf(axis) * length)).ToList();
        // The names stand beyond the tips, whichever way these point.
        var room = new Vector2(Theme.Px(14), line);
        var low = Vector2.Min(Vector2.Min(arrows[0].Way, arrows[1].Way) - room, new Vector2(-Theme.Px(2)));
        var high = Vector2.Max(Vector2.Max(arrows[0].Way, arrows[1].Way) + room, new Vector2(Theme.Px(2)));
        if (camera.Turn == default)
            low = new Vector2(-Theme.Px(2));
        var origin = area.Min + new Vector2(Theme.Px(12)) - low;
        Plate(draw, new Rect(origin + low, origin + high));
        foreach (var (axis, way) in arrows)
        {
            var (name, ahead) = (NameOf(axis), Vector2.Normalize(way));
            Arrow(draw, origin, origin + way, Theme.AxisColor(axis));
            var middle = origin + way + (ahead * new Vector2(Theme.Px(8), (line / 2) + Theme.Px(1)));
            Text(draw, middle - new Vector2(Ui.Width(name) / 2, line / 2), Theme.AxisColor(axis), name);
        }
    }

    public static void Arrow(ImDrawListPtr draw, Vector2 from, Vector2 to, Vector4 color)
    {
        var along = to - from;
        if (along.Length() < 1)
            return;
        along = Vector2.Normalize(along);
        var aside = new Vector2(-along.Y, along.X);
        var (head, half) = (Theme.Px(6), Theme.Px(3.5f));
        draw.AddLine(from, to, Theme.U32(Theme.ViewGround, 0.75f), Theme.Px(3.5f));
        draw.AddLine(from, to - (along * head * 0.5f), Theme.U32(color), Theme.Px(1.5f));
        draw.AddTriangleFilled(to, to - (along * head) + (aside * half), to - (along * head) - (aside * half), Theme.U32(color));
    }

    public static string NameOf(Axis axis) => axis switch { Axis.Z => "z", Axis.Y => "y", _ => "x" };

    // Whatever the picture shows there, what stands on it can be read.
    private static void Plate(ImDrawListPtr draw, Rect box)
    {
        var room = new Vector2(Theme.Px(6), Theme.Px(5));
        draw.AddRectFilled(box.Min - room, box.Max + room, Theme.U32(Theme.ViewGround, 0.62f), Theme.Px(5));
    }
}
