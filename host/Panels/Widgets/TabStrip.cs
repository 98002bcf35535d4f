using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>Tabs as wide as their titles ask for, with a line under the one that is open; a program can open one, which those of Dear ImGui cannot without a close button.</summary>
internal static class TabStrip
{
    // Between two titles there is at least so much room, or the strip takes another row.
    private const float Gap = 10;

    /// <returns>The tab that is open now.</returns>
    public static int Draw(string id, IReadOnlyList<string> titles, int open)
    {
        var (place, width, height) = (ImGui.GetCursorScreenPos(), ImGui.GetContentRegionAvail().X, Theme.Px(30));
        var draw = ImGui.GetWindowDrawList();
        var (first, top) = (0, place.Y);
        foreach (var count in Rows([.. titles.Select(title => Ui.Width(title) + Theme.Px(Gap))], width))
        {
            draw.AddLine(new Vector2(place.X, top + height), new Vector2(place.X + width, top + height), Theme.U32(Theme.Line));
            // What the titles leave is shared evenly; where one asks for more than there is, it is shortened.
            var spare = (width - titles.Skip(first).Take(count).Sum(Ui.Width)) / count;
            var left = place.X;
            for (var index = first; index < first + count; index++)
            {
                var step = Math.Max(Theme.Px(16), Ui.Width(titles[index]) + spare);
                open = Tab($"{id}{index}", titles[index], Rect.At(left, top, step, height), index == open) ? index : open;
                left += step;
            }
            (first, top) = (first + count, top + height);
        }
        ImGui.SetCursorScreenPos(new Vector2(place.X, top + Theme.Px(6)));
        return open;
    }

    /// <summary>How many tabs stand in each row: as few rows as there can be, filled as evenly as can be.</summary>
    /// <param name="widths">Of the tabs.</param>
    /// <param name="room">Width of a row.</param>
    public static IReadOnlyList<int> Rows(IReadOnlyList<float> widths, float room)
    {
        var rows = Math.Max(1, (int)MathF.Ceiling(widths.Sum() / Math.Max(1, room)));
        return [.. Enumerable.Range(0, rows).Select(row => ((row + 1) * widths.Count / rows) - (row * widths.Count / rows)).Where(count => count > 0)];
    }

    private static bool Tab(string id, string title, Rect box, bool isOpen)
    {
        var draw = ImGui.GetWindowDrawList();
        ImGui.SetCursorScreenPos(box.Min);
        var isPressed = ImGui.InvisibleButton(id, box.Size);
        var isHovered = ImGui.IsItemHovered();
        if (isHovered && !isOpen)
            draw.AddRectFilled(box.Min, box.Max - new Vector2(0, 1), Theme.U32(Theme.Raised), Theme.Px(5), ImDrawFlags.RoundCornersTop);
        var shown = Elision.Middle(title, box.Width, Ui.Width);
        draw.AddText(box.Center - (ImGui.CalcTextSize(shown) / 2), Theme.U32(isOpen || isHovered ? Theme.Text : Theme.Muted), shown);
        if (isOpen)
            draw.AddRectFilled(new Vector2(box.Min.X, box.Max.Y - Theme.Px(2)), box.Max, Theme.U32(Theme.Accent));
        return isPressed;
    }
}
