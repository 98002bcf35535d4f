using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>Tabs as wide as their titles ask for, with a line under the one that is open; a program can open one, which those of Dear ImGui cannot without a close button.</summary>
internal static class TabStrip
{
    /// <returns>The tab that is open now.</returns>
    public static int Draw(string id, IReadOnlyList<string> titles, int open)
    {
        var (place, width, height) = (ImGui.GetCursorScreenPos(), ImGui.GetContentRegionAvail().X, Theme.Px(30));
        var draw = ImGui.GetWindowDrawList();
        draw.AddLine(place + new Vector2(0, height), place + new Vector2(width, height), Theme.U32(Theme.Line));
        // What the titles leave is shared evenly; where they ask for more than there is, each is shortened by as much.
        var spare = (width - titles.Sum(Ui.Width)) / titles.Count;
        var left = place.X;
        for (var index = 0; index < titles.Count; index++)
        {
            var step = Math.Max(Theme.Px(16), Ui.Width(titles[index]) + spare);
            var box = Rect.At(left, place.Y, step, height);
            left += step;
            ImGui.SetCursorScreenPos(box.Min);
            if (ImGui.InvisibleButton($"{id}{index}", box.Size))
                open = index;
            var isHovered = ImGui.IsItemHovered();
            if (isHovered && index != open)
                draw.AddRectFilled(box.Min, box.Max - new Vector2(0, 1), Theme.U32(Theme.Raised), Theme.Px(5), ImDrawFlags.RoundCornersTop);
            var title = Elision.Middle(titles[index], step, Ui.Width);
            draw.AddText(box.Center - (ImGui.CalcTextSize(title) / 2), Theme.U32(index == open || isHovered ? Theme.Text : Theme.Muted), title);
            if (index == open)
                draw.AddRectFilled(new Vector2(box.Min.X, box.Max.Y - Theme.Px(2)), box.Max, Theme.U32(Theme.Accent));
        }
        ImGui.SetCursorScreenPos(place + new Vector2(0, height + Theme.Px(6)));
        return open;
    }
}
