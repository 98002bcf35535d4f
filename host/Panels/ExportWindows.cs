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
            bench.Export.ShowFigure = Window("Figure", 370, 0.33f, () => _figure.Draw(Buttons));
        if (bench.Export.ShowAnimation)
            bench.Export.ShowAnimation = Window("Animation", 400, 0.63f, () => _animation.Draw(Buttons));
    }

    // Over the views, where it can be moved: as high as what it holds, but never higher than the window.
    private static bool Window(string title, float width, float place, Action draw)
    {
        var display = ImGui.GetIO().DisplaySize;
        var wide = Math.Min(Theme.Px(width), display.X - Theme.Px(20));
        ImGui.SetNextWindowSizeConstraints(new Vector2(wide, Theme.Px(80)), new Vector2(wide, display.Y - Theme.Px(60)));
        ImGui.SetNextWindowPos(new Vector2(Math.Clamp((display.X * place) - (wide / 2), Theme.Px(10), Math.Max(Theme.Px(10), display.X - wide - Theme.Px(10))), Theme.Px(46)), ImGuiCond.Appearing);
        var isOpen = true;
        if (ImGui.Begin(title, ref isOpen, ImGuiWindowFlags.NoCollapse | ImGuiWindowFlags.NoSavedSettings | ImGuiWindowFlags.AlwaysAutoResize))
            draw();
        ImGui.End();
        return isOpen;
    }
}
