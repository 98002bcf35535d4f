using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>How the selected layer is shown.</summary>
internal sealed class LayerControlsPanel(Workbench bench)
{
    private static readonly string[] Modes = ["Maximum intensity", "Translucent", "Isosurface"];

    private readonly HistogramEditor _histogram = new();
    private readonly OpacityCurveEditor _curve = new();
    private readonly PhaseTableEditor _phases = new(bench);
    private readonly StaleNotice _stale = new(bench);
    private readonly MeshControls _meshes = new();
    private IReadOnlyList<Colormap>? _colormaps;

    private static float Column => Theme.Px(92);

    public void Draw(Vector2 size)
    {
        ImGui.BeginChild("controls", size);
        switch (bench.Viewer.SelectedLayer)
        {
            case ImageLayer image:
                Heading(image);
                Image(image);
                break;
            case LabelsLayer labels:
                Heading(labels);
                Opacity(labels);
                ImGui.Dummy(new Vector2(0, Theme.Px(4)));
                _phases.Draw(labels);
                break;
            case SurfaceLayer surface:
                Heading(surface);
                Opacity(surface);
                _meshes.Draw(surface);
                break;
            case PointsLayer points:
                Heading(points);
                Opacity(points);
                MeshControls.Draw(points);
                break;
            default:
                Ui.Muted("Select a layer to see its controls.");
                break;
        }
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

    private static void Opacity(Layer layer)
    {
        Ui.Label("Opacity", Column);
        var percent = MathF.Round(layer.Opacity * 100);
        if (ImGui.SliderFloat("##opacity", ref percent, 0, 100, "%.0f %%", ImGuiSliderFlags.AlwaysClamp))
            layer.Opacity = percent / 100;
    }

    private void Image(ImageLayer layer)
    {
        Opacity(layer);
        Ui.Label("Colormap", Column);
        if (ColormapStrip.Combo("##colormap", layer.Colormap, Colormaps()) is { } colormap)
            layer.Colormap = colormap;

        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        _histogram.Draw(layer);

        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        Ui.Label("3-D", Column, "How the layer is drawn in the 3-D view");
        var mode = (int)layer.RenderMode;
        if (ImGui.Combo("##mode", ref mode, Modes, Modes.Length))
            layer.RenderMode = (ImageRenderMode)mode;
        if (layer.RenderMode == ImageRenderMode.Isosurface)
            Isovalue(layer);
        else if (layer.RenderMode == ImageRenderMode.Translucent)
            _curve.Draw(layer);

        Ui.Label("Interpolate", Column, "Smooth between voxels; otherwise each voxel is a block");
        var interpolate = layer.Interpolate;
        if (ImGui.Checkbox("##interpolate", ref interpolate))
            layer.Interpolate = interpolate;
    }

    private static void Isovalue(ImageLayer layer)
    {
        Ui.Label("Isovalue", Column, "The grey value of the surface");
        var value = layer.Isovalue;
        var statistics = layer.Statistics;
        if (statistics.Maximum > statistics.Minimum
            && ImGui.SliderFloat("##isovalue", ref value, statistics.Minimum, statistics.Maximum, "%.5g", ImGuiSliderFlags.NoRoundToFormat))
            layer.Isovalue = value;
    }

    // The built-in ones at once; those of plugins when their plugins are loaded, which may take a while.
    private IReadOnlyList<Colormap> Colormaps()
    {
        if (_colormaps is null)
        {
            _colormaps = Colormap.BuiltIn;
            if (bench.Services.Plugins.Listed<Colormap>().Count > 0)
                _ = Task.Run(LoadColormaps);
        }
        return _colormaps;
    }

    private void LoadColormaps()
    {
        var all = bench.Services.Plugins.All<Colormap>();
        bench.Services.MainThread.Post(() => _colormaps = all);
    }
}
