using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The middle of the window: the views of the current layout, or a welcome.</summary>
internal sealed class ViewGrid : IDisposable
{
    private readonly Dictionary<Axis, SliceView> _slices;
    private readonly VolumeView _volume;
    private readonly ViewTools _tools;

    public ViewGrid(ViewTools tools)
    {
        _tools = tools;
        _slices = new[] { Axis.Z, Axis.Y, Axis.X }.ToDictionary(axis => axis, axis => new SliceView(tools, axis));
        _volume = new VolumeView(tools);
        Bar = new ToolBar(tools.Bench);
        tools.State.Overlays = ViewOverlays.Create(tools);
    }

    /// <summary>The tools of painting.</summary>
    public ToolBar Bar { get; }

    public void Draw(Rect area)
    {
        _tools.State.Pictures.Clear();
        _tools.State.Shown.Clear();
        _tools.State.Hover = null;
        ImGui.SetNextWindowPos(area.Min);
        ImGui.SetNextWindowSize(area.Size);
        ImGui.PushStyleColor(ImGuiCol.WindowBg, Theme.Ground);
        ImGui.PushStyleVar(ImGuiStyleVar.WindowPadding, Vector2.Zero);
        ImGui.PushStyleVar(ImGuiStyleVar.WindowRounding, 0);
        ImGui.Begin("views", ShellWindow.Flags | ImGuiWindowFlags.NoScrollbar | ImGuiWindowFlags.NoScrollWithMouse);
        ImGui.PopStyleVar(2);
        ImGui.PopStyleColor();
        var inner = new Rect(area.Min + new Vector2(Theme.Px(6)), area.Max - new Vector2(Theme.Px(6)));
        if (_tools.Bench.Viewer.Layers.Count == 0)
            Welcome.Draw(_tools.Bench, inner);
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
        foreach (var overlay in _tools.State.Overlays.OfType<IDisposable>())
            overlay.Dispose();
    }

    private void DrawViews(Rect area)
    {
        var density = Math.Max(0.5f, ImGui.GetIO().DisplayFramebufferScale.X);
        foreach (var cell in ViewCell.Of(_tools.Bench.Viewer.Layout, area, Theme.Px(6)))
        {
            if (cell.Axis is { } axis)
                _slices[axis].Draw(cell, density);
            else
                _volume.Draw(cell, density);
        }
    }
}
