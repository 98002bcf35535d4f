using System.CommandLine;

using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>plugins list, operations list.</summary>
internal static class ListCommands
{
    public static Command Plugins(CommandContext context)
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
        var plugins = new Command("plugins", "The plugins: what is there, and how it stands.") { list };
        foreach (var command in PluginTrustCommands.Create(context))
            plugins.Subcommands.Add(command);
        return plugins;
    }

    public static Command Operations(CommandContext context)
    {
        var list = new Command("list", "List the operations that plugins bring.");
        list.SetAction(arguments =>
        {
            var listed = context.Services.Plugins.Listed<IOperation>();
            context.Print(arguments,
                () => listed.Select(entry => new { id = entry.Contribution.Id, title = entry.Contribution.Title, plugin = entry.Plugin.Id }).ToArray(),
                () =>
                {
                    var table = new Table("Operations (run OPERATION --help tells the parameters)", new TableColumn("id"), new TableColumn("title"), new TableColumn("plugin"));
                    foreach (var (contribution, plugin) in listed)
                        table.Add(contribution.Id, contribution.Title, plugin.Id);
                    return listed.Count > 0 ? TextTable.Format(table) : $"No plugin brings operations. Plugins are looked for in '{context.Services.Plugins.Folder}'.";
                });
            return ExitCode.Done;
        });
        return new Command("operations", "The operations: what can be run.") { list, OperationCommands.Show(context), OperationCommands.Schema(context) };
    }

    private static object Json(PluginEntry plugin) => new
    {
        id = plugin.Id,
        name = plugin.Manifest?.Name,
        version = plugin.Manifest?.Version,
        sdk = plugin.Manifest?.Sdk,
        state = ParameterSchema.KebabCase(plugin.State.ToString()),
        reason = plugin.Reason.Length > 0 ? plugin.Reason : null,
        folder = plugin.Location,
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
