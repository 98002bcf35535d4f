using ImGuiNET;

using VolumeViewer.Host.Commands;

namespace VolumeViewer.Host.Panels;

/// <summary>Runs the commands whose keys are pressed, as long as no dialog is open; most of them only while nobody types a text.</summary>
internal static class Keys
{
    public static void Follow(CommandTarget target)
    {
        var io = ImGui.GetIO();
        if (ImGui.IsPopupOpen("", ImGuiPopupFlags.AnyPopupId | ImGuiPopupFlags.AnyPopupLevel))
            return;
        foreach (var (chord, command) in target.Bench.Keys.All(target.Bench.Tools.IsPainting, target.Bench.Measures.HasKeys, target.Bench.Points.HasLayer))
        {
            var isHeld = chord.Ctrl == io.KeyCtrl && chord.Shift == io.KeyShift && chord.Alt == io.KeyAlt;
            if (isHeld && (!io.WantTextInput || command.WhileTyping) && ImGui.IsKeyPressed(chord.Key, command.Repeats) && command.IsEnabled(target))
                command.Run(target);
        }
    }
}
