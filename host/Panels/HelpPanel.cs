using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The keys and what the mouse does, and what this program is.</summary>
internal sealed class HelpPanel
{
    private static readonly (string Hand, string Effect)[] Mouse =
    [
        ("Slices: wheel", "Next or previous slice"), ("Ctrl + wheel", "Enlarge at the pointer"),
        ("left button", "Move the crosshair"), ("right button", "Contrast: width and middle"), ("middle, Ctrl or Space + left", "Move the slice"), ("double click", "Show all of it"),
        ("brush: left button", "Paint labels"), ("Ctrl + left", "Erase"), ("Alt + left", "Straight on from the last stroke"), ("Shift + left", "Move the crosshair"),
        ("3-D: left button", "Turn"), ("wheel", "Nearer or farther"), ("middle, right", "Move"), ("Shift + left", "Move"), ("click", "Crosshair to the surface"),
    ];

    public bool ShowKeys { get; set; }

    public bool ShowAbout { get; set; }

    public void Draw(KeyMap keys)
    {
        if (ShowKeys && Begin("Keys and mouse", Theme.Px(800)))
        {
            AllKeys(keys);
            ShowKeys = !End();
        }
        if (ShowAbout && Begin("VolumeViewer", Theme.Px(460)))
        {
            Ui.Wrapped("A viewer of volumes for people who segment X-ray tomograms of battery electrodes.");
            Ui.Muted($"Version {typeof(HelpPanel).Assembly.GetName().Version?.ToString(3)}, SDK {SdkVersion.Current}");
            Ui.Wrapped("MIT licence. Every operation of the menus runs from the command line too: see --help.", Theme.Muted);
            ShowAbout = !End();
        }
    }

    // The keys at the left, what the mouse does at the right.
    private static void AllKeys(KeyMap keys)
    {
        var commands = CommandTable.All.Where(command => keys.Text(command).Length > 0).ToList();
        var height = Math.Min(commands.Count * ImGui.GetTextLineHeightWithSpacing(), ImGui.GetIO().DisplaySize.Y - Theme.Px(190));
        ImGui.BeginChild("keys", new Vector2(ImGui.GetContentRegionAvail().X * 0.55f, height));
        foreach (var command in commands)
            Line(keys.Text(command), command.Title, Theme.Px(165));
        ImGui.EndChild();
        ImGui.SameLine();
        ImGui.BeginChild("mouse", new Vector2(0, height));
        foreach (var (hand, effect) in Mouse)
            Line(hand, effect, Theme.Px(135));
        ImGui.EndChild();
        Ui.Muted("Each key is changed in the settings file (File menu); the Help menu offers the keys of napari.");
    }

    private static void Line(string keys, string effect, float column)
    {
        Ui.Elided(keys, column - Theme.Px(8), Theme.Accent);
        ImGui.SameLine(column);
        Ui.Elided(effect, ImGui.GetContentRegionAvail().X, Theme.Text);
    }

    private static bool Begin(string title, float width)
    {
        var display = ImGui.GetIO().DisplaySize;
        ImGui.SetNextWindowSize(new Vector2(Math.Min(width, display.X - Theme.Px(24)), 0));
        ImGui.SetNextWindowPos(display / 2, ImGuiCond.Always, new Vector2(0.5f));
        if (!ImGui.IsPopupOpen(title))
            ImGui.OpenPopup(title);
        if (!Ui.BeginModal(title,
            ImGuiWindowFlags.NoTitleBar | ImGuiWindowFlags.NoResize | ImGuiWindowFlags.NoMove | ImGuiWindowFlags.AlwaysAutoResize))
            return false;
        ImGui.PushFont(Fonts.Title);
        Ui.Text(title);
        ImGui.PopFont();
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        return true;
    }

    // Whether it was closed.
    private static bool End()
    {
        ImGui.Dummy(new Vector2(0, Theme.Px(6)));
        var closed = Ui.MainButton("Close", new Vector2(Theme.Px(110), 0)) || ImGui.IsKeyPressed(ImGuiKey.Escape) || ImGui.IsKeyPressed(ImGuiKey.Enter);
        if (closed)
            ImGui.CloseCurrentPopup();
        ImGui.EndPopup();
        return closed;
    }
}
