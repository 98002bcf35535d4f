using VolumeViewer.Host.Commands;

namespace VolumeViewer.Host.Panels;

/// <summary>Every tool, in the order of the bar. A new one is a line here; command, key, icon, options and what it does in the views come with it.</summary>
internal static class ToolTable
{
    /// <summary>No tool: the views have the pointer.</summary>
    public static ToolEntry Navigate { get; } = new("paint.navigate", "Navigate", ToolGroup.Navigate, ToolSigns.Navigate, "the left button moves the crosshair, and turns the 3-D view", "N", "Z");

    /// <summary>Paints where the pointer goes.</summary>
    public static ToolEntry Brush { get; } = new("paint.brush", "Brush", ToolGroup.Paint, ToolSigns.Brush,
        "the left button paints labels, on slices and on surfaces in 3-D; with Ctrl it erases, with Alt it draws a straight line from the last place", "B", "P")
    {
        Overlay = tools => new BrushOverlay(tools),
        Options = PaintStrip.Brush,
        Paints = true,
        UsesPhase = true,
    };

    /// <summary>Erases where the pointer goes.</summary>
    public static ToolEntry Eraser { get; } = new("paint.eraser", "Eraser", ToolGroup.Paint, ToolSigns.Eraser, "the left button makes voxels unlabelled, or gives them the background", "E")
    {
        Overlay = tools => new BrushOverlay(tools),
        Options = PaintStrip.Eraser,
        Paints = true,
    };

    /// <summary>Takes the label under a click.</summary>
    public static ToolEntry Pick { get; } = new("paint.pick", "Pick", ToolGroup.Paint, ToolSigns.Pick, "a click takes the phase under the pointer", "L")
    {
        Overlay = tools => new PickOverlay(tools),
        Options = PaintStrip.Pick,
        Paints = true,
        UsesPhase = true,
    };

    private static readonly ToolEntry Fill = new("paint.fill", "Fill", ToolGroup.Fill, ToolSigns.Fill, "a click gives the phase to the whole region of the label under the pointer; with Ctrl it erases it", "F")
    {
        Overlay = tools => new FillOverlay(tools),
        Options = PaintStrip.Fill,
        Paints = true,
        UsesPhase = true,
    };

    private static readonly ToolEntry Wand = new("paint.wand", "Wand", ToolGroup.Fill, ToolSigns.Wand, "grows a region of like greys from a place; dragging to the right lets them differ more", "W")
    {
        Overlay = tools => new WandOverlay(tools),
        Options = PaintStrip.Wand,
        Paints = true,
        UsesPhase = true,
    };

    private static readonly ToolEntry Polygon = new("paint.polygon", "Polygon", ToolGroup.Outline, ToolSigns.Polygon,
        "clicks make corners; Enter or a double click labels the inside, with Ctrl it erases it; Backspace takes a corner away, Escape all", "G")
    {
        Overlay = tools => new OutlineOverlay(tools, isLasso: false),
        Options = PaintStrip.Outline,
        Paints = true,
        UsesPhase = true,
    };

    private static readonly ToolEntry Lasso = new("paint.lasso", "Lasso", ToolGroup.Outline, ToolSigns.Lasso, "labels the inside of an outline that is drawn with the left button; with Ctrl it erases it", "O")
    {
        Overlay = tools => new OutlineOverlay(tools, isLasso: true),
        Options = PaintStrip.Outline,
        Paints = true,
        UsesPhase = true,
    };

    /// <summary>Puts the oblique slice through three points.</summary>
    public static ToolEntry PlaneThroughPoints { get; } = new("oblique.three-points", "Plane through three points", ToolGroup.Navigate, pen =>
    {
        pen.Closed(-7, 2, 3, -7, 7, 0, -2, 7);
        pen.Dot(-7, 2, 2);
        pen.Dot(3, -7, 2);
        pen.Dot(-2, 7, 2);
    }, "click three points in slices or in 3-D; the oblique slice goes through them")
    {
        Overlay = tools => new ThreePoints(tools),
    };

    /// <summary>All of them. Those of one group stand one after the other.</summary>
    public static IReadOnlyList<ToolEntry> All { get; } =
    [
        Navigate,
        PlaneThroughPoints,
        Brush,
        Eraser,
        Pick,
        Fill,
        Wand,
        Polygon,
        Lasso,
        .. MeasureTools.All,
        NoteTool.Entry,
        PointsTools.Add,
        PointsTools.Select,
    ];

    /// <summary>The commands that take them.</summary>
    public static IEnumerable<AppCommand> Commands => All.Select(tool => tool.Command);

    /// <exception cref="KeyNotFoundException">There is no such tool.</exception>
    public static ToolEntry Find(string id) => All.FirstOrDefault(tool => tool.Id == id) ?? throw new KeyNotFoundException($"There is no tool '{id}'.");
}
