namespace VolumeViewer.Host.Commands;

/// <summary>What the program tells of itself.</summary>
internal static class HelpCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        new("help.keys", "Keys and mouse", target => target.Shell.Help.ShowKeys = true, "F1"),
        Scheme("help.keys-own", "Keys of VolumeViewer", KeyScheme.Own),
        Scheme("help.keys-napari", "Keys of napari", KeyScheme.Napari),
        new("help.about", "About VolumeViewer", target => target.Shell.Help.ShowAbout = true),
    ];

    private static AppCommand Scheme(string id, string title, KeyScheme scheme) => new(id, title, target => target.Bench.Change(settings => settings with { KeyScheme = scheme }))
    {
        IsOn = target => target.Bench.Services.Settings.Current.KeyScheme == scheme,
    };
}
