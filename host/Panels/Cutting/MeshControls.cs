using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>How a surface or points are shown.</summary>
internal sealed class MeshControls
{
    private (SurfaceMesh Mesh, double Area, double Volume)? _facts;

    private static float Column => Theme.Px(92);

    public void Draw(SurfaceLayer layer)
    {
        if (layer.Mesh.ValueRange() is { } range)
            Values(layer.Colormap, layer.ContrastLimits, range, colormap => layer.Colormap = colormap, limits => layer.ContrastLimits = limits);
        else if (Color(layer.Color) is { } color)
            layer.Color = color;
        if (!ReferenceEquals(_facts?.Mesh, layer.Mesh))
            _facts = (layer.Mesh, layer.Mesh.Area, layer.Mesh.Volume);
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        var unit = layer.Spacing.Unit;
        Fact("Triangles", $"{layer.Mesh.TriangleCount:N0}");
        Fact("Area", $"{Lengths.Number(_facts!.Value.Area)} {unit}²");
        Fact("Volume", $"{Lengths.Number(_facts.Value.Volume)} {unit}³", "Inside of the surface; right where it is closed");
    }

    public static void Draw(PointsLayer layer)
    {
        if (!layer.Values.IsEmpty)
            Values(layer.Colormap, layer.ContrastLimits, (layer.Values.Min(), layer.Values.Max()), colormap => layer.Colormap = colormap, limits => layer.ContrastLimits = limits);
        else if (Color(layer.Color) is { } color)
            layer.Color = color;
        Ui.Label("Sign", Column, "What each point is drawn as; in 3-D all but balls face the eye");
        if (LookControls.Choose("##symbol", layer.Symbol, PointsTools.Symbols) is { } symbol)
            layer.Symbol = symbol;
        Ui.Label("Diameter", Column, "Of the balls or signs");
        Size(layer);
        Fact("Points", $"{layer.Positions.Length:N0}");
    }

    /// <summary>The slider for the diameter of points.</summary>
    public static void Size(PointsLayer layer)
    {
        var size = layer.Size;
        var finest = (float)layer.Spacing.Finest;
        if (ImGui.SliderFloat("##size", ref size, finest / 2, finest * 100, $"%.4g {layer.Spacing.Unit}", ImGuiSliderFlags.Logarithmic | ImGuiSliderFlags.AlwaysClamp | ImGuiSliderFlags.NoRoundToFormat))
            layer.Size = size;
    }

    private static void Fact(string name, string value, string help = "")
    {
        Ui.Label(name, Column, help);
        Ui.Elided(value, ImGui.GetContentRegionAvail().X, Theme.Text);
    }

    private static Rgba? Color(Rgba color)
    {
        Ui.Label("Colour", Column);
        var chosen = Theme.Of(color);
        return ImGui.ColorEdit4("##colour", ref chosen, ImGuiColorEditFlags.NoInputs | ImGuiColorEditFlags.AlphaBar) ? Theme.ToRgba(chosen) : null;
    }

    private static void Values(Colormap colormap, ContrastLimits limits, (float Low, float High) range, Action<Colormap> setColormap, Action<ContrastLimits> setLimits)
    {
        Ui.Label("Colormap", Column, "Colours of the values");
        if (ColormapStrip.Combo("##colormap", colormap, Colormap.BuiltIn) is { } chosen)
            setColormap(chosen);
        var (low, high) = (limits.Low, limits.High);
        var speed = Math.Max(1e-6f, (range.High - range.Low) / 300);
        Ui.Label("Values", Column, "Those that the first and the last colour stand for");
        if (ImGui.DragFloatRange2("##values", ref low, ref high, speed, range.Low, range.High, "%.4g", "%.4g") && low < high)
            setLimits(new ContrastLimits(low, high));
    }
}
