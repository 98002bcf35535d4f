using VolumeViewer.Host.Panels;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>A test that opens a window; skipped where there is no display.</summary>
public sealed class DisplayFactAttribute : FactAttribute
{
    public DisplayFactAttribute()
    {
        if (!MainWindow.HasDisplay)
            Skip = "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Run the tests under Xvfb.";
    }
}
