namespace VolumeViewer.Host.Tests.Panels;

/// <summary>A test that opens a window; skipped where there is no display.</summary>
public sealed class DisplayFactAttribute : FactAttribute
{
    public DisplayFactAttribute()
    {
        if (OperatingSystem.IsLinux() && IsUnset("DISPLAY") && IsUnset("WAYLAND_DISPLAY"))
            Skip = "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Run the tests under Xvfb.";
    }

    private static bool IsUnset(string variable) => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
