using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The tools for points. What they do in the views is done by <see cref="PointsOverlay"/>, which also shows what is selected without them.</summary>
internal static class PointsTools
{
    /// <summary>A click adds a point.</summary>
    public static ToolEntry Add { get; } = new("points.add", "Add points", ToolGroup.Points, pen =>
    {
        pen.Dot(-3, 3, 3);
        pen.Line(4, -8, 4, 0);
        pen.Line(0, -4, 8, -4);
    }, "a click puts a point there, on slices and on what is seen in 3-D; a point that is there is selected and dragged", "Shift+P")
    {
        Options = OptionsOf,
    };

    /// <summary>Clicks and rectangles select points.</summary>
    public static ToolEntry Select { get; } = new("points.select", "Select points", ToolGroup.Points, pen =>
    {
        pen.Dot(-1, 0, 3);
        pen.Line(-8, -4, -8, -8, -4, -8);
        pen.Line(4, -8, 8, -8, 8, -4);
        pen.Line(8, 4, 8, 8, 4, 8);
        pen.Line(-4, 8, -8, 8, -8, 4);
    }, "a click selects a point, with Shift one more; a drag moves the selected ones, or draws a rectangle around those to select (in 3-D with Shift)", "S")
    {
        Options = OptionsOf,
    };

    /// <summary>The names of the signs, in their order.</summary>
    public static IReadOnlyList<(PointSymbol Symbol, string Name)> Symbols { get; } =
        [(PointSymbol.Ball, "Ball"), (PointSymbol.Ring, "Ring"), (PointSymbol.Square, "Square"), (PointSymbol.Diamond, "Diamond"), (PointSymbol.Cross, "Cross")];

    private static IEnumerable<ToolOption> OptionsOf(Workbench bench)
    {
        if (bench.Points.Target is not { } layer)
            yield break;
        yield return new ToolOption("Sign", 110, width =>
        {
            ImGui.SetNextItemWidth(width);
            if (LookControls.Choose("##symbol", layer.Symbol, Symbols) is { } symbol)
                layer.Symbol = symbol;
            Ui.Tooltip("What each point is drawn as");
        });
        yield return new ToolOption("Size", 130, _ =>
        {
            MeshControls.Size(layer);
            Ui.Tooltip("Diameter of the points");
        });
        if (!layer.Values.IsEmpty)
            yield break;
        yield return new ToolOption("Colour", 30, _ =>
        {
            var color = Theme.Of(layer.Color);
            var opaque = new Vector3(color.X, color.Y, color.Z);
            if (ImGui.ColorEdit3("##color", ref opaque, ImGuiColorEditFlags.NoInputs))
                layer.Color = Theme.ToRgba(new Vector4(opaque, color.W));
            Ui.Tooltip("Colour of the points");
        });
    }
}
