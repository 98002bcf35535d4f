using System.CommandLine;
using System.Numerics;

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
        var files = new Argument<string[]>("FILE") { Description = "Files, or folders of slices; later ones lie on top.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "The picture to write.", Required = true, HelpName = "FILE.png" };
        var layout = new Option<ViewLayout?>("--layout") { Description = "What is shown. Default: the volume, or the oblique plane if there is one." };
        var views = new RenderViewOptions();
        var size = new Option<string>("--size") { Description = "Width and height in pixels.", HelpName = "WxH", DefaultValueFactory = _ => "1200x900" };
        var mode = new Option<ImageRenderMode?>("--mode") { Description = "How images are drawn in 3-D. Default: maximum intensity." };
        var colormap = new Option<string>("--colormap") { Description = $"The colours of images: {string.Join(", ", Colormap.BuiltIn.Select(map => map.Id))}.", HelpName = "ID" };
        var contrast = new Option<string>("--contrast") { Description = "Contrast limits of images in the volume's own units. Default: measured.", HelpName = "LOW,HIGH" };
        var isovalue = new Option<float?>("--isovalue") { Description = "The intensity of the surface, in the volume's own units.", HelpName = "NUMBER" };
        var hide = new Option<string[]>("--hide-phase") { Description = "A phase of label images that is not drawn, by name or file value; may be given several times.", HelpName = "PHASE" };
        var opacity = new Option<float?>("--opacity") { Description = "Opacity of label images over images, 0 to 1.", HelpName = "NUMBER" };
        var turn = new Option<string>("--turn") { Description = "Degrees by which the object is turned to the right and down, from the frontal view.", HelpName = "RIGHT,DOWN" };
        var cursor = new Option<string>("--cursor") { Description = "The voxel of the first file through which slices are shown. Default: the middle.", HelpName = "Z,Y,X" };
        var command = new Command("render", "Draw files into a PNG; needs no display.")
        {
            files, output, layout, size, mode, colormap, contrast, isovalue, hide, opacity, turn, cursor,
        };
        views.AddTo(command);
        command.SetAction((arguments, cancellationToken) =>
        {
            var target = arguments.GetValue(output)!;
            if (!target.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
                throw new UserException($"--out: '{target}' does not end in .png, the only format of pictures.");
            OutputPath.Check(target);
            var (width, height) = ParseSize(arguments.GetValue(size)!);
            var viewer = new Viewer();
            try
            {
                foreach (var file in arguments.GetValue(files)!)
                {
                    var layer = LayerFactory.Open(context.Services.Io, file, kind: null, cancellationToken);
                    viewer.Layers.Add(layer);
                    Apply(layer);
                }
                if (arguments.GetValue(hide) is { Length: > 0 } && !viewer.Layers.OfType<LabelsLayer>().Any())
                    throw new UserException("--hide-phase is for a label image, but none of the files is one.");
                viewer.ResetView();
                if (arguments.GetValue(turn) is { } angles)
                    Turn(viewer.Camera, ParseNumbers("--turn", angles, 2));
                if (arguments.GetValue(cursor) is { } voxel)
                    viewer.Cursor = CursorAt(viewer.Layers[0], ParseNumbers("--cursor", voxel, 3));
                using var picture = HeadlessRenderer.Render(viewer, views.Apply(arguments, viewer, arguments.GetValue(layout)), width, height, new RenderOptions { Notice = Console.Error.WriteLine }, cancellationToken);
                PngFile.Write(picture, target);
            }
            finally
            {
                foreach (var layer in viewer.Layers)
                    layer.Dispose();
            }
            context.Print(arguments, () => new { file = target, width, height }, () => $"{target}: {width} × {height}");
            return Task.FromResult(ExitCode.Done);

            void Apply(Layer layer)
            {
                if (layer is ImageLayer image)
                {
                    image.RenderMode = arguments.GetValue(mode) ?? image.RenderMode;
                    image.Isovalue = arguments.GetValue(isovalue) ?? image.Isovalue;
                    if (arguments.GetValue(colormap) is { } id)
                        image.Colormap = context.Services.Plugins.Get<Colormap>(id);
                    if (arguments.GetValue(contrast) is { } limits)
                        image.ContrastLimits = ParseContrast(limits);
                }
                else if (layer is LabelsLayer labels)
                {
                    labels.Opacity = arguments.GetValue(opacity) ?? labels.Opacity;
                    foreach (var phase in arguments.GetValue(hide) ?? [])
                    {
                        var label = labels.Phases.Find(phase);
                        labels.Phases = labels.Phases.With(label, labels.Phases[label] with { Visible = false });
                    }
                }
            }
        });
        return command;
    }

    private static void Turn(Camera camera, double[] degrees)
    {
        camera.Orientation = Quaternion.Identity;
        camera.Orbit((float)(degrees[0] * Math.PI / 180), (float)(degrees[1] * Math.PI / 180));
    }

    private static WorldPoint CursorAt(Layer layer, double[] voxel)
    {
        var point = new WorldPoint();
        foreach (var axis in new[] { Axis.Z, Axis.Y, Axis.X })
        {
            var index = voxel[(int)axis];
            if (index < 0 || index >= layer.Shape.Along(axis))
                throw new UserException($"--cursor: {index} is outside the {layer.Shape.Along(axis)} voxels along {axis.ToString().ToLowerInvariant()} (counted from 0).");
            point = point.With(axis, (Math.Floor(index) + 0.5) * layer.Spacing.Along(axis));
        }
        return point;
    }

    private static (int Width, int Height) ParseSize(string text)
    {
        var parts = text.Split('x');
        if (parts.Length != 2 || !int.TryParse(parts[0], out var width) || !int.TryParse(parts[1], out var height)
            || width is < 16 or > MaxLength || height is < 16 or > MaxLength)
            throw new UserException($"--size: '{text}' is not a size of 16x16 to {MaxLength}x{MaxLength}; write for example 1200x900.");
        return (width, height);
    }

    private static ContrastLimits ParseContrast(string text)
    {
        var numbers = ParseNumbers("--contrast", text, 2);
        return numbers[0] < numbers[1]
            ? new ContrastLimits((float)numbers[0], (float)numbers[1])
            : throw new UserException($"--contrast: the lower limit {numbers[0]} is not below the upper limit {numbers[1]}.");
    }

    private static double[] ParseNumbers(string option, string text, int count)
    {
        var parts = text.Split(',');
        var numbers = parts.Select(part => double.TryParse(part, out var number) && double.IsFinite(number) ? number : double.NaN).ToArray();
        return numbers.Length == count && !numbers.Any(double.IsNaN) ? numbers
            : throw new UserException($"{option}: '{text}' is not {count} numbers with commas between them.");
    }
}
