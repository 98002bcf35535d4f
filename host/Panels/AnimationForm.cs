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

    private static Vector2 PictureSize => new(Theme.Px(KeyFrame.PictureWidth / 3f), Theme.Px(KeyFrame.PictureHeight / 3f));

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
        buttons["Frames a second"] = new Rect(ImGui.GetItemRectMin(), ImGui.GetItemRectMax());
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
        var rows = Math.Clamp(Desk.Frames.Count, 2, 5);
        ImGui.PushStyleColor(ImGuiCol.ChildBg, Theme.Ground);
        ImGui.BeginChild("frames", new Vector2(0, (rows * (PictureSize.Y + Theme.Px(4))) + Theme.Px(14)), ImGuiChildFlags.AlwaysUseWindowPadding);
        ImGui.PopStyleColor();
        if (Desk.Frames.Count == 0)
            Ui.Wrapped("Turn the view as the film shall begin, and add it; then change what shall change, and add that.", Theme.Muted);
        for (var i = 0; i < Desk.Frames.Count; i++)
        {
            ImGui.PushID(i);
            Row(i);
            ImGui.PopID();
        }
        WheelChain.Inside();
        ImGui.EndChild();
        WheelChain.Outside();
    }

    private void Row(int index)
    {
        var (frame, start, gap) = (Desk.Frames[index], ImGui.GetCursorScreenPos(), Theme.Px(4));
        var icons = (Ui.Height + Theme.Px(2)) * 3;
        Picture(index, frame, start);
        var (left, top, width) = (start.X + PictureSize.X + gap, start.Y + ((PictureSize.Y - Ui.Height) / 2), ImGui.GetContentRegionAvail().X - PictureSize.X - gap);
        void Next(float room)
        {
            ImGui.SetCursorScreenPos(new Vector2(left, top));
            ImGui.SetNextItemWidth(room);
            left += room + gap;
        }
        var seconds = (float)frame.Seconds;
        Next(Theme.Px(60));
        if (ImGui.InputFloat("##seconds", ref seconds, 0, 0, "%.1f s") && seconds is >= 0 and < 3600)
            Desk.SetFrame(index, frame with { Seconds = seconds });
        Ui.Tooltip("Seconds from here to the next");
        var name = frame.Name;
        Next(Math.Max(Theme.Px(40), width - Theme.Px(60) - icons - (3 * gap)));
        if (Ui.InputText("##name", ref name, 100))
            Desk.SetFrame(index, frame with { Name = name });
        Next(Ui.Height);
        if (Ui.IconButton("up", Icon.Up, "Earlier"))
            Desk.MoveFrame(index, -1);
        Next(Ui.Height);
        if (Ui.IconButton("update", Icon.Reset, "Take what is shown now instead"))
            Desk.UpdateFrame(index);
        Next(Ui.Height);
        if (Ui.IconButton("remove", Icon.Trash, "Remove"))
            Desk.RemoveFrame(index);
        ImGui.SetCursorScreenPos(start + new Vector2(0, PictureSize.Y + gap - ImGui.GetStyle().ItemSpacing.Y));
        ImGui.Dummy(Vector2.Zero);
    }

    // What was shown when the key frame was taken, with its number; larger under the pointer.
    private void Picture(int index, KeyFrame frame, Vector2 place)
    {
        if (ImGui.InvisibleButton("show", PictureSize))
            Desk.GoTo(index);
        var (draw, isHovered, handle) = (ImGui.GetWindowDrawList(), ImGui.IsItemHovered(), Desk.TextureOf?.Invoke(frame) ?? 0);
        draw.AddRectFilled(place, place + PictureSize, Theme.U32(Theme.Raised), Theme.Px(3));
        if (handle != 0)
            draw.AddImage((IntPtr)handle, place, place + PictureSize);
        draw.AddRect(place, place + PictureSize, Theme.U32(isHovered ? Theme.Accent : Theme.Line), Theme.Px(3), ImDrawFlags.None, Math.Max(1, Theme.Px(1.2f)));
        var number = $"{index + 1}";
        var plate = new Vector2(Ui.Width(number) + Theme.Px(8), ImGui.GetTextLineHeight() + Theme.Px(2));
        draw.AddRectFilled(place, place + plate, Theme.U32(Theme.Ground, 0.8f), Theme.Px(3));
        draw.AddText(place + new Vector2(Theme.Px(4), Theme.Px(1)), Theme.U32(Theme.Text), number);
        if (!isHovered)
            return;
        ImGui.BeginTooltip();
        Ui.Text("Show it");
        if (handle != 0)
        {
            var (corner, size) = (ImGui.GetCursorScreenPos(), new Vector2(Theme.Px(KeyFrame.PictureWidth), Theme.Px(KeyFrame.PictureHeight)));
            ImGui.GetWindowDrawList().AddImage((IntPtr)handle, corner, corner + size);
            ImGui.Dummy(size);
        }
        ImGui.EndTooltip();
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
        if (ImGui.IsItemHovered())
            Ui.Tooltip(Film.IsPossible ? "One .mp4 file" : "One .mp4 file; needs the program ffmpeg, which is not on the PATH (on Debian: apt install ffmpeg)");
    }
}
