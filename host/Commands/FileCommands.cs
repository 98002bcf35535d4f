using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Commands;

/// <summary>Files, and the program itself.</summary>
internal static class FileCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        new("file.open", "Open…", target => FileDialogs.OpenVolumes(target.Bench), "Ctrl+O"),
        new("file.open-stack", "Open files as one stack…", target => FileDialogs.OpenStack(target.Bench)),
        new("file.open-with", "Open with a reader of your choice…", target => FileDialogs.OpenWith(target.Bench)),
        new("file.save-surface-text", "Save the surface as text (STL, PLY)…", target => FileDialogs.SaveSurfaceText(target.Bench)) { IsEnabled = target => target.Viewer.SelectedLayer is SurfaceLayer },
        new("file.save-layer", "Save layer as…", target => FileDialogs.SaveLayer(target.Bench), "Ctrl+Shift+S") { IsEnabled = target => target.Viewer.SelectedLayer is not null },
        new("file.screenshot", "Screenshot", target => target.Bench.ScreenshotPath = FileDialogs.DefaultScreenshotPath(), "Alt+S"),
        new("file.screenshot-as", "Screenshot as…", target => FileDialogs.SaveScreenshot(target.Bench)),
        new("file.settings", "Open the settings file", OpenSettings, "Ctrl+,"),
        new("file.quit", "Quit", target => target.Shell.WantsToQuit = true, "Ctrl+Q"),
    ];

    // In whatever program the system has for such files; the path is told, since there may be none.
    private static void OpenSettings(CommandTarget target)
    {
        var (file, notices) = (target.Bench.Services.Settings, target.Bench.Notices);
        try
        {
            file.WriteIfMissing();
            var isOpen = target.Bench.OpenOutside(file.Path);
            notices.Tell($"{(isOpen ? "" : "No program here opens such files by itself. ")}The settings are in {file.Path}; what you save there holds at once.");
        }
        catch (UserException problem)
        {
            notices.Fail(problem.Message);
        }
    }
}
