namespace VolumeViewer.Host.Commands;

/// <summary>Figures and animations.</summary>
internal static class ExportCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        new("figure.export", "Figure…", target => target.Bench.Export.ShowFigure = !target.Bench.Export.ShowFigure, "Ctrl+Shift+F") { IsOn = target => target.Bench.Export.ShowFigure },
        new("figure.screenshot-views", "Screenshot of the views", target => target.Bench.Export.ScreenshotOfViews(), "Alt+Shift+S") { IsEnabled = target => target.Viewer.Layers.Count > 0 },
        new("animation.show", "Animation…", target => target.Bench.Export.ShowAnimation = !target.Bench.Export.ShowAnimation, "Ctrl+Shift+M") { IsOn = target => target.Bench.Export.ShowAnimation },
        new("animation.add-frame", "Add a key frame", target => target.Bench.Export.AddFrame()) { IsEnabled = target => target.Viewer.Layers.Count > 0 },
        new("animation.play", "Play the animation", target => target.Bench.Export.Play()) { IsEnabled = target => target.Viewer.Layers.Count > 0 },
    ];
}
