using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Plugins;

namespace VolumeViewer.Host.Panels;

/// <summary>The plugins: what they are, how they stand, what they bring, and what can be done about them.</summary>
internal sealed class PluginsPanel(Workbench bench)
{
    private const int LinesShown = 7;

    private readonly HashSet<string> _open = [];

    private PluginManager Manager => bench.Services.Plugins;

    public void Draw()
    {
        var plugins = Manager.Plugins;
        if (plugins.Count == 0)
            Ui.Wrapped("No plugin was found.", Theme.Warning);
        foreach (var plugin in plugins)
        {
            ImGui.PushID(plugin.Location);
            Entry(plugin);
            ImGui.PopID();
        }
        Retired();
        Ui.Wrapped("Plugins are looked for in:", Theme.Muted);
        foreach (var root in Manager.Roots)
            Ui.Wrapped($"{root.Path} ({PluginStates.Word(root.Kind)})", Theme.Muted);
    }

    private void Entry(PluginEntry plugin)
    {
        var (word, color) = PluginStates.Look(plugin);
        var end = ImGui.GetContentRegionAvail().X;
        var isOpen = _open.Contains(plugin.Location);
        ImGui.PushFont(Fonts.Strong);
        Ui.Elided(plugin.Name, end - Ui.Width(word) - Theme.Px(20), Theme.Text);
        ImGui.PopFont();
        ImGui.SameLine(end - Ui.Width(word) - Theme.Px(4));
        Ui.Colored(word, color);
        if (plugin.Manifest is { } manifest)
        {
            Ui.Muted($"{manifest.Id} {manifest.Version}");
            if (manifest.Description.Length > 0)
                Ui.Wrapped(manifest.Description, Theme.Muted);
        }
        if (plugin.Reason.Length > 0)
            Ui.Wrapped(isOpen ? plugin.Reason : Beginning(plugin.Reason), plugin.State == PluginState.Failed ? Theme.Error : Theme.Warning);
        if (plugin.Waiting.Length > 0)
            Ui.Wrapped(plugin.Waiting, Theme.Warning);
        if (plugin.Faults.Count > 0)
            Ui.Wrapped($"{plugin.Faults.Count} fault(s), the last: {plugin.Faults[^1]}", Theme.Error);
        Actions(plugin, isOpen);
        if (isOpen)
            Details(plugin);
        ImGui.Separator();
    }

    private void Actions(PluginEntry plugin, bool isOpen)
    {
        if (ImGui.SmallButton(isOpen ? "Less" : "More") && !_open.Remove(plugin.Location))
            _open.Add(plugin.Location);
        if (plugin.State == PluginState.NotTrusted)
            Action("Trust…", "See what it is, and let it run", () => bench.Trusting = plugin);
        if (plugin.State == PluginState.Active)
            Action("Unload", "Take it out of use until it is loaded again or its files change", () => bench.InBackground(() => Manager.Unload(plugin)));
        if (plugin.State is PluginState.Discovered or PluginState.Unloaded or PluginState.Failed && plugin.Manifest is not null)
            Action("Load", "Load it now", () => bench.InBackground(() => Manager.Load(plugin)));
        if (plugin.IsSwitchedOff(bench.Services.Settings.Current.DisabledPlugins))
            Action("Enable", "Use it again", () => Switch(plugin.Id, isOn: true));
        else if (plugin.Manifest is not null && plugin.State != PluginState.Disabled)
            Action("Disable", "Do not use it, now and after the next start", () => Switch(plugin.Id, isOn: false));
        if (plugin.Loaded?.Leases.Count > 0 && plugin.Waiting.Length > 0)
            Action("Cancel its jobs", "Do not let the jobs of this build finish", () => PluginManager.CancelJobs(plugin));
    }

    // One slip in a source can lead to a hundred errors; the first ones tell it.
    private static string Beginning(string text)
    {
        var lines = text.Split(Environment.NewLine);
        return lines.Length <= LinesShown ? text : $"{string.Join(Environment.NewLine, lines.Take(LinesShown))}{Environment.NewLine}… and {lines.Length - LinesShown} more lines";
    }

    private void Switch(string id, bool isOn) => bench.InBackground(() => bench.Services.Settings.Update(settings => settings with
    {
        DisabledPlugins = isOn ? settings.DisabledPlugins.Remove(id) : settings.DisabledPlugins.Add(id),
    }));

    private static void Action(string title, string help, Action act)
    {
        ImGui.SameLine();
        if (ImGui.SmallButton(title))
            act();
        Ui.Tooltip(help);
    }

    private static void Details(PluginEntry plugin)
    {
        if (plugin.Manifest is { } manifest)
        {
            foreach (var (kind, items) in manifest.Contributions)
                Ui.Wrapped($"{char.ToUpperInvariant(kind[0])}{kind[1..]}: {string.Join(", ", items.Select(item => item.Title.Length > 0 ? item.Title : item.Id))}");
            if (manifest.Authors.Count > 0)
                Ui.Wrapped($"By {string.Join(", ", manifest.Authors)}", Theme.Muted);
            Ui.Wrapped($"SDK {manifest.Sdk}{(manifest.Licence.Length > 0 ? $", licence {manifest.Licence}" : "")}", Theme.Muted);
        }
        Ui.Wrapped($"{plugin.Location} ({PluginStates.Word(plugin.Root.Kind)})", Theme.Muted);
        Ui.Wrapped($"SHA-256 {plugin.Files.Hash} over {plugin.Files.Hashes.Count} file(s)", Theme.Muted);
        foreach (var fault in plugin.Faults)
            Ui.Wrapped(fault, Theme.Error);
    }

    private void Retired()
    {
        var retired = Manager.Retired;
        if (retired.Count == 0)
            return;
        Ui.Heading("Unloaded builds");
        var alive = retired.Where(build => build.IsAlive).ToList();
        foreach (var build in alive)
        {
            Ui.Wrapped($"{build.Name} {build.Stamp.Version} ({build.Stamp.Hash[..8]}) was unloaded at {build.Since:HH:mm:ss} and lives on in memory: "
                + PluginHolders.Why(build, bench.Viewer.Layers, bench.Services.Jobs.Jobs), Theme.Warning);
        }
        Ui.Wrapped(alive.Count == 0
            ? $"{retired.Count} build(s) were unloaded, and their memory was given back: {string.Join(", ", retired.Take(5).Select(build => $"{build.Stamp.Id} {build.Stamp.Version}"))}"
            : $"{retired.Count - alive.Count} other(s) gave their memory back.", Theme.Muted);
        if (alive.Count > 0 && ImGui.SmallButton("Look again"))
            bench.InBackground(() => alive.ForEach(build => build.Prove()));
        ImGui.Dummy(new Vector2(0, Theme.Px(2)));
        ImGui.Separator();
    }
}
