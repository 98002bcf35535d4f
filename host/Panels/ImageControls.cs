using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>How an image layer is shown.</summary>
internal sealed class ImageControls(Workbench bench)
{
    private static readonly string[] Interpolations = ["Nearest", "Linear", "Cubic in slices"];

    private readonly HistogramEditor _histogram = new(bench);
    private IReadOnlyList<Colormap>? _colormaps;

    /// <summary>The histogram with its handles.</summary>
    public HistogramEditor Histogram => _histogram;

    private static float Column => LookControls.Column;

    public void Draw(ImageLayer layer)
    {
        LookControls.Opacity(layer, Column);
        Colors(layer);

        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        _histogram.Draw(layer);

        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        Ui.Label("3-D", Column, "How the layer is drawn in the 3-D view");
        if (LookControls.Choose("##mode", layer.RenderMode, LookNames.Modes) is { } mode)
            layer.RenderMode = mode;
        if (layer.RenderMode == ImageRenderMode.Isosurface)
        {
            Isovalue(layer);
            LookControls.Occlusion(bench.Viewer, Column);
        }
        else if (layer.RenderMode == ImageRenderMode.AttenuatedMaximum)
            Attenuation(layer);
        Interpolation(layer);
        Unit(layer);
        LookControls.Blending(layer, Column);
    }

    private void Colors(ImageLayer layer)
    {
        Ui.Label("Colormap", Column);
        ImGui.SetNextItemWidth(ImGui.GetContentRegionAvail().X - (2 * (Ui.Height + Theme.Px(4))));
        var shown = Colormaps().Where(colormap => !colormap.IsInverted).ToList();
        if (ColormapStrip.Combo("##colormap", layer.Colormap, shown) is { } chosen)
            layer.Colormap = layer.Colormap.IsInverted ? LookControls.InvertedOf(chosen, Colormaps()) : chosen;
        ImGui.SameLine(0, Theme.Px(4));
        if (Ui.IconButton("invert", Icon.Invert, bench.Keys.Hint("layer.invert-colormap", "Invert the colours"), Ui.Height, layer.Colormap.IsInverted ? Theme.Accent : null))
            layer.Colormap = LookControls.InvertedOf(layer.Colormap, Colormaps());
        ImGui.SameLine(0, Theme.Px(4));
        var isOwn = Rendering.ColorPoints.IsOwn(layer.Colormap);
        var help = isOwn ? "The points stand on the strip of colours: drag them, click them, double-click beside them" : "Points of colour to drag, add and colour on the strip below the histogram";
        if (Ui.SignButton("own colours", pen =>
        {
            pen.Line(-8, 0, 8, 0);
            pen.Dot(-6, 0, 2.5f);
            pen.Dot(1, 0, 2.5f);
            pen.Dot(6, 0, 2.5f);
        }, bench.Keys.Hint("layer.own-colors", help), Ui.Height, isOwn ? Theme.Accent : null))
            layer.Colormap = Rendering.ColorPoints.From(layer.Colormap);
    }

    private static void Unit(ImageLayer layer)
    {
        Ui.Label("Unit", Column, "Of the values; it stands at the bar of colours");
        var unit = layer.ValueUnit;
        if (Ui.InputTextWithHint("##unit", "none", ref unit, 40))
            layer.ValueUnit = unit;
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

    private static void Attenuation(ImageLayer layer)
    {
        Ui.Label("Attenuation", Column, "How fast what lies behind fades, per voxel at the upper contrast limit");
        var value = layer.Attenuation;
        if (ImGui.SliderFloat("##attenuation", ref value, 0, 2, "%.3f", ImGuiSliderFlags.AlwaysClamp | ImGuiSliderFlags.Logarithmic | ImGuiSliderFlags.NoRoundToFormat))
            layer.Attenuation = value;
    }

    private void Interpolation(ImageLayer layer)
    {
        Ui.Label("Interpolation", Column, "Nearest shows each voxel as a block; linear and cubic are smooth between voxels");
        var choice = !layer.Interpolate ? 0 : layer.Cubic ? 2 : 1;
        if (!ImGui.Combo("##interpolation", ref choice, Interpolations, Interpolations.Length))
            return;
        using (bench.History.Step($"Interpolation of '{layer.Name}' to {Interpolations[choice].ToLowerInvariant()}"))
            (layer.Interpolate, layer.Cubic) = (choice > 0, choice == 2);
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
