using System.Diagnostics;

namespace Benchmarks;

/// <summary>How to start a script of the folder Peers, which measures other programs.</summary>
internal static class PeerScript
{
    private const string VirtualDisplay = "/usr/bin/xvfb-run";

    /// <summary>The interpreter: Debian's own, for which its packages are installed, wherever there is one.</summary>
    internal static string Python => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>A script and its arguments, with its output to be read.</summary>
    internal static ProcessStartInfo With(string script, params string[] arguments) => Start([Python, Path.Combine(AppContext.BaseDirectory, "Peers", script), .. arguments]);

    /// <summary>The same for a script that draws: with an X server for the time it runs, where there is none and one can be had.</summary>
    internal static ProcessStartInfo WithDisplay(string script, params string[] arguments)
    {
        var plain = With(script, arguments);
        var needsDisplay = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")) && File.Exists(VirtualDisplay);
        return needsDisplay ? Start([VirtualDisplay, "-a", plain.FileName, .. plain.ArgumentList]) : plain;
    }

    private static ProcessStartInfo Start(string[] command) => new(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
}
