using System.CommandLine;

using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>render FILE... --out x.png: a picture without a window.</summary>
internal static class RenderCommand
{
    private const int MaxLength = 16384;

    public static Command Create(CommandContext context)
    {
        var scene = new SceneArguments();
        var output = new Option<string>("--out") { Description = "The picture to write.", Required = true, HelpName = "FILE.png" };
        var size = new Option<string>("--size") { Description = "Width and height in pixels.", HelpName = "WxH", DefaultValueFactory = _ => "1200x900" };
        var command = new Command("render", "Draw files or a project into a PNG; needs no display.") { output, size };
        scene.AddTo(command);
        command.SetAction((arguments, cancellationToken) =>
        {
            var target = arguments.GetValue(output)!;
            if (!target.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
                throw new UserException($"--out: '{target}' does not end in .png, the only format of pictures.");
            OutputPath.Check(target);
            var (width, height) = ParseSize(arguments.GetValue(size)!);
            using var shown = scene.Open(context, arguments, cancellationToken);
            using var picture = HeadlessRenderer.Render(shown.Viewer, shown.Viewer.Layout, width, height,
                new RenderOptions { Notice = Console.Error.WriteLine, Places = shown.Places }, cancellationToken);
            PngFile.Write(picture, target);
            context.Print(arguments, () => new { file = target, width, height }, () => $"{target}: {width} × {height}");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static (int Width, int Height) ParseSize(string text)
    {
        var parts = text.Split('x');
        if (parts.Length != 2 || !int.TryParse(parts[0], out var width) || !int.TryParse(parts[1], out var height)
            || width is < 16 or > MaxLength || height is < 16 or > MaxLength)
            throw new UserException($"--size: '{text}' is not a size of 16x16 to {MaxLength}x{MaxLength}; write for example 1200x900.");
        return (width, height);
    }
}
