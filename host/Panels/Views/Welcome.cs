using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Plugins;

namespace VolumeViewer.Host.Panels;

/// <summary>What the middle of the window says while there is nothing to show.</summary>
internal static class Welcome
{
    public static void Draw(Workbench bench, Rect area)
    {
        var width = Math.Min(area.Width - Theme.Px(32), Theme.Px(520));
        ImGui.SetCursorScreenPos(new Vector2(area.Center.X - (width / 2), area.Min.Y + Math.Max(Theme.Px(16), area.Height * 0.2f)));
        ImGui.BeginChild("welcome", new Vector2(width, area.Height * 0.75f));
        ImGui.PushFont(Fonts.Title);
        Ui.Text("VolumeViewer");
        ImGui.PopFont();
        Ui.Wrapped("Drop volumes onto this window: TIFF files, or a folder of slices.", Theme.Muted);
        ImGui.Dummy(new Vector2(0, Theme.Px(8)));
        if (Ui.MainButton("Open…", new Vector2(Theme.Px(120), 0)))
            FileDialogs.OpenVolumes(bench);
        ImGui.SameLine();
        ImGui.AlignTextToFramePadding();
        Ui.Muted(string.Join("     ", new[] { "file.open", "edit.palette" }.Select(CommandTable.Find).Where(command => bench.Keys.Of(command).Count > 0)
            .Select(command => $"{bench.Keys.ShortText(command)}  {command.Title.TrimEnd('…')}")));
        ImGui.Dummy(new Vector2(0, Theme.Px(12)));
        Operations(bench);
        Missing(bench.Services.Plugins);
        ImGui.EndChild();
    }

    private static void Operations(Workbench bench)
    {
        if (bench.Operations.Count == 0)
            return;
        Ui.Heading("What can be done");
        foreach (var group in bench.Operations)
        {
            Ui.Colored(group.Title, Theme.Accent);
            ImGui.SameLine(Theme.Px(90));
            Ui.Wrapped(string.Join(", ", group.Items.Select(item => item.Title)), Theme.Muted);
        }
    }

    private static void Missing(PluginManager plugins)
    {
        var broken = plugins.Plugins.Where(plugin => plugin.State is PluginState.Failed or PluginState.Incompatible).ToList();
        if (plugins.Plugins.Count > 0 && broken.Count == 0)
            return;
        ImGui.Dummy(new Vector2(0, Theme.Px(10)));
        ImGui.PushFont(Fonts.Strong);
        Ui.Colored("What is missing", Theme.Warning);
        ImGui.PopFont();
        if (plugins.Plugins.Count == 0)
        {
            Ui.Wrapped(Directory.Exists(plugins.Folder)
                ? $"The plugin folder '{plugins.Folder}' holds no plugin, so no file can be read and no operation run. Put plugins there."
                : $"There is no plugin folder '{plugins.Folder}', so no file can be read and no operation run. Build the plugins, or copy them there.");
        }
        foreach (var plugin in broken)
            Ui.Wrapped($"The plugin '{plugin.Id}' cannot be used: {plugin.Reason}");
    }
}
