using System.Runtime.InteropServices;

namespace VolumeViewer.Host.Panels;

/// <summary>How large the interface should be on this screen. The one place that asks the system.</summary>
internal static partial class DisplayScale
{
    private const float WindowsBaseDpi = 96;

    /// <summary>Pixels of one unit of the design, in quarters; the user can change it in the menu.</summary>
    public static float Suggested()
    {
        if (OperatingSystem.IsWindows())
            return Rounded(GetDpiForSystem() / WindowsBaseDpi);
        // On macOS the framebuffer is finer than the window, and sizes in the window stay as they are.
        if (OperatingSystem.IsMacOS())
            return 1;
        return float.TryParse(Environment.GetEnvironmentVariable("GDK_SCALE"), out var desktop) ? Rounded(desktop) : 1;
    }

    private static float Rounded(float scale) => Math.Clamp(MathF.Round(scale * 4) / 4, 1, 3);

    [LibraryImport("user32.dll")]
    private static partial uint GetDpiForSystem();
}
