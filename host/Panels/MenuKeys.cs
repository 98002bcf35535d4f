using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>Lets Escape close open menus, and arrows and Enter choose in them.</summary>
internal sealed class MenuKeys
{
    /// <summary>Whether a menu was open in the frame before: a key that closed it is none of the views.</summary>
    public bool WasOpen { get; private set; }

    /// <summary>Once a frame, before anything is drawn.</summary>
    /// <param name="hasOwnKeys">Whether what is open follows the keys itself.</param>
    public void Follow(bool hasOwnKeys)
    {
        // Only while a menu is open: elsewhere the same keys are those of the views, and dialogs have their own.
        WasOpen = ImGui.IsPopupOpen("", ImGuiPopupFlags.AnyPopupId | ImGuiPopupFlags.AnyPopupLevel) && !hasOwnKeys && !Ui.IsModalOpen;
        var io = ImGui.GetIO();
        if (!WasOpen)
        {
            io.ConfigFlags &= ~ImGuiConfigFlags.NavEnableKeyboard;
            return;
        }
        io.ConfigFlags |= ImGuiConfigFlags.NavEnableKeyboard;
        // Dear ImGui 1.86 chooses with the space bar alone.
        if (ImGui.IsKeyPressed(ImGuiKey.Enter, false) && !io.WantTextInput)
        {
            io.AddKeyEvent(ImGuiKey.Space, true);
            io.AddKeyEvent(ImGuiKey.Space, false);
        }
    }
}
