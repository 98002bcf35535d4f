using System.Diagnostics;

namespace VolumeViewer.Host.Panels;

/// <summary>Opens files and folders in whatever program the system has for them.</summary>
internal static class OutsidePrograms
{
    /// <summary>Opens a file or folder.</summary>
    /// <returns>Whether there is a program for it.</returns>
    public static bool TryOpen(string path)
    {
        try
        {
            Process.Start(new ProcessStartInfo(path) { UseShellExecute = true })?.Dispose();
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
