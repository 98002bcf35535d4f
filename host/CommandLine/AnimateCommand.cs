using System.CommandLine;
using System.Text.Json.Nodes;

using VolumeViewer.Host.Export;
using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>animate FILE... --out FOLDER|x.mp4: a turntable, or the key frames of a project.</summary>
internal static class AnimateCommand
{
    public static Command Create(CommandContext context)
    {
        var (scene, figure) = (new SceneArguments(), new FigureArguments());
        var output = new Option<string>("--out") { Description = "A folder for PNG files, or a film that ends in .mp4 (needs ffmpeg).", Required = true, HelpName = "FOLDER" };
        var turntable = new Option<double?>("--turntable") { Description = "Degrees that the object turns. Default: 360, unless a project has key frames.", HelpName = "DEGREES" };
        var axis = new Option<Axis>("--axis") { Description = "The axis that it turns about.", DefaultValueFactory = _ => Axis.Y };
        var frames = new Option<int?>("--frames") { Description = "How many frames. Default: 120, or as long as the key frames take.", HelpName = "NUMBER" };
        var rate = new Option<double>("--fps") { Description = "Frames a second.", HelpName = "NUMBER", DefaultValueFactory = _ => 25 };
        var even = new Option<bool>("--even") { Description = "An even pace between key frames, rather than slowly out of one and into the next." };
        var command = new Command("animate", "Draw files or a project frame by frame into PNG files or a film; needs no display.") { output, turntable, axis, frames, rate, even };
        scene.AddTo(command);
        figure.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var target = arguments.GetValue(output)!;
            AnimationExport.CheckTarget(target);
            using var shown = scene.Open(context, arguments, cancellationToken);
            var size = figure.Of(arguments, shown, context.Services.Settings.Current.Renderer);
            var degrees = arguments.GetValue(turntable);
            if (degrees is { } angle && !double.IsFinite(angle))
                throw new UserException($"--turntable: {angle} is not an angle.");
            var keys = degrees is null ? KeyFramesOf(shown.Project) : [];
            IAnimation animation = keys.Count > 0
                ? new KeyFrameAnimation(keys, ValuesOf(context, shown.Viewer), !arguments.GetValue(even))
                : new Turntable(shown.Viewer.Camera.Orientation, degrees ?? 360, arguments.GetValue(axis), shown.Places);
            var options = new AnimationOptions
            {
                Frames = arguments.GetValue(frames) ?? (animation is KeyFrameAnimation timed ? Math.Max(2, (int)Math.Round(timed.Seconds * arguments.GetValue(rate)) + 1) : 120),
                FramesPerSecond = arguments.GetValue(rate),
                Width = size.Width,
                Height = size.Height,
                Render = size.Scaled,
            };
            var written = await CommandContext.RunJobAsync("animate",
                job => Task.Run(() => AnimationExport.Write(shown.Viewer, animation, options, target, new JobReports(job), job.CancellationToken)), cancellationToken).ConfigureAwait(false);
            context.Print(arguments, () => new { file = target, frames = options.Frames, files = written.Count, framesPerSecond = options.FramesPerSecond, width = options.Width, height = options.Height },
                () => $"{target}: {options.Frames} frames of {options.Width} × {options.Height}, {options.Frames / options.FramesPerSecond:0.##} s at {options.FramesPerSecond:0.##} a second");
            return ExitCode.Done;
        });
        return command;
    }

    private static List<KeyFrame> KeyFramesOf(ProjectState? project)
    {
        try
        {
            return [.. (project?.Parts[KeyFramesPart.Entry] as JsonArray ?? []).Select(node => KeyFrame.Read(node!))];
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException)
        {
            throw new UserException($"The key frames of the project cannot be read: {problem.Message} Use --turntable instead.", problem);
        }
    }

    private static ValueJson ValuesOf(CommandContext context, Viewer viewer) => new(new ValueScope(
        id => viewer.Layers.FirstOrDefault(layer => LayerIds.Of(layer) == id),
        id => context.Services.Plugins.AllActive<Colormap>().FirstOrDefault(colormap => colormap.Id == id)));
}
