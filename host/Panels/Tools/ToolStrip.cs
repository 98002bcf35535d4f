using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>Puts the options of a tool side by side; those that find no room are in a menu at the end.</summary>
internal sealed class ToolStrip
{
    private const string Menu = "more options";

    /// <summary>Where the button of the menu was drawn last, or null.</summary>
    public Rect? More { get; private set; }

    /// <summary>Pixels that are enough for the options with the longest of them in the menu.</summary>
    public static float Wanted(IReadOnlyList<ToolOption> options) => options.Count == 0 ? 0 : Theme.Px(28) + options.Take(3).Sum(option => Theme.Px(option.Width + 8));

    /// <summary>How many of the options stand side by side, and what is left of the width then.</summary>
    /// <param name="widths">Of the options, with the gaps behind them.</param>
    /// <param name="room">Width of the strip.</param>
    /// <param name="more">Width of the button that shows the others.</param>
    public static (int Count, float Left) Fit(IReadOnlyList<float> widths, float room, float more)
    {
        var all = widths.Sum();
        if (all <= room)
            return (widths.Count, room - all);
        var (count, used) = (0, more);
        while (count < widths.Count && used + widths[count] <= room)
            used += widths[count++];
        return (count, Math.Max(0, room - used));
    }

    public void Draw(IReadOnlyList<ToolOption> options, Rect area)
    {
        More = null;
        if (options.Count == 0 || area.Width < Theme.Px(26))
            return;
        var (left, top, gap) = (area.Min.X, area.Min.Y + ((area.Height - Ui.Height) / 2), Theme.Px(8));
        var (count, rest) = Fit([.. options.Select(option => Theme.Px(option.Width) + gap)], area.Width, Theme.Px(28));
        var shown = options.Take(count).ToList();
        var growing = shown.Count(option => option.Grows);
        for (var i = 0; i < shown.Count; i++)
        {
            var width = Theme.Px(shown[i].Width) + (shown[i].Grows ? MathF.Floor(rest / growing) : 0);
            ImGui.SetCursorScreenPos(new Vector2(left, top));
            ImGui.SetNextItemWidth(width);
            ImGui.PushID(shown[i].Label);
            shown[i].Draw(width);
            ImGui.PopID();
            left += width + gap;
        }
        if (count == options.Count)
            return;
        More = Rect.At(area.Max.X - Theme.Px(26), area.Min.Y + ((area.Height - Theme.Px(26)) / 2), Theme.Px(26), Theme.Px(26));
        ImGui.SetCursorScreenPos(More.Value.Min);
        if (Ui.SignButton(Menu, pen => { pen.Dot(-6, 0, 1.5f); pen.Dot(0, 0, 1.5f); pen.Dot(6, 0, 1.5f); }, "More options of this tool", Theme.Px(26)))
            ImGui.OpenPopup(Menu);
        if (!ImGui.BeginPopup(Menu))
            return;
        foreach (var option in options.Skip(count))
        {
            ImGui.PushID(option.Label);
            Ui.Label(option.Label, Theme.Px(110));
            var width = Theme.Px(Math.Max(150, option.Width));
            ImGui.SetNextItemWidth(width);
            option.Draw(width);
            ImGui.PopID();
        }
        ImGui.EndPopup();
    }
}
