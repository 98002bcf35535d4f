using System.CommandLine;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>operations list.</summary>
internal static class ListCommands
{
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
}
