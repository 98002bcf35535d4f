using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Draws marks over a view of the window.</summary>
internal sealed class WindowMarkPen(ImDrawListPtr draw, Rect area) : IMarkPen
{
    // Letters count as 10 points at the common size, as they do in pictures.
    private const float CommonPoints = 10;

    public Vector2 Area => area.Size;

    public float Unit => Theme.Scale;

    public float PointPixels => ImGui.GetFontSize() / CommonPoints;

    public Vector4 Ink => Theme.Text;

    public Vector4 Faint => Theme.Muted;

    public Vector4 Plate => Theme.ViewGround with { W = 0.62f };

    public Vector4 Side => Theme.Raised with { W = 0.88f };

    public float LineHeight => ImGui.GetTextLineHeight();

    public Vector4 ColorOf(Axis axis) => Theme.AxisColor(axis);

    public Vector2 Measure(string text, float size = 0) => ImGui.CalcTextSize(text) * (size > 0 ? size / ImGui.GetFontSize() : 1);

    public void Write(Vector2 corner, string text, Vector4 color, Vector4? outline = null, float size = 0)
    {
        size = size > 0 ? size : ImGui.GetFontSize();
        // The finest of the fonts that are there, so that large letters are not blurred more than they must.
        var font = size > ImGui.GetFontSize() * 1.2f ? Fonts.Title : ImGui.GetFont();
        var place = area.Min + corner;
        place = new Vector2(MathF.Round(place.X), MathF.Round(place.Y));
        if (outline is { } around)
        {
            var step = Math.Max(1, MathF.Round(size * 0.07f));
            for (var side = 0; side < 9; side++)
            {
                if (side != 4)
                    draw.AddText(font, size, place + (new Vector2((side % 3) - 1, (side / 3) - 1) * step), Theme.U32(around), text);
            }
        }
        draw.AddText(font, size, place, Theme.U32(color), text);
    }

    public void Line(Vector2 from, Vector2 to, Vector4 color, float thickness) => draw.AddLine(area.Min + from, area.Min + to, Theme.U32(color), Math.Max(1, thickness));

    public void Fill(ReadOnlySpan<Vector2> corners, Vector4 color)
    {
        foreach (var corner in corners)
            draw.PathLineTo(area.Min + corner);
        draw.PathFillConvex(Theme.U32(color));
    }
}
