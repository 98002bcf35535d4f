using ImGuiNET;

using VolumeViewer.Host.Plugins;

namespace VolumeViewer.Host.Panels;

/// <summary>The plugins: what they are, how they stand, what they bring.</summary>
internal sealed class PluginsPanel(Workbench bench)
{
    public void Draw()
    {
        var plugins = bench.Services.Plugins;
        if (plugins.Plugins.Count == 0)
            Ui.Wrapped($"No plugin was found in '{plugins.Folder}'.", Theme.Warning);
        foreach (var plugin in plugins.Plugins)
        {
            ImGui.PushID(plugin.Folder);
            Entry(plugin);
            ImGui.PopID();
        }
        Ui.Wrapped($"Plugins are looked for in {plugins.Folder}", Theme.Muted);
    }

    private static void Entry(PluginEntry plugin)
    {
        var (word, color) = plugin.State switch
        {
            PluginState.Active => ("active", Theme.Good),
            PluginState.Discovered => ("not used yet", Theme.Muted),
            PluginState.Incompatible => ("incompatible", Theme.Warning),
            _ => ("failed", Theme.Error),
        };
        var end = ImGui.GetContentRegionAvail().X;
        var room = end - Ui.Width(word) - Theme.Px(12);
        var name = plugin.Manifest?.Name ?? plugin.Id;
        ImGui.PushFont(Fonts.Strong);
        Ui.Elided(name, room, Theme.Text);
        ImGui.PopFont();
        ImGui.SameLine(end - Ui.Width(word) + Theme.Px(2));
        Ui.Colored(word, color);
        if (plugin.Manifest is { } manifest)
        {
            Ui.Muted($"{manifest.Id} {manifest.Version}");
            if (manifest.Description.Length > 0)
                Ui.Wrapped(manifest.Description, Theme.Muted);
            foreach (var (kind, items) in manifest.Contributions)
                Ui.Wrapped($"{char.ToUpperInvariant(kind[0])}{kind[1..]}: {string.Join(", ", items.Select(item => item.Title.Length > 0 ? item.Title : item.Id))}");
        }
        if (plugin.Reason.Length > 0)
            Ui.Wrapped(plugin.Reason, Theme.Error);
        ImGui.Separator();
    }
}
