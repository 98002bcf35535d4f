using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>The switch of operations that only show something: whether what they show follows the form.</summary>
internal sealed class FollowFields(Workbench bench)
{
    /// <summary>Where the switch was drawn last.</summary>
    public Rect Switch { get; private set; }

    /// <summary>Room that it needs above the buttons. It is the same between runs and in them, so that the buttons do not jump.</summary>
    public static float Height(FollowedPreview followed) =>
        Ui.Height + ImGui.GetStyle().ItemSpacing.Y + (followed.IsOn ? ReasonHeight(followed) + ImGui.GetStyle().ItemSpacing.Y : 0);

    public void Draw(FormModel form)
    {
        var followed = bench.Followed;
        var isOn = followed.IsOn;
        var place = ImGui.GetCursorScreenPos();
        Switch = Rect.At(place.X, place.Y, Ui.Height, Ui.Height);
        if (ImGui.Checkbox("Follow the parameters", ref isOn))
            followed.Toggle(form);
        Ui.Tooltip(bench.Keys.Hint("form.follow", isOn
            ? "Take the preview away, and show nothing until Run is pressed"
            : "Show the result now, and make it again whenever a parameter changes. What is shown is temporary; Run makes it last."));
        if (followed.Running is { } job)
        {
            ImGui.Dummy(new Vector2(0, (ImGui.GetTextLineHeight() - Theme.Px(6)) / 2));
            ProgressBar.Draw(job, ImGui.GetContentRegionAvail().X);
        }
        else if (followed.IsOn)
        {
            // A reason begins with what is wrong and may end with a long list of what there is.
            ImGui.BeginChild("reason", new Vector2(0, ReasonHeight(followed)));
            Ui.Wrapped(followed.Reason, Theme.Warning);
            ImGui.EndChild();
            Ui.Tooltip(followed.Reason);
        }
    }

    private static float ReasonHeight(FollowedPreview followed) => followed.Reason.Length == 0
        ? ImGui.GetTextLineHeight()
        : Math.Min(ImGui.CalcTextSize(followed.Reason, ImGui.GetContentRegionAvail().X - ImGui.GetStyle().ScrollbarSize).Y, 3 * ImGui.GetTextLineHeight());
}
