using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The middle of the window: the views of the current layout, or a welcome.</summary>
internal sealed class ViewGrid(ViewTools tools) : IDisposable
{
    private readonly Dictionary<Axis, SliceView> _slices = new()
    {
        [Axis.Z] = new SliceView(tools, Axis.Z),
        [Axis.Y] = new SliceView(tools, Axis.Y),
        [Axis.X] = new SliceView(tools, Axis.X),
    };

    private readonly VolumeView _volume = new(tools);

    /// <summary>The tools of painting.</summary>
    public ToolBar Bar { get; } = new(tools.Bench);

    public void Draw(Rect area)
    {
        tools.State.Pictures.Clear();
        tools.State.Shown.Clear();
        tools.State.Hover = null;
        ImGui.SetNextWindowPos(area.Min);
        ImGui.SetNextWindowSize(area.Size);
        ImGui.PushStyleColor(ImGuiCol.WindowBg, Theme.Ground);
        ImGui.PushStyleVar(ImGuiStyleVar.WindowPadding, Vector2.Zero);
        ImGui.PushStyleVar(ImGuiStyleVar.WindowRounding, 0);
        ImGui.Begin("views", ShellWindow.Flags | ImGuiWindowFlags.NoScrollbar | ImGuiWindowFlags.NoScrollWithMouse);
        ImGui.PopStyleVar(2);
        ImGui.PopStyleColor();
        var inner = new Rect(area.Min + new Vector2(Theme.Px(6)), area.Max - new Vector2(Theme.Px(6)));
        if (tools.Bench.Viewer.Layers.Count == 0)
            Welcome.Draw(tools.Bench, inner);
        else
        {
            Bar.Draw(new Rect(inner.Min, new Vector2(inner.Max.X, inner.Min.Y + ToolBar.Height)));
            DrawViews(new Rect(inner.Min + new Vector2(0, ToolBar.Height), inner.Max));
        }
        ImGui.End();
    }

    public void Dispose()
    {
        foreach (var view in _slices.Values)
            view.Dispose();
        _volume.Dispose();
    }

    private void DrawViews(Rect area)
    {
        var density = Math.Max(0.5f, ImGui.GetIO().DisplayFramebufferScale.X);
        foreach (var cell in ViewCell.Of(tools.Bench.Viewer.Layout, area, Theme.Px(6)))
        {
            if (cell.Axis is { } axis)
                _slices[axis].Draw(cell, density);
            else
                _volume.Draw(cell, density);
        }
    }
}
