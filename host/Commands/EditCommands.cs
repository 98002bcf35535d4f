using VolumeViewer.Host.Panels;

namespace VolumeViewer.Host.Commands;

/// <summary>Going back and forth, and finding commands.</summary>
internal static class EditCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        new("edit.undo", "Undo", target => target.History.Undo(), "Ctrl+Z")
        {
            IsEnabled = target => target.History.Undoable is not null,
            TitleNow = target => target.History.Undoable is { } step ? $"Undo: {step.Title}" : "Undo",
            Repeats = true,
        },
        new("edit.redo", "Redo", target => target.History.Redo(), "Ctrl+Shift+Z", "Ctrl+Y")
        {
            IsEnabled = target => target.History.Redoable is not null,
            TitleNow = target => target.History.Redoable is { } step ? $"Redo: {step.Title}" : "Redo",
            Repeats = true,
        },
        new("edit.steps", "Show the steps to undo", target => target.Show(SideTab.Undo)),
        new("edit.palette", "Command palette…", target => target.Shell.WantsPalette = true, "Ctrl+Shift+P"),
    ];
}
