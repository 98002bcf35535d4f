using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The line above a view: its name, what it shows, and buttons.</summary>
internal static class ViewHeader
{
    public static float Height => Theme.Px(28);

    /// <summary>Draws the line and gives the room left for the picture.</summary>
    /// <param name="bench">The window.</param>
    /// <param name="cell">The view's place.</param>
    /// <param name="title">Its name.</param>
    /// <param name="detail">What it shows; cut where there is no room.</param>
    /// <param name="reset">Shows all of the scene.</param>
    /// <param name="more">Draws more buttons: gets where they end, and the top, and gives where they begin.</param>
    public static Rect Draw(Workbench bench, ViewCell cell, string title, string detail, Action? reset, Func<float, float, float>? more = null)
    {
        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(cell.Area.Min, cell.Area.Max, Theme.U32(Theme.Panel), Theme.Px(6));
        var (top, size, x) = (cell.Area.Min.Y, Theme.Px(22), cell.Area.Max.X - Theme.Px(26));
        var alone = ViewCell.IsAlone(bench.Viewer.Layout);

        ImGui.SetCursorScreenPos(new Vector2(x, top + Theme.Px(3)));
        if (Ui.IconButton("alone", alone ? Icon.Reduce : Icon.Enlarge, alone ? cell.IsOblique ? bench.Keys.Hint("view.oblique", "Show the other views too") : bench.Keys.Hint("view.four-up", "Show all four views") : "Show this view alone", size))
            bench.Viewer.Layout = alone ? cell.IsOblique ? ViewLayout.Oblique : ViewLayout.FourUp : cell.IsOblique ? ViewLayout.ObliquePlane : ViewCell.Alone(cell.Axis);
        x -= size + Theme.Px(2);
        ImGui.SetCursorScreenPos(new Vector2(x, top + Theme.Px(3)));
        if (reset is not null && Ui.IconButton("reset", Icon.Reset, "Show all of the scene (double click)", size))
            reset();
        if (more is not null)
            x = more(x, top);

        var text = top + ((Height - ImGui.GetTextLineHeight()) / 2);
        var left = cell.Area.Min.X + Theme.Px(10);
        if (cell.Axis is { } axis)
        {
            draw.AddCircleFilled(new Vector2(left + Theme.Px(4), top + (Height / 2)), Theme.Px(4), Theme.U32(Theme.AxisColor(axis)));
            left += Theme.Px(15);
        }
        ImGui.PushFont(Fonts.Strong);
        draw.AddText(new Vector2(left, text), Theme.U32(Theme.Text), title);
        left += Ui.Width(title) + Theme.Px(10);
        ImGui.PopFont();
        var room = x - left - Theme.Px(8);
        if (room > Theme.Px(24))
            draw.AddText(new Vector2(left, text), Theme.U32(Theme.Muted), Shortened(detail, room));
        return new Rect(new Vector2(cell.Area.Min.X, top + Height), cell.Area.Max);
    }

    // Of "128 / 255" the first number is what is looked for.
    private static string Shortened(string detail, float room) =>
        Ui.Width(detail) <= room ? detail : Elision.End(detail.Split(" / ")[0], room, Ui.Width);
}
