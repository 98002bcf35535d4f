using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Settings;

/// <summary>Every setting there is. A new one is a property of <see cref="AppSettings"/> and a line here.</summary>
internal static class SettingsTable
{
    /// <summary>What the names of keys begin with; the id of a command follows.</summary>
    public const string KeyPrefix = "keys.";

    /// <summary>All but the keys.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Setting.Number("textScale", "Size of text (0 asks the system)", 0.75, 3, isWhole: false, settings => settings.TextScale, (settings, value) => settings with { TextScale = value }, orElse: 0),
        Setting.Number("leftWidth", "Width of the layers' panel", ShellLayout.LeastSide, ShellLayout.MostSide, isWhole: false, settings => settings.LeftWidth, (settings, value) => settings with { LeftWidth = value }),
        Setting.Number("rightWidth", "Width of the side panel", ShellLayout.LeastSide, ShellLayout.MostSide, isWhole: false, settings => settings.RightWidth, (settings, value) => settings with { RightWidth = value }),
        Setting.Number("undoMemoryMebibytes", "Memory for undo, MiB", 0, 1 << 20, isWhole: true, settings => settings.UndoMemoryMebibytes, (settings, value) => settings with { UndoMemoryMebibytes = (long)value }),
        Setting.Number("autosaveSeconds", "Seconds until unsaved labels are copied for a restart (0 never)", 1, 3600, isWhole: true, settings => settings.AutosaveSeconds, (settings, value) => settings with { AutosaveSeconds = (int)value }, orElse: 0),
        Setting.List("developmentFolders", "Folders of plugins under development", settings => settings.DevelopmentFolders, (settings, value) => settings with { DevelopmentFolders = [.. value] }),
        Setting.List("disabledPlugins", "Plugins that are switched off", settings => settings.DisabledPlugins, (settings, value) => settings with { DisabledPlugins = [.. value] }),
        Setting.Switch("watchPlugins", "Load and replace plugins as their files change", settings => settings.WatchPlugins, (settings, value) => settings with { WatchPlugins = value }),
        Setting.Choice("onPluginReplaced", "Running jobs of a plugin that is replaced", settings => settings.OnPluginReplaced, (settings, value) => settings with { OnPluginReplaced = value }),
        Setting.Choice("keyScheme", "Whose keys commands have, where you chose none (keys.COMMAND)", settings => settings.KeyScheme, (settings, value) => settings with { KeyScheme = value }),
        Setting.Choice("renderer", "What draws in 3-D (auto: the graphics card, or else the processor)", settings => settings.Renderer, (settings, value) => settings with { Renderer = value }),
    ];

    /// <summary>The keys of one command as a setting.</summary>
    public static Setting KeysOf(AppCommand command) => KeysOf(command.Id, command.Title, scheme => KeySchemes.KeysOf(command, scheme));

    /// <summary>The setting of this name.</summary>
    /// <exception cref="UserException">There is none; the message lists the settings.</exception>
    public static Setting Find(string name)
    {
        if (All.FirstOrDefault(setting => setting.Name == name) is { } found)
            return found;
        if (name.StartsWith(KeyPrefix, StringComparison.Ordinal))
        {
            return CommandTable.All.FirstOrDefault(command => command.Id == name[KeyPrefix.Length..]) is { } command
                ? KeysOf(command)
                : throw new UserException($"There is no command '{name[KeyPrefix.Length..]}'; there are: {string.Join(", ", CommandTable.All.Select(each => each.Id))}.");
        }
        throw new UserException($"There is no setting '{name}'; there are: {string.Join(", ", All.Select(setting => setting.Name))}, and {KeyPrefix}COMMAND for the keys of a command.");
    }

    /// <summary>The keys of a command that may be unknown here, such as one of a later version.</summary>
    public static Setting KeysOf(string id, string title, Func<KeyScheme, IEnumerable<KeyChord>> own) => Setting.List(KeyPrefix + id, $"Keys of: {title}",
        settings => settings.Keys.TryGetValue(id, out var keys) ? keys : own(settings.KeyScheme).Select(chord => chord.ToString()),
        (settings, value) => settings with { Keys = settings.Keys.SetItem(id, [.. value]) },
        text => KeyChord.TryParse(text, out _),
        "keys such as Ctrl+Shift+P or F2, several with ; between them, or none");
}
