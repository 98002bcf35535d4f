using ImGuiNET;

using VolumeViewer.Host.Commands;

namespace VolumeViewer.Host.Panels;

/// <summary>Runs the commands whose keys are pressed, as long as nobody types a text and no dialog is open.</summary>
internal static class Keys
{
    public static void Follow(CommandTarget target)
    {
        var io = ImGui.GetIO();
        if (io.WantTextInput || ImGui.IsPopupOpen("", ImGuiPopupFlags.AnyPopupId | ImGuiPopupFlags.AnyPopupLevel))
            return;
        foreach (var (chord, command) in target.Bench.Keys.All(target.Bench.Tools.IsPainting, target.Bench.Measures.HasKeys))
        {
            var isHeld = chord.Ctrl == io.KeyCtrl && chord.Shift == io.KeyShift && chord.Alt == io.KeyAlt;
            if (isHeld && ImGui.IsKeyPressed(chord.Key, command.Repeats) && command.IsEnabled(target))
                command.Run(target);
        }
    }
}
