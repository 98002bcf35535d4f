using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Draws marks over a view of the window.</summary>
/// <param name="draw">Gets them.</param>
/// <param name="area">Of the view, in the window.</param>
/// <param name="letters">Draws text of sizes of its own, with outlines; without it, all text is in the window's letters.</param>
internal sealed class WindowMarkPen(ImDrawListPtr draw, Rect area, NoteLetters? letters = null) : IMarkPen
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

    public Vector2 Measure(string text, float size = 0) => size > 0 && letters is not null ? letters.Measure(text, size) : ImGui.CalcTextSize(text) * (size > 0 ? size / ImGui.GetFontSize() : 1);

    public void Write(Vector2 corner, string text, Vector4 color, Vector4? outline = null, float size = 0)
    {
        var place = area.Min + corner;
        if (size > 0 && letters is not null)
            letters.Write(draw, place, text, size, color, outline);
        else
            draw.AddText(ImGui.GetFont(), size > 0 ? size : ImGui.GetFontSize(), new Vector2(MathF.Round(place.X), MathF.Round(place.Y)), Theme.U32(color), text);
    }

    public void Line(Vector2 from, Vector2 to, Vector4 color, float thickness) => draw.AddLine(area.Min + from, area.Min + to, Theme.U32(color), Math.Max(1, thickness));

    public void Fill(ReadOnlySpan<Vector2> corners, Vector4 color)
    {
        foreach (var corner in corners)
            draw.PathLineTo(area.Min + corner);
        draw.PathFillConvex(Theme.U32(color));
    }
}
