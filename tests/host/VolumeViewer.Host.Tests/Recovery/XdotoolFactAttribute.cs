using VolumeViewer.Host.Panels;

namespace VolumeViewer.Host.Tests.Recovery;

/// <summary>A test that presses keys in the window of another process; skipped where there is no display or no tool for that.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class XdotoolFactAttribute : FactAttribute
{
    public XdotoolFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !MainWindow.HasDisplay)
            Skip = "There is no X display.";
        else if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "xdotool"))))
            Skip = "There is no xdotool, which presses keys in another program's window.";
    }
}
