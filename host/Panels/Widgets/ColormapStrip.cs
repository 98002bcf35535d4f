using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A colormap drawn as a strip, and a list to choose one from.</summary>
internal static class ColormapStrip
{
    private const int Pieces = 24;

    public static void Draw(ImDrawListPtr draw, Colormap colormap, Rect box, float gamma = 1)
    {
        for (var piece = 0; piece < Pieces; piece++)
        {
            var (from, to) = ((float)piece / Pieces, (piece + 1f) / Pieces);
            var (left, right) = (Theme.U32(Theme.Of(colormap.At(MathF.Pow(from, gamma)))), Theme.U32(Theme.Of(colormap.At(MathF.Pow(to, gamma)))));
            draw.AddRectFilledMultiColor(
                new Vector2(MathF.Floor(box.Min.X + (box.Width * from)), box.Min.Y), new Vector2(MathF.Floor(box.Min.X + (box.Width * to)), box.Max.Y),
                left, right, right, left);
        }
    }

    /// <returns>The colormap chosen now, or null.</returns>
    public static Colormap? Combo(string id, Colormap current, IReadOnlyList<Colormap> all)
    {
        Colormap? chosen = null;
        var place = ImGui.GetCursorScreenPos();
        var width = ImGui.CalcItemWidth();
        if (ImGui.BeginCombo(id, ""))
        {
            foreach (var colormap in all)
            {
                var start = ImGui.GetCursorScreenPos();
                if (ImGui.Selectable($"##{colormap.Id}", ReferenceEquals(colormap, current), ImGuiSelectableFlags.None, new Vector2(0, Ui.Height)))
                    chosen = colormap;
                Line(colormap, start, ImGui.GetItemRectSize().X);
            }
            ImGui.EndCombo();
        }
        Line(current, place + new Vector2(Theme.Px(6), 0), width - Ui.Height - Theme.Px(6));
        return chosen;
    }

    private static void Line(Colormap colormap, Vector2 place, float width)
    {
        var draw = ImGui.GetWindowDrawList();
        var (strip, height) = (Math.Min(Theme.Px(64), Math.Max(1, width * 0.55f)), Ui.Height);
        Draw(draw, colormap, Rect.At(place.X, place.Y + (height * 0.28f), strip, height * 0.44f));
        var left = place.X + strip + Theme.Px(8);
        var room = width - strip - Theme.Px(10);
        if (room >= Ui.Width("M…"))
        {
            draw.AddText(new Vector2(left, place.Y + ((height - ImGui.GetTextLineHeight()) / 2)), ImGui.GetColorU32(Theme.Text),
                Elision.Middle(colormap.Title, room, Ui.Width));
        }
    }
}
