using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Export;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The form of an animation: a turntable, or a list of key frames.</summary>
internal sealed class AnimationForm(Workbench bench)
{
    private static readonly string[] Axes = ["x", "y", "z"];

    private ExportDesk Desk => bench.Export;

    public void Draw(Dictionary<string, Rect> buttons)
    {
        var column = Theme.Px(140);
        Ui.Label("What moves", column);
        if (Ui.Choose("##kind", Desk.IsTurntable ? "turntable" : "key frames", ["turntable", "key frames"], -1) is { } kind)
            Desk.IsTurntable = kind == "turntable";
        if (Desk.IsTurntable)
            Turntable(column);
        else
            KeyFrames(buttons);
        var options = Desk.Animation;
        var rate = (float)options.FramesPerSecond;
        Ui.Label("Frames a second", column);
        if (ImGui.InputFloat("##rate", ref rate, 0, 0, "%.1f") && rate is >= 0.1f and <= 240)
            Desk.Animation = options with { FramesPerSecond = rate };
        var (width, height) = (options.Width, options.Height);
        Ui.Label("Size in pixels", column);
        ImGui.SetNextItemWidth(Theme.Px(90));
        if (ImGui.InputInt("##width", ref width, 0))
            Desk.Animation = Desk.Animation with { Width = Math.Clamp(width, 16, FigureOptions.MaxLength) };
        ImGui.SameLine();
        Ui.Text("×");
        ImGui.SameLine();
        ImGui.SetNextItemWidth(Theme.Px(90));
        if (ImGui.InputInt("##height", ref height, 0))
            Desk.Animation = Desk.Animation with { Height = Math.Clamp(height, 16, FigureOptions.MaxLength) };
        Ui.Wrapped($"{Desk.Seconds:0.##} s. Ground, smoothing and what is drawn besides are those of the figure.", Theme.Muted);
        Buttons(buttons);
    }

    private void Turntable(float column)
    {
        var (degrees, frames) = ((float)Desk.Degrees, Desk.Animation.Frames);
        Ui.Label("Degrees", column, "360 is once around; below 0 the other way.");
        if (ImGui.InputFloat("##degrees", ref degrees, 0, 0, "%.0f") && float.IsFinite(degrees))
            Desk.Degrees = degrees;
        Ui.Label("About the axis", column);
        if (Ui.Choose("##axis", Axes[2 - (int)Desk.TurntableAxis], Axes, -1) is { } axis)
            Desk.TurntableAxis = (Axis)(2 - Array.IndexOf(Axes, axis));
        Ui.Label("Frames", column);
        if (ImGui.InputInt("##frames", ref frames, 0))
            Desk.Animation = Desk.Animation with { Frames = Math.Clamp(frames, 2, 100_000) };
    }

    private void KeyFrames(Dictionary<string, Rect> buttons)
    {
        if (ImGui.Button("Add what is shown now"))
            Desk.AddFrame();
        buttons["Add key frame"] = new Rect(ImGui.GetItemRectMin(), ImGui.GetItemRectMax());
        Ui.Tooltip(bench.Keys.Hint("animation.add-frame", "Camera, cursor, layout, cuts, and all that is set of the layers"));
        var rows = Math.Clamp(Desk.Frames.Count, 2, 6);
        ImGui.PushStyleColor(ImGuiCol.ChildBg, Theme.Ground);
        ImGui.BeginChild("frames", new Vector2(0, (rows * ImGui.GetFrameHeightWithSpacing()) + Theme.Px(14)), ImGuiChildFlags.AlwaysUseWindowPadding);
        ImGui.PopStyleColor();
        if (Desk.Frames.Count == 0)
            Ui.Wrapped("Turn the view as the film shall begin, and add it; then change what shall change, and add that.", Theme.Muted);
        for (var i = 0; i < Desk.Frames.Count; i++)
        {
            ImGui.PushID(i);
            Row(i);
            ImGui.PopID();
        }
        ImGui.EndChild();
    }

    private void Row(int index)
    {
        var frame = Desk.Frames[index];
        var icons = (Ui.Height + Theme.Px(2)) * 3;
        if (ImGui.Button($"{index + 1}", new Vector2(Theme.Px(30), 0)))
            Desk.GoTo(index);
        Ui.Tooltip("Show it");
        ImGui.SameLine(0, Theme.Px(4));
        var seconds = (float)frame.Seconds;
        ImGui.SetNextItemWidth(Theme.Px(64));
        if (ImGui.InputFloat("##seconds", ref seconds, 0, 0, "%.1f s") && seconds is >= 0 and < 3600)
            Desk.SetFrame(index, frame with { Seconds = seconds });
        Ui.Tooltip("Seconds from here to the next");
        ImGui.SameLine(0, Theme.Px(4));
        var name = frame.Name;
        ImGui.SetNextItemWidth(Math.Max(Theme.Px(40), ImGui.GetContentRegionAvail().X - icons - Theme.Px(8)));
        if (ImGui.InputText("##name", ref name, 100))
            Desk.SetFrame(index, frame with { Name = name });
        ImGui.SameLine(0, Theme.Px(4));
        if (Ui.IconButton("up", Icon.Up, "Earlier"))
            Desk.MoveFrame(index, -1);
        ImGui.SameLine(0, Theme.Px(2));
        if (Ui.IconButton("update", Icon.Reset, "Take what is shown now instead"))
            Desk.UpdateFrame(index);
        ImGui.SameLine(0, Theme.Px(2));
        if (Ui.IconButton("remove", Icon.Trash, "Remove"))
            Desk.RemoveFrame(index);
    }

    private void Buttons(Dictionary<string, Rect> buttons)
    {
        var isReady = bench.Viewer.Layers.Count > 0 && (Desk.IsTurntable || Desk.Frames.Count > 1);
        ImGui.BeginDisabled(!isReady);
        if (ImGui.Button(Desk.Player.IsPlaying ? $"Stop ({Desk.Player.Time * 100:0} %)###play" : "Play###play", new Vector2(Theme.Px(100), 0)))
            Desk.Play();
        buttons["Play"] = new Rect(ImGui.GetItemRectMin(), ImGui.GetItemRectMax());
        Ui.Tooltip(bench.Keys.Hint("animation.play", "Plays it in the window; afterwards all is as it was"));
        ImGui.SameLine();
        if (ImGui.Button("Frames…", new Vector2(Theme.Px(100), 0)))
            Desk.SaveAnimation(asFilm: false);
        Ui.Tooltip("A folder of PNG files");
        ImGui.EndDisabled();
        ImGui.SameLine();
        if (Ui.MainButton("Film…", new Vector2(Theme.Px(100), 0), isReady))
            Desk.SaveAnimation(asFilm: true);
        Ui.Tooltip("One .mp4 file; needs the program ffmpeg");
    }
}
