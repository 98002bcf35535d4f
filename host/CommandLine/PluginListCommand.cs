using System.CommandLine;

using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>plugins list.</summary>
internal static class PluginListCommand
{
    public static Command Create(CommandContext context)
    {
        var load = new Option<bool>("--load") { Description = "Load every plugin first, so that one that fails to load is seen." };
        var verbose = new Option<bool>("--verbose")
        {
            Description = "Tell where each lies, what it is made of, and whether its code leaves the memory: each plugin that is loaded is unloaded again, and its end proved.",
        };
        var list = new Command("list", "List the plugins with their state and, where one cannot be used, the reason.") { load, verbose };
        list.SetAction(arguments =>
        {
            var manager = context.Services.Plugins;
            if (arguments.GetValue(load))
            {
                foreach (var plugin in manager.Plugins)
                    manager.Activate(plugin);
            }
            var plugins = manager.Plugins.Select(Row).ToList();
            var retired = arguments.GetValue(verbose) ? ProveUnloading(manager) : [];
            context.Print(arguments,
                () => plugins.Select(plugin => Json(plugin, retired.Find(build => build.Stamp == plugin.Entry.Stamp), arguments.GetValue(verbose))).ToArray(),
                () => Text(manager, plugins, retired, arguments.GetValue(verbose)));
            return ExitCode.Done;
        });
        return list;
    }

    // As it stands now: it is unloaded for the proof.
    private static (PluginEntry Entry, string State, string Reason) Row(PluginEntry plugin) => (plugin, ParameterSchema.KebabCase(plugin.State.ToString()), plugin.Reason);

    private static List<RetiredPlugin> ProveUnloading(PluginManager manager)
    {
        foreach (var plugin in manager.Plugins.Where(plugin => plugin.State == PluginState.Active))
            manager.Unload(plugin);
        var retired = manager.Retired.ToList();
        retired.ForEach(build => build.Prove());
        return retired;
    }

    private static object Json((PluginEntry Entry, string State, string Reason) plugin, RetiredPlugin? retired, bool isVerbose) => new
    {
        id = plugin.Entry.Id,
        name = plugin.Entry.Manifest?.Name,
        version = plugin.Entry.Manifest?.Version,
        sdk = plugin.Entry.Manifest?.Sdk,
        state = plugin.State,
        reason = plugin.Reason.Length > 0 ? plugin.Reason : null,
        folder = plugin.Entry.Location,
        origin = ParameterSchema.KebabCase(plugin.Entry.Root.Kind.ToString()),
        contributions = plugin.Entry.Manifest?.Contributions.ToDictionary(kind => kind.Key, kind => kind.Value.Select(contribution => contribution.Id)),
        hash = isVerbose ? plugin.Entry.Files.Hash : null,
        files = isVerbose ? plugin.Entry.Files.Hashes : null,
        faults = plugin.Entry.Faults.Count > 0 ? plugin.Entry.Faults : null,
        unloads = retired is null ? (bool?)null : !retired.IsAlive,
    };

    private static string Text(PluginManager manager, List<(PluginEntry Entry, string State, string Reason)> plugins, List<RetiredPlugin> retired, bool isVerbose)
    {
        if (plugins.Count == 0)
            return $"There are no plugins in '{manager.Folder}'. Without them files cannot be opened and nothing can be run.";
        var table = new Table($"Plugins in '{manager.Folder}'", new TableColumn("plugin"), new TableColumn("version"), new TableColumn("state"), new TableColumn("brings"));
        foreach (var (plugin, state, _) in plugins)
        {
            var brings = plugin.Manifest?.Contributions.SelectMany(kind => kind.Value).Select(contribution => contribution.Id) ?? [];
            table.Add(plugin.Id, plugin.Manifest?.Version ?? "", state, string.Join(", ", brings));
        }
        var text = TextTable.Format(table) + string.Concat(plugins.Where(plugin => plugin.Reason.Length > 0).Select(plugin => $"\n{plugin.Entry.Id}: {plugin.Reason}"));
        return isVerbose ? text + "\n" + string.Join('\n', plugins.Select(plugin => Details(plugin.Entry, retired.Find(build => build.Stamp == plugin.Entry.Stamp)))) : text;
    }

    private static string Details(PluginEntry plugin, RetiredPlugin? retired)
    {
        var lines = new List<string>
        {
            $"{plugin.Id} in '{plugin.Location}' ({ParameterSchema.KebabCase(plugin.Root.Kind.ToString())}), SHA-256 {plugin.Files.Hash}",
        };
        lines.AddRange(plugin.Files.Hashes.Select(file => $"  {file.Value}  {file.Key}"));
        lines.AddRange(plugin.Faults.Select(fault => $"  fault: {fault}"));
        if (retired is not null)
            lines.Add(retired.IsAlive ? $"  unloaded, and lives on: {PluginHolders.Why(retired, [], [])}" : "  unloaded, and its code has left the memory");
        return string.Join('\n', lines);
    }
}
