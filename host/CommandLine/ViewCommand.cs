using System.CommandLine;

using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Projects;
using VolumeViewer.Host.Recovery;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>view FILE...: opens the window.</summary>
internal static class ViewCommand
{
    public static Command Create(CommandContext context)
    {
        var files = new Argument<string[]>("FILE") { Description = "A project, or files or folders of slices.", Arity = ArgumentArity.ZeroOrMore };
        var layout = new Option<ViewLayout>("--layout") { Description = "The views to begin with.", DefaultValueFactory = _ => ViewLayout.FourUp };
        var watch = new Option<bool>("--watch")
        {
            Description = "When a plugin is replaced by a newer build, run the operations that made layers with the older one again, and compare.",
        };
        var renderer = new Option<RendererChoice?>("--renderer") { Description = "What draws in 3-D, this time. Default: the setting 'renderer'." };
        var command = new Command("view", "Open the viewer's window on files; without any, on an empty viewer.") { files, layout, watch, renderer };
        command.SetAction((arguments, cancellationToken) =>
        {
            string[] paths = [.. (arguments.GetValue(files) ?? []).Select(DataPath.Local)];
            // The window opens at once and reads behind; what can be told before is told here.
            if (paths.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path)) is { } missing)
                throw new UserException($"There is no file or folder '{missing}'.");
            foreach (var project in paths.Where(ProjectState.IsProject))
                ProjectReading.Parse(project);
            MainWindow.Run(context.Services, new Viewer { Layout = arguments.GetValue(layout) }, new MainWindowOptions
            {
                Paths = paths,
                RecoveryFolder = LabelRecovery.FolderOfUser,
                Startup = arguments.GetValue(watch) ? [bench => bench.Remade.IsAutomatic = true] : [],
                Closing = cancellationToken,
                Renderer = arguments.GetValue(renderer),
            });
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
