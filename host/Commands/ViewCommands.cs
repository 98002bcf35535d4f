using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Commands;

/// <summary>How the scene and the window are looked at.</summary>
internal static class ViewCommands
{
    private static readonly double[] Scales = [1, 1.25, 1.5, 2];

    /// <summary>The layouts, in the order of the menu.</summary>
    public static IReadOnlyList<(ViewLayout Layout, AppCommand Command)> Layouts { get; } =
    [
        (ViewLayout.FourUp, Layout("view.four-up", "Four views", ViewLayout.FourUp, "1")),
        (ViewLayout.Volume, Layout("view.volume", "3-D", ViewLayout.Volume, "2")),
        (ViewLayout.SliceZ, Layout("view.slice-z", "Slice across z", ViewLayout.SliceZ, "3")),
        (ViewLayout.SliceY, Layout("view.slice-y", "Slice across y", ViewLayout.SliceY, "4")),
        (ViewLayout.SliceX, Layout("view.slice-x", "Slice across x", ViewLayout.SliceX, "5")),
        (ViewLayout.Oblique, Layout("view.oblique", "Oblique slice", ViewLayout.Oblique, "6")),
    ];

    /// <summary>The sizes of text.</summary>
    public static IReadOnlyList<AppCommand> TextSizes { get; } =
    [
        .. Scales.Select(scale => new AppCommand($"view.text-{scale * 100:0}", $"Size of text: {scale * 100:0} %", target => target.Bench.Change(settings => settings with { TextScale = scale }))
        {
            IsOn = target => Math.Abs(target.Shell.Scale - scale) < 0.01,
        }),
    ];

    /// <summary>What draws the 3-D view.</summary>
    public static IReadOnlyList<AppCommand> Renderers { get; } =
    [
        Renderer("view.renderer-auto", "Draw 3-D with what suits the machine", RendererChoice.Auto),
        Renderer("view.renderer-gl", "Draw 3-D with OpenGL", RendererChoice.Gl),
        Renderer("view.renderer-cpu", "Draw 3-D with the processor's cores", RendererChoice.Cpu),
    ];

    public static IReadOnlyList<AppCommand> All { get; } =
    [
        .. Layouts.Select(pair => pair.Command),
        new("view.show-all", "Show all of the scene", target => ShellState.ResetViews(target.Bench, target.Views), "Home", "R"),
        new("view.crosshair", "Crosshair", target => target.Views.ShowCrosshair = !target.Views.ShowCrosshair) { IsOn = target => target.Views.ShowCrosshair },
        new("view.scale", "Scale bars and axes", target => target.Views.ShowScale = !target.Views.ShowScale) { IsOn = target => target.Views.ShowScale },
        new("view.color-bar", "Bar of colours", target => target.Views.ShowColorBar = !target.Views.ShowColorBar) { IsOn = target => target.Views.ShowColorBar },
        new("view.parallel", "Parallel projection", target => target.Viewer.Camera.Orthographic = !target.Viewer.Camera.Orthographic) { IsOn = target => target.Viewer.Camera.Orthographic },
        Step("view.next-slice", "Next slice", 1, "Down", "Right"),
        Step("view.previous-slice", "Previous slice", -1, "Up", "Left"),
        Step("view.ten-on", "Ten slices on", 10, "PageDown"),
        Step("view.ten-back", "Ten slices back", -10, "PageUp"),
        new("view.side-panel", "Side panel", target => target.Shell.ShowSide = !target.Shell.ShowSide) { IsOn = target => target.Shell.ShowSide },
        new("view.jobs", "Show jobs", target => target.Show(SideTab.Jobs)),
        new("view.results", "Show results", target => target.Show(SideTab.Results)),
        new("view.curves", "Show curves", target => target.Show(SideTab.Curves)),
        new("view.history", "History of runs", target => target.Show(SideTab.History)),
        new("view.queue", "Queue of runs", target => target.Bench.Runs.Toggle(RunsTab.Queue), "F7") { IsOn = target => target.Bench.Runs.IsAt(RunsTab.Queue) },
        new("view.runs", "Compare runs", target => target.Bench.Runs.Toggle(RunsTab.Curves), "F8") { IsOn = target => target.Bench.Runs.IsAt(RunsTab.Curves) },
        new("view.close-runs", "Back from the runs to the views", target => target.Bench.Runs.Close()) { IsEnabled = target => target.Bench.Runs.IsOpen },
        new("view.plugins", "Show plugins", target => target.Show(SideTab.Plugins)),
        .. TextSizes,
        .. Renderers,
    ];

    private static AppCommand Renderer(string id, string title, RendererChoice choice) => new(id, title, target =>
    {
        target.Views.Renderer = null;
        target.Bench.Change(settings => settings with { Renderer = choice });
    })
    {
        IsOn = target => (target.Views.Renderer ?? target.Bench.Services.Settings.Current.Renderer) == choice,
    };

    private static AppCommand Layout(string id, string title, ViewLayout layout, string key) =>
        new(id, title, target => target.Viewer.Layout = layout, key) { IsOn = target => target.Viewer.Layout == layout };

    private static AppCommand Step(string id, string title, int slices, params IEnumerable<string> keys) =>
        new(id, title, target => ShellState.Step(target.Bench, target.Views, slices), keys) { Repeats = true };
}
