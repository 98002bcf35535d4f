using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The buttons of the comparisons in the menu bar, left of those of the layouts.</summary>
internal static class CompareButtons
{
    /// <param name="target">What the commands act on.</param>
    /// <param name="left">Where the menus end.</param>
    /// <param name="right">Where the buttons of the layouts begin.</param>
    public static void Draw(CommandTarget target, float left, float right)
    {
        var (size, height) = (Theme.Px(30), ImGui.GetWindowHeight());
        var place = right - Theme.Px(12) - ((size + Theme.Px(2)) * ComparisonCommands.Modes.Count);
        if (place < left + Theme.Px(10))
            return;
        foreach (var (mode, command) in ComparisonCommands.Modes)
        {
            ImGui.SetCursorPos(new Vector2(place, (height - size + Theme.Px(4)) / 2));
            var isOn = command.IsOn!(target);
            var corner = ImGui.GetCursorScreenPos();
            if (isOn)
                ImGui.GetWindowDrawList().AddRectFilled(corner, corner + new Vector2(size - Theme.Px(4)), Theme.U32(Theme.AccentDim), Theme.Px(5));
            ImGui.BeginDisabled(!command.IsEnabled(target));
            if (Ui.SignButton(command.Id, pen => Sign(pen, mode), target.Bench.Keys.Hint(command.Id, command.Title), size - Theme.Px(4), isOn ? Theme.Text : null))
                command.Run(target);
            ImGui.EndDisabled();
            place += size + Theme.Px(2);
        }
    }

    private static void Sign(IconPen pen, ComparisonMode mode)
    {
        switch (mode)
        {
            case ComparisonMode.SideBySide:
                pen.Closed(-8, -5, -1, -5, -1, 5, -8, 5);
                pen.Closed(1, -5, 8, -5, 8, 5, 1, 5);
                break;
            case ComparisonMode.Swipe:
                pen.Closed(-7, -6, 7, -6, 7, 6, -7, 6);
                pen.Line(0, -8, 0, 8);
                pen.Dot(0, 0, 2.2f);
                break;
            case ComparisonMode.Flicker:
                pen.Closed(-7, -7, 3, -7, 3, 3, -7, 3);
                pen.Filled(-2, -2, 7, 7);
                break;
            case ComparisonMode.Checkerboard:
                pen.Closed(-7, -7, 7, -7, 7, 7, -7, 7);
                pen.Filled(-7, -7, 0, 0);
                pen.Filled(0, 0, 7, 7);
                break;
            default:
                for (var cell = 0; cell < 9; cell++)
                {
                    var (x, y) = ((cell % 3 * 5) - 7, (cell / 3 * 5) - 7);
                    pen.Filled(x, y, x + 4, y + 4);
                }
                break;
        }
    }
}
