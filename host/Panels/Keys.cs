using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What the keys do, as long as nobody types a text and no dialog is open.</summary>
internal static class Keys
{
    private static readonly (ImGuiKey Key, ViewLayout Layout)[] Layouts =
    [
        (ImGuiKey._1, ViewLayout.FourUp), (ImGuiKey._2, ViewLayout.Volume),
        (ImGuiKey._3, ViewLayout.SliceZ), (ImGuiKey._4, ViewLayout.SliceY), (ImGuiKey._5, ViewLayout.SliceX),
    ];

    private static readonly (ImGuiKey Key, int Slices)[] Steps =
    [
        (ImGuiKey.DownArrow, 1), (ImGuiKey.RightArrow, 1), (ImGuiKey.UpArrow, -1), (ImGuiKey.LeftArrow, -1),
        (ImGuiKey.PageDown, 10), (ImGuiKey.PageUp, -10),
    ];

    public static void Follow(Workbench bench, ViewState views)
    {
        var io = ImGui.GetIO();
        if (io.WantTextInput || ImGui.IsPopupOpen("", ImGuiPopupFlags.AnyPopupId | ImGuiPopupFlags.AnyPopupLevel))
            return;
        if (io.KeyCtrl)
        {
            if (ImGui.IsKeyPressed(ImGuiKey.O, false))
                FileDialogs.OpenVolumes(bench);
            if (ImGui.IsKeyPressed(ImGuiKey.S, false))
                bench.ScreenshotPath = FileDialogs.DefaultScreenshotPath();
            return;
        }
        foreach (var (key, layout) in Layouts)
        {
            if (ImGui.IsKeyPressed(key, false))
                bench.Viewer.Layout = layout;
        }
        foreach (var (key, slices) in Steps)
        {
            if (ImGui.IsKeyPressed(key))
                ShellState.Step(bench, views, slices);
        }
        if (ImGui.IsKeyPressed(ImGuiKey.Home, false) || ImGui.IsKeyPressed(ImGuiKey.R, false))
            ShellState.ResetViews(bench, views);
        if (ImGui.IsKeyPressed(ImGuiKey.Delete, false) && bench.Viewer.SelectedLayer is { } selected)
            bench.Remove(selected);
    }
}
