using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The tools that measure, in the order of the bar.</summary>
internal static class MeasureTools
{
    public static IReadOnlyList<ToolEntry> All { get; } =
    [
        Of(MeasurementKind.Ruler, "Ruler", "the distance of two points, in a slice or in 3-D; Shift keeps it to steps of 45°", pen =>
        {
            pen.Closed(-8, 2.5f, 2.5f, -8, 8, -2.5f, -2.5f, 8);
            pen.Line(-4.6f, -0.8f, -2.4f, 1.4f);
            pen.Line(-1.4f, -4, 0.8f, -1.8f);
        }, "M"),
        Of(MeasurementKind.Angle, "Angle", "three clicks: an end, the corner, the other end", pen =>
        {
            pen.Line(6, -7, -6, 6, 8, 6);
            pen.Curve(0.5f, -1, 3, 1, 3.5f, 4, 3.4f, 6);
        }, "Shift+A"),
        Of(MeasurementKind.Profile, "Line profile", "grey values and phases along a line, with a plot", pen =>
        {
            pen.Line(-8, 7, 8, 7);
            pen.Line(-8, 3, -4, 1, -2, -6, 1, -6, 3, 2, 8, 0);
        }, "Shift+M"),
        Of(MeasurementKind.Path, "Path", "length through any number of clicks; a double click or Enter ends it", pen =>
        {
            pen.Line(-7, 5, -3, -4, 2, 3, 7, -5);
            pen.Dot(-7, 5, 1.8f);
            pen.Dot(-3, -4, 1.8f);
            pen.Dot(2, 3, 1.8f);
            pen.Dot(7, -5, 1.8f);
        }, "Shift+L"),
        Of(MeasurementKind.Rectangle, "Rectangle", "area, grey values and phases in a rectangle; Shift makes it a square", pen =>
        {
            pen.Closed(-7, -5, 7, -5, 7, 5, -7, 5);
            pen.Filled(-1.2f, -1.2f, 1.2f, 1.2f);
        }, "Shift+R"),
        Of(MeasurementKind.Ellipse, "Ellipse", "area, grey values and phases in an ellipse; Shift makes it a circle", pen =>
        {
            pen.Curve(-7.5f, 0, -7.5f, -6.5f, 7.5f, -6.5f, 7.5f, 0);
            pen.Curve(-7.5f, 0, -7.5f, 6.5f, 7.5f, 6.5f, 7.5f, 0);
            pen.Filled(-1.2f, -1.2f, 1.2f, 1.2f);
        }, "Shift+E"),
        Of(MeasurementKind.Box, "Box", "volume, grey values and phases in a box; draw it in one slice, and give it its depth by the handles in another", pen =>
        {
            pen.Closed(-7, -3, 3, -3, 3, 7, -7, 7);
            pen.Line(-7, -3, -3, -7, 7, -7, 7, 3, 3, 7);
            pen.Line(3, -3, 7, -7);
        }, "Shift+B"),
    ];

    /// <summary>The tool of a kind.</summary>
    public static ToolEntry Find(MeasurementKind kind) => All.First(tool => tool.Id == IdOf(kind));

    private static string IdOf(MeasurementKind kind) => $"measure.{kind.ToString().ToLowerInvariant()}";

    private static ToolEntry Of(MeasurementKind kind, string title, string help, Action<IconPen> sign, string key) =>
        new(IdOf(kind), title, ToolGroup.Measure, sign, help, key)
        {
            Overlay = tools => new MeasureTool(tools, kind),
            Options = kind == MeasurementKind.Profile ? ProfileOptions : _ => [],
        };

    private static IEnumerable<ToolOption> ProfileOptions(Workbench bench) =>
    [
        new ToolOption("Width", 110, width =>
        {
            ImGui.SetNextItemWidth(width);
            var wide = bench.Measures.ProfileWidth;
            if (ImGui.SliderInt("##profile width", ref wide, 1, 51, wide == 1 ? "1 voxel wide" : "%d voxels wide", ImGuiSliderFlags.AlwaysClamp))
                bench.Measures.ProfileWidth = wide;
            Ui.Tooltip("Values are averaged over so many voxels across the line");
        }),
    ];
}
