using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The keys and what the mouse does, and what this program is.</summary>
internal sealed class HelpPanel
{
    private static readonly (string Keys, string Effect)[] Lines =
    [
        ("1", "Four views"), ("2", "3-D alone"), ("3, 4, 5", "Slice across z, y, x alone"),
        ("Home, R", "Show all of the scene"),
        ("↑ ↓ ← →", "One slice on or back in the view under the pointer"), ("Page up, Page down", "Ten slices"),
        ("Delete", "Remove the selected layer"), ("Ctrl + O", "Open"), ("Ctrl + S", "Picture of the window to a PNG file"),
        ("", ""),
        ("Slices: wheel", "Next or previous slice"), ("Ctrl + wheel", "Enlarge at the pointer"),
        ("left button", "Move the crosshair"), ("middle, right button", "Move the slice"), ("double click", "Show all of it"),
        ("3-D: left button", "Turn"), ("wheel", "Nearer or farther"), ("middle, right, Shift + left", "Move"), ("click", "Put the crosshair on the surface"),
    ];

    public bool ShowKeys { get; set; }

    public bool ShowAbout { get; set; }

    public void Draw()
    {
        if (ShowKeys && Begin("Keys and mouse", Theme.Px(540)))
        {
            foreach (var (keys, effect) in Lines)
            {
                Ui.Colored(keys.Length > 0 ? keys : " ", Theme.Accent);
                ImGui.SameLine(Theme.Px(215));
                Ui.Text(effect);
            }
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

    private static bool Begin(string title, float width)
    {
        var display = ImGui.GetIO().DisplaySize;
        ImGui.SetNextWindowSize(new Vector2(Math.Min(width, display.X - Theme.Px(24)), 0));
        ImGui.SetNextWindowPos(display / 2, ImGuiCond.Always, new Vector2(0.5f));
        if (!ImGui.IsPopupOpen(title))
            ImGui.OpenPopup(title);
        if (!ImGui.BeginPopupModal(title,
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
