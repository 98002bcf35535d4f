namespace VolumeViewer.Host.Commands;

/// <summary>What the program tells of itself.</summary>
internal static class HelpCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        new("help.keys", "Keys and mouse", target => target.Shell.Help.ShowKeys = true, "F1"),
        new("help.about", "About VolumeViewer", target => target.Shell.Help.ShowAbout = true),
    ];
}
