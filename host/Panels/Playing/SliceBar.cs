using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The line below a slice: play, the slider, and the number of the slice, which can be typed.</summary>
internal sealed class SliceBar(ViewTools tools, Axis axis)
{
    private const string Menu = "playing";

    private int? _typed;

    public static float Height => Theme.Px(24);

    private Viewer Viewer => tools.Bench.Viewer;

    private SlicePlayer Player => tools.State.Player;

    public void Draw(Rect area, SliceSteps steps)
    {
        var (left, right) = (area.Min.X + Theme.Px(4), area.Max.X - Theme.Px(4));
        if (area.Width >= Theme.Px(110) && steps.Count > 1)
            left += Play(new Vector2(left, area.Min.Y + Theme.Px(1)), steps);
        var number = Ui.Width(new string('0', Math.Max(3, $"{steps.Count - 1}".Length))) + Theme.Px(10);
        if (area.Width >= Theme.Px(180))
        {
            right -= number;
            Number(new Vector2(right, area.Min.Y + Theme.Px(2)), number, steps);
        }
        if (StepSlider.Draw("slice", new Rect(new Vector2(left, area.Min.Y), new Vector2(right, area.Max.Y)), steps.Index(Viewer.Cursor), steps.Count, Theme.AxisColor(axis)) is not { } index)
            return;
        Viewer.Cursor = steps.At(Viewer.Cursor, index);
        Player.Stop();
    }

    private float Play(Vector2 place, SliceSteps steps)
    {
        var isPlaying = Player.Playing == axis;
        ImGui.SetCursorScreenPos(place);
        var help = isPlaying ? "Stop" : $"Play the slices across {Overlay.NameOf(axis)}";
        if (Ui.SignButton("play", isPlaying ? Pause : Triangle, tools.Bench.Keys.Hint("view.play", help) + "; right click for speed and order", Theme.Px(22), isPlaying ? Theme.Accent : null))
            Player.Toggle(axis);
        tools.State.PlayButtons[axis] = Rect.At(place.X, place.Y, Theme.Px(22), Theme.Px(22));
        if (ImGui.IsItemHovered() && ImGui.IsMouseClicked(ImGuiMouseButton.Right))
            ImGui.OpenPopup(Menu);
        if (ImGui.BeginPopup(Menu))
        {
            Settings(steps);
            ImGui.EndPopup();
        }
        return Theme.Px(24);
    }

    private void Settings(SliceSteps steps)
    {
        var (width, speed, step) = (Theme.Px(150), Player.FramesPerSecond, Player.Step);
        Ui.Label("Speed", Theme.Px(80), "Slices shown in a second");
        ImGui.SetNextItemWidth(width);
        if (ImGui.SliderFloat("##speed", ref speed, SlicePlayer.Slowest, SlicePlayer.Fastest, "%.1f per second", ImGuiSliderFlags.AlwaysClamp | ImGuiSliderFlags.Logarithmic))
            Player.FramesPerSecond = speed;
        Ui.Label("Step", Theme.Px(80), "Slices from one that is shown to the next");
        ImGui.SetNextItemWidth(width);
        if (ImGui.SliderInt("##step", ref step, 1, Math.Max(1, Math.Min(50, steps.Count - 1)), "%d", ImGuiSliderFlags.AlwaysClamp))
            Player.Step = step;
        foreach (var (mode, title) in new[] { (PlayMode.Loop, "Again and again"), (PlayMode.BackAndForth, "Back and forth"), (PlayMode.Once, "Once") })
        {
            if (ImGui.RadioButton(title, Player.Mode == mode))
                Player.Mode = mode;
        }
    }

    private void Number(Vector2 place, float width, SliceSteps steps)
    {
        ImGui.SetCursorScreenPos(place);
        ImGui.PushStyleVar(ImGuiStyleVar.FramePadding, new Vector2(Theme.Px(4), Theme.Px(1)));
        ImGui.SetNextItemWidth(width);
        if (tools.State.WantedNumber == axis)
        {
            ImGui.SetKeyboardFocusHere();
            tools.State.WantedNumber = null;
        }
        var number = _typed ?? steps.Index(Viewer.Cursor);
        var isGiven = ImGui.InputInt("##number", ref number, 0, 0, ImGuiInputTextFlags.EnterReturnsTrue | ImGuiInputTextFlags.AutoSelectAll);
        // While it is typed the slice stays; another click gives it up.
        _typed = ImGui.IsItemActive() ? number : null;
        ImGui.PopStyleVar();
        Ui.Tooltip(tools.Bench.Keys.Hint("view.go-to-slice", "Number of the slice: type one and press Enter"));
        if (isGiven)
            Viewer.Cursor = steps.At(Viewer.Cursor, number);
    }

    private static void Triangle(IconPen pen) => pen.Closed(-4, -6, 6, 0, -4, 6);

    private static void Pause(IconPen pen)
    {
        pen.Filled(-5, -6, -1.5f, 6);
        pen.Filled(1.5f, -6, 5, 6);
    }
}
