using System.Diagnostics;
using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The middle of the window: the views of the current layout, or a welcome.</summary>
internal sealed class ViewGrid : IDisposable
{
    private readonly Dictionary<Axis, SliceView> _slices;
    private readonly VolumeView _volume;
    private readonly ObliqueView _oblique;
    private readonly CompareStrip _compare;
    private readonly ViewTools _tools;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public ViewGrid(ViewTools tools)
    {
        _tools = tools;
        _slices = new[] { Axis.Z, Axis.Y, Axis.X }.ToDictionary(axis => axis, axis => new SliceView(tools, axis));
        _volume = new VolumeView(tools);
        _oblique = new ObliqueView(tools);
        _compare = new CompareStrip(tools);
        Bar = new ToolBar(tools.Bench);
        tools.State.Overlays = ViewOverlays.Create(tools);
    }

    /// <summary>The tools of painting.</summary>
    public ToolBar Bar { get; }

    public void Draw(Rect area)
    {
        _tools.State.Pictures.Clear();
        _tools.State.Shown.Clear();
        _tools.State.ObliquePictures.Clear();
        _tools.State.PlayButtons.Clear();
        Tick();
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
            var top = ToolBar.Height;
            if (_tools.Bench.Viewer.Comparison is not null)
            {
                _compare.Draw(new Rect(inner.Min + new Vector2(0, top), new Vector2(inner.Max.X, inner.Min.Y + top + CompareStrip.Height)));
                top += CompareStrip.Height;
            }
            DrawViews(new Rect(inner.Min + new Vector2(0, top), inner.Max));
        }
        ImGui.End();
    }

    public void Dispose()
    {
        foreach (var view in _slices.Values)
            view.Dispose();
        _volume.Dispose();
        _oblique.Dispose();
        foreach (var overlay in _tools.State.Overlays.OfType<IDisposable>())
            overlay.Dispose();
    }

    private void Tick()
    {
        var bench = _tools.Bench;
        if (_tools.State.Player.Tick(bench.Viewer, _clock.Elapsed.TotalSeconds) is { } seconds)
            bench.Activity.RequestIn(TimeSpan.FromSeconds(seconds));
        var isHeld = bench.Viewer.Comparison is not null && !ImGui.GetIO().WantTextInput && bench.Keys.Of(CommandTable.Find("compare.hold")).Any(chord => ImGui.IsKeyDown(chord.Key));
        _tools.State.Flicker.Tick(bench.Viewer.Comparison, isHeld, bench.Activity);
    }

    private void DrawViews(Rect area)
    {
        var density = Math.Max(0.5f, ImGui.GetIO().DisplayFramebufferScale.X);
        foreach (var cell in ViewCell.Of(_tools.Bench.Viewer.Layout, area, Theme.Px(6)))
        {
            if (cell.IsOblique)
                _oblique.Draw(cell, density);
            else if (cell.Axis is { } axis)
                _slices[axis].Draw(cell, density);
            else
                _volume.Draw(cell, density);
        }
    }
}
