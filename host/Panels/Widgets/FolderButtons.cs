using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>Buttons that open what an operation wrote, in the programs that the system has for it.</summary>
internal static class FolderButtons
{
    /// <summary>Draws the buttons in one line; nothing where the folder is gone.</summary>
    /// <returns>Where the button of the report, or else that of the folder, was drawn; or null.</returns>
    public static Rect? Draw(Workbench bench, FilledFolder? folder)
    {
        if (folder is not { Exists: true })
            return null;
        Rect? first = null;
        if (folder.Report is { } report)
        {
            if (ImGui.SmallButton("Open report"))
                Open(bench, report);
            first = new Rect(ImGui.GetItemRectMin(), ImGui.GetItemRectMax());
            Ui.Tooltip(report);
            ImGui.SameLine();
        }
        if (ImGui.SmallButton("Open folder"))
            Open(bench, folder.Path);
        first ??= new Rect(ImGui.GetItemRectMin(), ImGui.GetItemRectMax());
        Ui.Tooltip(folder.Path);
        return first;
    }

    // A machine without a browser still can copy the path to one that has it.
    private static void Open(Workbench bench, string path)
    {
        // The system's opener may know of no program for it either, and does not say so: the path is told in any case.
        if (bench.OpenOutside(path))
        {
            bench.Notices.Tell($"Opened {path} in the program that the system has for it.");
            return;
        }
        ImGui.SetClipboardText(path);
        bench.Notices.Tell($"No program here opens it by itself. Its path was copied: {path}");
    }
}
