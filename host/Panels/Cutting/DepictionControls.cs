using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What of the selected layer the 3-D view shows: all, a plane, or the slices at the crosshair.</summary>
internal sealed class DepictionControls(Workbench bench)
{
    private static readonly string[] Kinds = ["The volume", "A plane through it", "The slices at the crosshair"];

    private Viewer Viewer => bench.Viewer;

    public void Draw()
    {
        if (Viewer.SelectedLayer is not { } layer)
            return;
        Ui.Heading("In 3-D");
        Ui.Label("Show", Theme.Px(92), $"What of '{layer.Name}' the 3-D view shows");
        var kind = (int)layer.Depiction;
        if (ImGui.Combo("##depiction", ref kind, Kinds, Kinds.Length))
            layer.Depiction = (LayerDepiction)kind;
        if (layer.Depiction == LayerDepiction.Plane)
            Plane(layer);
    }

    private void Plane(Layer layer)
    {
        var plane = Depictions.PlaneOf(layer);
        ImGui.AlignTextToFramePadding();
        Ui.Muted("Across");
        ImGui.SameLine(Theme.Px(92));
        foreach (var (id, name, along) in PlaneControls.Directions(Viewer))
        {
            if (ImGui.Button($"{name}##depict"))
                layer.Plane = new DepictedPlane(plane.Point, along, plane.Thickness);
            Ui.Tooltip(bench.Keys.Hint($"depict.{id}", $"Turn the plane across {(id == "view" ? "the line of sight" : id)}"));
            ImGui.SameLine(0, Theme.Px(6));
        }
        ImGui.NewLine();
        PlaneControls.Position(Viewer, plane.Point, plane.Normal, point => layer.Plane = new DepictedPlane(point, plane.Normal, plane.Thickness));
        Ui.Label("Thickness", Theme.Px(92), "0 shows the plane like a slice; more shows a slab of the volume");
        var thickness = plane.Thickness;
        var most = Viewer.Extent.Length() / 2;
        if (ImGui.SliderFloat("##thickness", ref thickness, 0, most, layer.Spacing.IsCalibrated ? "%.4g µm" : "%.4g voxels", ImGuiSliderFlags.AlwaysClamp | ImGuiSliderFlags.NoRoundToFormat))
            layer.Plane = new DepictedPlane(plane.Point, plane.Normal, thickness);
    }
}
