using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>How the selected layer is shown.</summary>
internal sealed class LayerControlsPanel(Workbench bench)
{
    private readonly LabelsControls _labels = new(bench);
    private readonly StaleNotice _stale = new(bench);
    private readonly MeshControls _meshes = new();
    private readonly VoxelSizeEditor _voxelSize = new(bench);

    /// <summary>The controls of images.</summary>
    public ImageControls Images { get; } = new(bench);

    public void Draw(Vector2 size)
    {
        ImGui.BeginChild("controls", size);
        switch (bench.Viewer.SelectedLayer)
        {
            case ImageLayer image:
                Heading(image);
                Images.Draw(image);
                break;
            case LabelsLayer labels:
                Heading(labels);
                _labels.Draw(labels);
                break;
            case SurfaceLayer surface:
                Heading(surface);
                LookControls.Opacity(surface, Theme.Px(92));
                _meshes.Draw(surface);
                break;
            case PointsLayer points:
                Heading(points);
                LookControls.Opacity(points, Theme.Px(92));
                MeshControls.Draw(points);
                break;
            default:
                Ui.Muted("Select a layer to see its controls.");
                break;
        }
        _voxelSize.Draw(bench.Viewer.SelectedLayer);
        ImGui.EndChild();
    }

    private void Heading(Layer layer)
    {
        ImGui.PushFont(Fonts.Strong);
        Ui.Elided(layer.Name, ImGui.GetContentRegionAvail().X, Theme.Text);
        ImGui.PopFont();
        ImGui.Dummy(new Vector2(0, Theme.Px(2)));
        _stale.Draw(layer);
    }
}
