using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>What the parts of the window have in common as windows of Dear ImGui: they stand still.</summary>
internal static class ShellWindow
{
    public const ImGuiWindowFlags Flags = ImGuiWindowFlags.NoTitleBar | ImGuiWindowFlags.NoResize | ImGuiWindowFlags.NoMove
        | ImGuiWindowFlags.NoCollapse | ImGuiWindowFlags.NoSavedSettings | ImGuiWindowFlags.NoBringToFrontOnFocus | ImGuiWindowFlags.NoNav;
}
