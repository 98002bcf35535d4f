using VolumeViewer.Host.Commands;

namespace VolumeViewer.Host.Panels;

/// <summary>Every tool, in the order of the bar. A new one is a line here; command, key, icon, options and what it does in the views come with it.</summary>
internal static class ToolTable
{
    /// <summary>No tool: the views have the pointer.</summary>
    public static ToolEntry Navigate { get; } = new("paint.navigate", "Navigate", ToolGroup.Navigate, ToolSigns.Navigate, "the left button moves the crosshair", "N", "Z");

    /// <summary>Tools that change labels.</summary>
    public static ToolEntry Brush { get; } = new("paint.brush", "Brush", ToolGroup.Paint, ToolSigns.Brush, "the left button paints labels", "B", "P")
    {
        Overlay = tools => new BrushOverlay(tools),
        Options = PaintStrip.Options,
        Paints = true,
        UsesPhase = true,
    };

    /// <inheritdoc cref="Brush"/>
    public static ToolEntry Eraser { get; } = new("paint.eraser", "Eraser", ToolGroup.Paint, ToolSigns.Eraser, "the left button makes voxels unlabelled", "E")
    {
        Overlay = tools => new BrushOverlay(tools),
        Options = PaintStrip.Options,
        Paints = true,
    };

    /// <summary>All of them. Those of one group stand one after the other.</summary>
    public static IReadOnlyList<ToolEntry> All { get; } =
    [
        Navigate,
        Brush,
        Eraser,
    ];

    /// <summary>The commands that take them.</summary>
    public static IEnumerable<AppCommand> Commands => All.Select(tool => tool.Command);
}
