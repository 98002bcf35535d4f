using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The line at the bottom: what is under the pointer or, without one, under the crosshair; and what runs.</summary>
internal sealed class StatusBar(Workbench bench, ViewState state)
{
    public static float Height => Theme.Px(28);

    public void Draw(Rect area, SceneRenderer renderer)
    {
        ImGui.SetNextWindowPos(area.Min);
        ImGui.SetNextWindowSize(area.Size);
        ImGui.PushStyleColor(ImGuiCol.WindowBg, Theme.Ground);
        ImGui.PushStyleVar(ImGuiStyleVar.WindowPadding, new Vector2(Theme.Px(12), Theme.Px(5)));
        ImGui.PushStyleVar(ImGuiStyleVar.WindowRounding, 0);
        ImGui.Begin("status", ShellWindow.Flags | ImGuiWindowFlags.NoScrollbar);
        ImGui.PopStyleVar(2);
        ImGui.PopStyleColor();
        var right = Running(renderer);
        var rightWidth = right.Length > 0 ? Math.Min(Ui.Width(right), area.Width * 0.45f) : 0;
        Ui.Elided(Place(), area.Width - rightWidth - Theme.Px(50), state.Hover is null ? Theme.Muted : Theme.Text);
        if (rightWidth > 0)
        {
            ImGui.SameLine(area.Width - rightWidth - Theme.Px(12));
            Ui.Elided(right, rightWidth + 1, Theme.Accent);
        }
        ImGui.End();
    }

    /// <summary>A place in voxels and µm, with the values of the visible layers there.</summary>
    public string Place()
    {
        if (SliceSteps.Reference(bench.Viewer) is not { } reference)
            return "Ready";
        var point = state.Hover ?? bench.Viewer.Cursor;
        var (z, y, x) = (point.VoxelIndex(Axis.Z, reference), point.VoxelIndex(Axis.Y, reference), point.VoxelIndex(Axis.X, reference));
        var text = $"z {z}   y {y}   x {x}";
        if (reference.Spacing.IsCalibrated)
            text += $"     {Lengths.Place(point)}";
        return text + string.Concat(LayerOrder.Shown(bench.Viewer.Layers).Where(layer => layer.Visible).Select(layer => ValueOf(layer, point)).Where(value => value.Length > 0)
            .Select(value => "     " + value));
    }

    private string ValueOf(Layer layer, WorldPoint point)
    {
        var (z, y, x) = (point.VoxelIndex(Axis.Z, layer), point.VoxelIndex(Axis.Y, layer), point.VoxelIndex(Axis.X, layer));
        var shape = layer.Shape;
        if (z < 0 || y < 0 || x < 0 || z >= shape.Depth || y >= shape.Height || x >= shape.Width)
            return "";
        switch (layer)
        {
            case LabelsLayer labels:
                var label = labels.Labels.Slice(z)[(y * shape.Width) + x];
                return $"{layer.Name}: {(label < labels.Phases.Count ? labels.Phases[label].Name : "unlabelled")}";
            case ImageLayer image:
                var value = bench.Probe.Read(image.Volume, z, y, x);
                return $"{layer.Name}: {(value is not { } known ? "…" : float.IsNaN(known) ? "not a number" : Lengths.Number(known))}";
            default:
                return "";
        }
    }

    private string Running(SceneRenderer renderer)
    {
        var running = bench.Services.Jobs.Jobs.Where(job => job.State == JobState.Running).ToList();
        if (running.Count > 0)
        {
            var job = running[0];
            var fraction = job.Progress.Fraction > 0 ? $" {job.Progress.Fraction * 100:0} %" : "";
            var more = running.Count > 1 ? $" and {running.Count - 1} more" : "";
            return $"{job.Title}{fraction}{(job.Progress.Status.Length > 0 ? $": {job.Progress.Status}" : "")}{more}";
        }
        return renderer.IsComplete ? "" : $"Preparing the views {renderer.Progress * 100:0} %";
    }
}
