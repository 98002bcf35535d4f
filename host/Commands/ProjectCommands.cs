using VolumeViewer.Host.Panels;

namespace VolumeViewer.Host.Commands;

/// <summary>Projects: all that is shown, and how, in one file.</summary>
internal static class ProjectCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        new("project.new", "New project", target => target.Bench.Project.New()),
        new("project.open", "Open project…", target => Open(target.Bench), "Ctrl+Shift+O"),
        new("project.save", "Save project", target => target.Bench.Project.Save(), "Ctrl+S"),
        new("project.save-as", "Save project as…", target => target.Bench.Project.SaveAs(), "Ctrl+Alt+S"),
        new("project.find-missing", "Find missing data of the project…", target => target.Bench.Project.FindMissing())
        {
            IsEnabled = target => target.Bench.Project.State.Absent.Exists(absent => absent.IsDataMissing),
        },
        new("file.open-last", "Open the last project", target => target.Bench.Project.Open(target.Bench.Project.Recent.Projects[0])) { IsEnabled = target => target.Bench.Project.Recent.Projects.Count > 0 },
        new("file.clear-recent", "Clear the list of recent files", target => target.Bench.Project.Recent.Clear()) { IsEnabled = target => target.Bench.Project.Recent.Paths.Count > 0 },
    ];

    public static void Open(Workbench bench) => bench.FileRequest = new FileRequest("Open a project", FileGoal.Open, "Open", "", paths => bench.Project.Open(paths[0]));
}
