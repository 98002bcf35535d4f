using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>What the tools that change labels have in common: words, and the keys that are held.</summary>
internal static class PaintHelp
{
    public const string NoLayer = "There is no labels layer to paint on: make one with 'New labels for training' in the Layer menu.";

    /// <summary>Whether the tool in the hand shall erase.</summary>
    public static bool IsErasing => ImGui.GetIO().KeyCtrl;

    /// <summary>Whether the pointer is left to the view: with Shift as ever, and while the space bar is held.</summary>
    public static bool LeavesPointer => ImGui.GetIO().KeyShift || ImGui.IsKeyDown(ImGuiKey.Space);

    /// <summary>Whether the left button has just gone down on the view's picture, for the tool.</summary>
    public static bool IsPressed => ImGui.IsItemActivated() && ImGui.IsMouseClicked(ImGuiMouseButton.Left) && !LeavesPointer;

    /// <summary>Whether a key was pressed and nobody types a text.</summary>
    public static bool IsKeyPressed(ImGuiKey key) => !ImGui.GetIO().WantTextInput && ImGui.IsKeyPressed(key, false);
}
