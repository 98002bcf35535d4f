using System.Diagnostics;
using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Moves and clicks the mouse in a window: for real where xdotool is there, else by the events that it would have caused.</summary>
internal sealed class Pointer(string windowTitle)
{
    public const int Left = 1, WheelUp = 4, WheelDown = 5;

    private static readonly bool HasTool = OperatingSystem.IsLinux() && !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "xdotool")));

    public void Click(Vector2 place, int button)
    {
        if (HasTool)
        {
            Tool("search", "--onlyvisible", "--name", $"^{windowTitle}$", "mousemove", "--window", "%1", $"{place.X:0}", $"{place.Y:0}", "click", $"{button}");
            return;
        }
        var io = ImGui.GetIO();
        io.AddMousePosEvent(place.X, place.Y);
        if (button is WheelUp or WheelDown)
        {
            io.AddMouseWheelEvent(0, button == WheelUp ? 1 : -1);
            return;
        }
        io.AddMouseButtonEvent(0, true);
        io.AddMouseButtonEvent(0, false);
    }

    private static void Tool(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("xdotool", arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        if (!process.WaitForExit(10_000) || process.ExitCode != 0)
            throw new InvalidOperationException($"xdotool failed: {errors}");
    }
}
