namespace VolumeViewer.Host.Commands;

/// <summary>Every command of the window. A new one is a line in one of the lists, or in a list of its own added here.</summary>
internal static class CommandTable
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        .. FileCommands.All,
        .. EditCommands.All,
        .. LayerCommands.All,
        .. LookCommands.All,
        .. PaintCommands.All,
        .. LiveCommands.All,
        .. CutCommands.All,
        .. ViewCommands.All,
        .. ComparisonCommands.All,
        .. TurnCommands.All,
        .. MeasureCommands.All,
        .. PointCommands.All,
        .. ProjectCommands.All,
        .. FormCommands.All,
        .. RecoveryCommands.All,
        .. PhaseStateCommands.All,
        .. ExportCommands.All,
        .. HelpCommands.All,
    ];

    private static readonly Dictionary<string, AppCommand> ById = All.ToDictionary(command => command.Id);

    /// <exception cref="KeyNotFoundException">There is no such command.</exception>
    public static AppCommand Find(string id) => ById[id];
}
