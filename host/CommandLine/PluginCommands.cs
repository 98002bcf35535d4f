using System.CommandLine;

using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>plugins: what is there, how it stands, and its sub-commands.</summary>
internal static class PluginCommands
{
    public static Command Create(CommandContext context)
    {
        var plugins = new Command("plugins", "The plugins: what is there, how it stands, and all about writing one.") { List(context) };
        foreach (var command in PluginAuthoringCommands.Create(context))
            plugins.Add(command);
        return plugins;
    }

    private static Command List(CommandContext context)
    {
        var load = new Option<bool>("--load") { Description = "Load every plugin first, so that one that fails to load is seen." };
        var list = new Command("list", "List the plugins with their state and, where one cannot be used, the reason.") { load };
        list.SetAction(arguments =>
        {
            var manager = context.Services.Plugins;
            if (arguments.GetValue(load))
            {
                foreach (var plugin in manager.Plugins)
                    manager.Activate(plugin);
            }
            context.Print(arguments, () => manager.Plugins.Select(Json).ToArray(), () => Text(manager));
            return ExitCode.Done;
        });
        return list;
    }

    private static object Json(PluginEntry plugin) => new
    {
        id = plugin.Id,
        name = plugin.Manifest?.Name,
        version = plugin.Manifest?.Version,
        sdk = plugin.Manifest?.Sdk,
        state = ParameterSchema.KebabCase(plugin.State.ToString()),
        reason = plugin.Reason.Length > 0 ? plugin.Reason : null,
        folder = plugin.Folder,
        contributions = plugin.Manifest?.Contributions.ToDictionary(kind => kind.Key, kind => kind.Value.Select(contribution => contribution.Id)),
    };

    private static string Text(PluginManager manager)
    {
        if (manager.Plugins.Count == 0)
            return $"There are no plugins in '{manager.Folder}'. Without them files cannot be opened and nothing can be run.";
        var table = new Table($"Plugins in {manager.Folder}", new TableColumn("plugin"), new TableColumn("version"), new TableColumn("state"), new TableColumn("brings"));
        foreach (var plugin in manager.Plugins)
        {
            var brings = plugin.Manifest?.Contributions.SelectMany(kind => kind.Value).Select(contribution => contribution.Id) ?? [];
            table.Add(plugin.Id, plugin.Manifest?.Version ?? "", ParameterSchema.KebabCase(plugin.State.ToString()), string.Join(", ", brings));
        }
        return TextTable.Format(table) + string.Concat(manager.Plugins.Where(plugin => plugin.Reason.Length > 0).Select(plugin => $"\n{plugin.Id}: {plugin.Reason}"));
    }
}
