using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Colours and names of the phases, in the 3-D view or, where that is not shown, in the slice.</summary>
internal sealed class LegendOverlay(ViewTools tools) : IViewOverlay
{
    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        if (tools.Bench.Viewer.Layout is ViewLayout.SliceZ or ViewLayout.SliceY or ViewLayout.SliceX)
            DrawIn(draw, touch.Frame.Area, isAbove: false);
    }

    // In slices the axes stand in the upper corner, in 3-D those of the box often in the lower one.
    public void Draw(ImDrawListPtr draw, VolumeTouch touch) => DrawIn(draw, touch.Frame.Area, isAbove: true);

    /// <summary>Where, from the upper edge of a slice's picture, the legend in its lower corner begins; near the lower edge where there is none.</summary>
    public static float TopIn(ViewTools tools, Rect area)
    {
        var line = ImGui.GetTextLineHeight() + Theme.Px(4);
        var count = IsShown(tools, area) ? Legend.Of(tools.Bench.Viewer.Layers, MostLines(area, line)).Count : 0;
        return area.Height - Theme.Px(10) - (count > 0 ? (count * line) + Theme.Px(18) : 0);
    }

    // Beside each other, each side has its phases with their voxels.
    private static bool IsShown(ViewTools tools, Rect area) =>
        tools.State.ShowLegend && !PaneSplit.IsSplit(tools.Bench.Viewer.Comparison) && area.Width >= Theme.Px(160) && area.Height >= Theme.Px(120);

    // At most half of the view: the legend explains it and must not hide it.
    private static int MostLines(Rect area, float line) => Math.Min(Legend.MostLines, (int)(area.Height * 0.5f / line));

    private void DrawIn(ImDrawListPtr draw, Rect area, bool isAbove)
    {
        if (!IsShown(tools, area))
            return;
        var line = ImGui.GetTextLineHeight() + Theme.Px(4);
        var lines = Legend.Of(tools.Bench.Viewer.Layers, MostLines(area, line));
        if (lines.Count == 0)
            return;
        var (swatch, room) = (Theme.Px(12), (area.Width * 0.5f) - Theme.Px(34));
        var texts = lines.Select(each => Elision.Middle(each.Text, room, Ui.Width)).ToList();
        var size = new Vector2(texts.Max(Ui.Width) + Theme.Px(34), (lines.Count * line) + Theme.Px(8));
        var corner = new Vector2(area.Min.X + Theme.Px(10), isAbove ? area.Min.Y + Theme.Px(10) : area.Max.Y - Theme.Px(10) - size.Y);
        draw.AddRectFilled(corner, corner + size, Theme.U32(Theme.ViewGround, 0.62f), Theme.Px(5));
        for (var index = 0; index < lines.Count; index++)
        {
            var place = new Vector2(MathF.Round(corner.X + Theme.Px(8)), MathF.Round(corner.Y + Theme.Px(4) + (index * line) + Theme.Px(2)));
            if (lines[index].Color is { } color)
            {
                var top = place + new Vector2(0, (ImGui.GetTextLineHeight() - swatch) / 2);
                draw.AddRectFilled(top, top + new Vector2(swatch), Theme.U32(Theme.Of(color)), Theme.Px(2));
                draw.AddRect(top, top + new Vector2(swatch), Theme.U32(Theme.Muted, 0.6f), Theme.Px(2), ImDrawFlags.None, 1);
            }
            draw.AddText(place + new Vector2(lines[index].Color is null ? 0 : swatch + Theme.Px(7), 0), Theme.U32(Theme.Text), texts[index]);
        }
    }
}
