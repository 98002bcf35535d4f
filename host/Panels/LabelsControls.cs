using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>How a labels layer is shown.</summary>
internal sealed class LabelsControls(Workbench bench)
{
    private const int MostSlidden = 12;

    private readonly PhaseTableEditor _phases = new(bench);

    private static float Column => LookControls.Column;

    public void Draw(LabelsLayer layer)
    {
        LookControls.Opacity(layer, Column);
        LookControls.Blending(layer, Column);
        LookControls.Occlusion(bench.Viewer, Column);
        Ui.Label("Outlines", Column, bench.Keys.Hint("layer.outlines", "Width of the phases' outlines in slices; 0 fills the phases"));
        var width = layer.ContourWidth;
        if (ImGui.SliderInt("##outlines", ref width, 0, Math.Max(MostSlidden, layer.ContourWidth), width == 0 ? "filled" : "%d px", ImGuiSliderFlags.AlwaysClamp))
            layer.ContourWidth = width;
        Ui.Label("Unlabelled", Column, "Slices mark voxels that belong to no phase with a thin hatch");
        var isMarked = layer.ShowsUnlabelled;
        if (ImGui.Checkbox("hatched##unlabelled", ref isMarked))
            layer.ShowsUnlabelled = isMarked;
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        _phases.Draw(layer);
    }
}
