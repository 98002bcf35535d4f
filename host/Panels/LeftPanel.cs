using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>The left of the window: the layers above, the controls of the selected one below.</summary>
internal sealed class LeftPanel(Workbench bench)
{
    private readonly LayerControlsPanel _controls = new(bench);

    /// <summary>The controls of the selected layer.</summary>
    public LayerControlsPanel Controls => _controls;

    public LayerListPanel List { get; } = new(bench);

    public void Draw(Rect area)
    {
        ImGui.SetNextWindowPos(area.Min);
        ImGui.SetNextWindowSize(area.Size);
        ImGui.PushStyleVar(ImGuiStyleVar.WindowRounding, 0);
        ImGui.Begin("layers", ShellWindow.Flags | ImGuiWindowFlags.NoScrollbar | ImGuiWindowFlags.NoScrollWithMouse);
        ImGui.PopStyleVar();
        var room = ImGui.GetContentRegionAvail();
        var list = Math.Min(List.WantedHeight, room.Y * 0.4f);
        ImGui.BeginChild("list", new Vector2(0, list));
        List.Draw(new Vector2(room.X, list));
        ImGui.EndChild();
        ImGui.Separator();
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        _controls.Draw(Vector2.Zero);
        ImGui.End();
    }
}
