using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>The windows of figures and animations.</summary>
internal sealed class ExportWindows(Workbench bench)
{
    private readonly FigureForm _figure = new(bench);
    private readonly AnimationForm _animation = new(bench);

    /// <summary>Places of buttons as they were drawn last.</summary>
    public Dictionary<string, Rect> Buttons { get; } = [];

    public void Draw()
    {
        Buttons.Clear();
        bench.Export.Player.Tick();
        if (bench.Export.Clipboard is { } text)
        {
            ImGui.SetClipboardText(text);
            bench.Export.Clipboard = null;
        }
        if (bench.Export.ShowFigure)
            bench.Export.ShowFigure = Window("Figure", 390, 470, 0, () => _figure.Draw(Buttons));
        if (bench.Export.ShowAnimation)
            bench.Export.ShowAnimation = Window("Animation", 410, 520, 1, () => _animation.Draw(Buttons));
    }

    // Over the views, where it can be moved and made larger, and never larger than the window.
    private static bool Window(string title, float width, float height, int place, Action draw)
    {
        var display = ImGui.GetIO().DisplaySize;
        var size = Vector2.Min(new Vector2(Theme.Px(width), Theme.Px(height)), display - new Vector2(Theme.Px(40)));
        ImGui.SetNextWindowSize(size, ImGuiCond.Appearing);
        ImGui.SetNextWindowSizeConstraints(Vector2.Min(new Vector2(Theme.Px(300), Theme.Px(200)), size), display - new Vector2(Theme.Px(10)));
        ImGui.SetNextWindowPos(new Vector2(Math.Max(Theme.Px(10), (display.X * 0.5f) - (size.X * (place == 0 ? 0.5f : 0.3f))), Theme.Px(50)), ImGuiCond.Appearing);
        var isOpen = true;
        if (ImGui.Begin(title, ref isOpen, ImGuiWindowFlags.NoCollapse | ImGuiWindowFlags.NoSavedSettings))
            draw();
        ImGui.End();
        return isOpen;
    }
}
