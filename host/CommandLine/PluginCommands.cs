using System.CommandLine;

namespace VolumeViewer.Host.CommandLine;

/// <summary>plugins: what is there, how it stands, and its sub-commands.</summary>
internal static class PluginCommands
{
    public static Command Create(CommandContext context)
    {
        var plugins = new Command("plugins", "The plugins: what is there, how it stands, and all about writing one.") { PluginListCommand.Create(context) };
        foreach (var command in PluginTrustCommands.Create(context).Concat(PluginChoiceCommands.Create(context)).Concat(PluginAuthoringCommands.Create(context)))
            plugins.Add(command);
        return plugins;
    }
}
