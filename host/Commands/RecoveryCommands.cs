using VolumeViewer.Host.Recovery;

namespace VolumeViewer.Host.Commands;

/// <summary>Copies of labels for after a crash.</summary>
internal static class RecoveryCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        new("file.copy-labels", "Keep a copy of unsaved labels now", target => target.Bench.Recovery.SaveNow()) { IsEnabled = target => target.Bench.Recovery.IsOn },
        new("file.restore-labels", "Restore labels of earlier runs…", target =>
        {
            if (!target.Bench.Recovery.Look())
                target.Bench.Notices.Tell($"No run of the program has left labels behind in {LabelRecovery.FolderOfUser}.");
        })
        {
            IsEnabled = target => target.Bench.Recovery.IsOn,
        },
    ];
}
