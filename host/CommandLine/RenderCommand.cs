using System.CommandLine;

using VolumeViewer.Host.Export;

namespace VolumeViewer.Host.CommandLine;

/// <summary>render FILE... --out x.png: a picture or figure without a window.</summary>
internal static class RenderCommand
{
    public static Command Create(CommandContext context)
    {
        var (scene, figure) = (new SceneArguments(), new FigureArguments());
        var output = new Option<string>("--out") { Description = "The picture to write: .png, or .pdf or .svg with text and lines as such.", Required = true, HelpName = "FILE" };
        var command = new Command("render", "Draw files or a project into a picture or figure; needs no display.") { output };
        scene.AddTo(command);
        figure.AddTo(command);
        command.SetAction((arguments, cancellationToken) =>
        {
            var target = arguments.GetValue(output)!;
            FigureExport.CheckTarget(target);
            using var shown = scene.Open(context, arguments, cancellationToken);
            var options = figure.Of(arguments, shown, context.Services.Settings.Current.Renderer);
            FigureExport.Write(shown.Viewer, options, target, cancellationToken);
            context.Print(arguments, () => new { file = target, width = options.Width, height = options.Height, widthMillimetres = Math.Round(options.WidthMillimetres, 2), dpi = options.Dpi },
                () => $"{target}: {options.Width} × {options.Height}, {options.WidthMillimetres:0.#} mm wide at {options.Dpi:0.#} dpi");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
