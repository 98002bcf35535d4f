using System.Diagnostics;
using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Moves and clicks the mouse and presses keys in a window: for real where xdotool is there, else by the events that it would have caused.</summary>
internal sealed class Pointer(string windowTitle)
{
    public const int Left = 1, MiddleButton = 2, Right = 3, WheelUp = 4, WheelDown = 5;

    // The name of a project and the mark of changes stand before it, and change while a test runs.
    private readonly string _title = windowTitle[(windowTitle.LastIndexOf('—') + 1)..].TrimStart();

    private static readonly bool HasTool = OperatingSystem.IsLinux() && !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "xdotool")));

    public void Click(Vector2 place, int button)
    {
        if (HasTool)
        {
            Tool("search", "--onlyvisible", "--name", $"{_title}$", "mousemove", "--window", "%1", $"{place.X:0}", $"{place.Y:0}", "click", $"{button}");
            return;
        }
        var io = ImGui.GetIO();
        io.AddMousePosEvent(place.X, place.Y);
        if (button is WheelUp or WheelDown)
        {
            io.AddMouseWheelEvent(0, button == WheelUp ? 1 : -1);
            return;
        }
        io.AddMouseButtonEvent(OfImGui(button), true);
        io.AddMouseButtonEvent(OfImGui(button), false);
    }

    /// <summary>Moves the mouse with a button pressed, released or as it is.</summary>
    public void Drag(Vector2 place, bool? isDown = null, int which = Left)
    {
        if (HasTool)
        {
            string[] button = isDown is { } down ? [down ? "mousedown" : "mouseup", $"{which}"] : [];
            Tool(["search", "--onlyvisible", "--name", $"{_title}$", "mousemove", "--window", "%1", $"{place.X:0}", $"{place.Y:0}", .. button]);
            return;
        }
        ImGui.GetIO().AddMousePosEvent(place.X, place.Y);
        if (isDown is { } pressed)
            ImGui.GetIO().AddMouseButtonEvent(OfImGui(which), pressed);
    }

    /// <summary>Presses keys such as Ctrl+Shift+P.</summary>
    public void Press(string keys)
    {
        var chord = KeyChord.Parse(keys);
        if (HasTool)
        {
            var words = keys.Split('+');
            // The names of X11: modifiers and letters are small, and Enter is Return.
            var key = words[^1] == "Enter" ? "Return" : words[^1] == "Backspace" ? "BackSpace" : words[^1].Length == 1 ? words[^1].ToLowerInvariant() : words[^1];
            var name = string.Join('+', [.. words[..^1].Select(word => word.ToLowerInvariant()), key]);
            Tool("search", "--onlyvisible", "--name", $"{_title}$", "windowfocus", "%1", "key", name);
            return;
        }
        var io = ImGui.GetIO();
        (ImGuiKey Key, bool IsHeld)[] held = [(ImGuiKey.ModCtrl, chord.Ctrl), (ImGuiKey.ModShift, chord.Shift), (ImGuiKey.ModAlt, chord.Alt), (chord.Key, true)];
        foreach (var (key, _) in held.Where(each => each.IsHeld))
            io.AddKeyEvent(key, true);
        foreach (var (key, _) in held.Where(each => each.IsHeld).Reverse())
            io.AddKeyEvent(key, false);
    }

    /// <summary>Types a text.</summary>
    public void Type(string text)
    {
        if (HasTool)
            Tool("search", "--onlyvisible", "--name", $"{_title}$", "windowfocus", "%1", "type", text);
        else
            ImGui.GetIO().AddInputCharactersUTF8(text);
    }

    // Buttons count from 1 in X11, with the middle one second.
    private static int OfImGui(int button) => button switch { Right => 1, MiddleButton => 2, _ => 0 };

    private static void Tool(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("xdotool", arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        if (!process.WaitForExit(10_000) || process.ExitCode != 0)
            throw new InvalidOperationException($"xdotool failed: {errors}");
    }
}
