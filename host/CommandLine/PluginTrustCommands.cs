using System.CommandLine;

using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>plugins trust, plugins distrust: which builds of the user's own plugins may run.</summary>
internal static class PluginTrustCommands
{
    public static IEnumerable<Command> Create(CommandContext context) => [Trust(context), Distrust(context)];

    private static Command Trust(CommandContext context)
    {
        var id = new Argument<string>("ID") { Description = "The plugin's id, as 'plugins list' shows it." };
        var command = new Command("trust", "Let a plugin run from now on: exactly the files that it has now. Changed files ask again.") { id };
        command.SetAction(arguments =>
        {
            var plugins = context.Services.Plugins;
            var plugin = plugins.Find(arguments.GetRequiredValue(id));
            switch (plugin.State)
            {
                case PluginState.Discovered or PluginState.Active when plugin.Root.Kind != PluginRootKind.User:
                    throw new UserException($"The plugin '{plugin.Id}' needs no trust: it is {(plugin.Root.Kind == PluginRootKind.BuiltIn ? "the program's own" : "in a development folder")}.");
                case PluginState.NotTrusted or PluginState.Discovered or PluginState.Active:
                    plugins.Trust(plugin);
                    break;
                default:
                    throw new UserException($"The plugin '{plugin.Id}' cannot be used, trusted or not: {plugin.Reason}");
            }
            context.Print(arguments,
                () => new { id = plugin.Id, version = plugin.Manifest?.Version, location = plugin.Location, hash = plugin.Files.Hash, files = plugin.Files.Hashes },
                () => $"'{plugin.Id}' {plugin.Manifest?.Version} in '{plugin.Location}' is trusted, with these files (SHA-256):\n"
                    + string.Join('\n', plugin.Files.Hashes.Select(file => $"  {file.Value}  {file.Key}")));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Distrust(CommandContext context)
    {
        var id = new Argument<string>("ID") { Description = "The plugin's id." };
        var command = new Command("distrust", "Take the trust in every build of a plugin back.") { id };
        command.SetAction(arguments =>
        {
            var name = arguments.GetRequiredValue(id);
            if (!context.Services.Plugins.Distrust(name))
                throw new UserException($"No build of a plugin '{name}' was trusted, so there is nothing to take back.");
            context.Print(arguments, () => new { id = name, trusted = false }, () => $"'{name}' is not trusted any more.");
            return ExitCode.Done;
        });
        return command;
    }
}
