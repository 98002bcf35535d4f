using System.Collections.Immutable;
using System.CommandLine;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>plugins enable, disable, develop: what the user decides about plugins, kept in the settings.</summary>
internal static class PluginChoiceCommands
{
    public static IEnumerable<Command> Create(CommandContext context) => [Switch(context, isOn: true), Switch(context, isOn: false), Develop(context)];

    private static Command Switch(CommandContext context, bool isOn)
    {
        var id = new Argument<string>("ID") { Description = "The plugin's id, as 'plugins list' shows it." };
        var command = new Command(isOn ? "enable" : "disable", isOn ? "Use a plugin again that was disabled." : "Do not use a plugin until it is enabled again.") { id };
        command.SetAction(arguments =>
        {
            var name = arguments.GetRequiredValue(id);
            var disabled = context.Services.Settings.Current.DisabledPlugins;
            // One that is gone can still be taken off the list.
            if (!(isOn && disabled.Contains(name)))
                context.Services.Plugins.Find(name);
            context.Services.Settings.Update(settings => settings with
            {
                DisabledPlugins = isOn ? [.. disabled.Where(other => other != name)] : [.. disabled.Union([name])],
            });
            context.Print(arguments, () => new { id = name, enabled = isOn }, () => $"'{name}' is {(isOn ? "enabled" : "disabled")}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Develop(CommandContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder whose plugins you write: each in a folder of its own, or as one C# file." };
        var stop = new Option<bool>("--stop") { Description = "It is a development folder no longer." };
        var command = new Command("develop", "Make a folder a development folder: what lies in it runs without asking, and is loaded again whenever it changes.") { folder, stop };
        command.SetAction(arguments =>
        {
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(arguments.GetRequiredValue(folder)));
            var known = context.Services.Settings.Current.DevelopmentFolders;
            if (arguments.GetValue(stop) && !known.Contains(path))
                throw new UserException($"'{path}' is no development folder; there are: {(known.IsEmpty ? "none" : string.Join(", ", known))}.");
            if (!arguments.GetValue(stop) && !Directory.Exists(path))
                throw new UserException($"There is no folder '{path}'. Make it first.");
            ImmutableArray<string> now = arguments.GetValue(stop) ? known.Remove(path) : [.. known.Union([path])];
            context.Services.Settings.Update(settings => settings with { DevelopmentFolders = now });
            context.Print(arguments, () => new { developmentFolders = now }, () => arguments.GetValue(stop)
                ? $"'{path}' is a development folder no longer."
                : $"'{path}' is a development folder: its plugins run without asking, and are loaded again whenever they change.");
            return ExitCode.Done;
        });
        return command;
    }
}
