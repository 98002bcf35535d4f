using System.CommandLine;
using System.Numerics;

using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Points;
using VolumeViewer.Host.Projects;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>What 'render' and 'animate' have in common: what is shown, and how.</summary>
internal sealed class SceneArguments
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Files, or folders of slices, of which later ones lie on top; or a project.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _data = ProjectOptions.Data();
    private readonly Option<ViewLayout?> _layout = new("--layout") { Description = "What is shown. Default: the 3-D view, or that of the project." };
    private readonly Option<ImageRenderMode?> _mode = new("--mode") { Description = "How images are drawn in 3-D. Default: maximum intensity." };
    private readonly Option<string> _colormap = new("--colormap") { Description = $"The colours of images: {string.Join(", ", Colormap.BuiltIn.Where(map => !map.IsInverted).Select(map => map.Id))}; each also with -inverted behind.", HelpName = "ID" };
    private readonly Option<string> _contrast = new("--contrast") { Description = "Contrast limits of images in the volume's own units. Default: measured.", HelpName = "LOW,HIGH" };
    private readonly Option<float?> _isovalue = new("--isovalue") { Description = "The intensity of the surface, in the volume's own units.", HelpName = "NUMBER" };
    private readonly Option<string[]> _hide = new("--hide-phase") { Description = "A phase of label images that is not drawn, by name or file value; may be given several times.", HelpName = "PHASE" };
    private readonly Option<float?> _opacity = new("--opacity") { Description = "Opacity of label images over images, 0 to 1.", HelpName = "NUMBER" };
    private readonly Option<string> _turn = new("--turn") { Description = "Degrees by which the object is turned to the right and down, from the frontal view.", HelpName = "RIGHT,DOWN" };
    private readonly Option<string> _cursor = new("--cursor") { Description = "The voxel of the first file through which slices are shown. Default: the middle.", HelpName = "Z,Y,X" };

    private readonly RenderLookOptions _look = new();
    private readonly RenderViewOptions _views = new();
    private readonly SliceTurnOption _turns = new();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_files);
        foreach (var option in new Option[] { _data, _layout, _mode, _colormap, _contrast, _isovalue, _hide, _opacity, _turn, _cursor })
            command.Add(option);
        _look.AddTo(command);
        _views.AddTo(command);
        _turns.AddTo(command);
    }

    /// <summary>Opens what was named and sets what was asked for. The caller disposes the layers.</summary>
    /// <returns>The viewer, where its slice views stand, and the project where one was named.</returns>
    /// <exception cref="UserException">Something cannot be opened, or a value does not fit.</exception>
    public Scene Open(CommandContext context, ParseResult arguments, CancellationToken cancellationToken)
    {
        var (viewer, files) = (new Viewer(), arguments.GetValue(_files)!);
        var (places, state) = ((IReadOnlyDictionary<Axis, SlicePlace>)new Dictionary<Axis, SlicePlace>(), (ProjectState?)null);
        try
        {
            if (files.Any(ProjectState.IsProject))
            {
                if (files.Length > 1)
                    throw new UserException($"A project is shown alone: give either '{files.First(ProjectState.IsProject)}' or files.");
                using var reading = ProjectReading.Of(files[0], context.Services, arguments.GetValue(_data), progress: null, cancellationToken);
                reading.ApplyTo(viewer);
                foreach (var notice in reading.Notices)
                    Console.Error.WriteLine(notice);
                (state, places) = (reading.State, ViewsPart.PlacesOf(reading.State.Parts[ViewsPart.Entry]));
            }
            foreach (var file in state is null ? files : [])
                viewer.Layers.Add(PointsCsv.Knows(file) ? PointsCsv.Open(file, viewer.Layers.FirstOrDefault()) : LayerFactory.Open(context.Services.Io, file, kind: null, cancellationToken));
            _look.Apply(arguments, viewer);
            if (arguments.GetValue(_colormap) is not null && _look.HasColors(arguments))
                throw new UserException("--colormap and --color-points both say what colours images have: give one of them.");
            foreach (var layer in viewer.Layers)
                Apply(layer, context, arguments);
            if (arguments.GetValue(_hide) is { Length: > 0 } && !viewer.Layers.OfType<LabelsLayer>().Any())
                throw new UserException("--hide-phase is for a label image, but none of the files is one.");
            if (state is null)
                viewer.ResetView();
            if (arguments.GetValue(_turn) is { } angles)
                Turn(viewer.Camera, ParseNumbers("--turn", angles, 2));
            if (arguments.GetValue(_cursor) is { } voxel)
                viewer.Cursor = CursorAt(viewer.Layers[0], ParseNumbers("--cursor", voxel, 3));
            var asked = _views.Apply(arguments, viewer);
            viewer.Layout = arguments.GetValue(_layout) ?? asked ?? (state is null ? ViewLayout.Volume : viewer.Layout);
            return new Scene(viewer, _turns.Apply(arguments, places), state);
        }
        catch
        {
            foreach (var layer in viewer.Layers)
                layer.Dispose();
            throw;
        }
    }

    /// <summary>Numbers with commas between them.</summary>
    /// <exception cref="UserException">There are not as many as wanted.</exception>
    public static double[] ParseNumbers(string option, string text, int count)
    {
        var parts = text.Split(',');
        var numbers = parts.Select(part => double.TryParse(part, out var number) && double.IsFinite(number) ? number : double.NaN).ToArray();
        return numbers.Length == count && !numbers.Any(double.IsNaN) ? numbers
            : throw new UserException($"{option}: '{text}' is not {count} numbers with commas between them.");
    }

    private void Apply(Layer layer, CommandContext context, ParseResult arguments)
    {
        _look.Apply(arguments, layer);
        if (layer is ImageLayer image)
        {
            image.RenderMode = arguments.GetValue(_mode) ?? image.RenderMode;
            image.Isovalue = arguments.GetValue(_isovalue) ?? image.Isovalue;
            if (arguments.GetValue(_colormap) is { } id)
                image.Colormap = context.Services.Plugins.Get<Colormap>(id);
            if (arguments.GetValue(_contrast) is { } limits)
                image.ContrastLimits = ParseContrast(limits);
        }
        else if (layer is LabelsLayer labels)
        {
            labels.Opacity = arguments.GetValue(_opacity) ?? labels.Opacity;
            foreach (var phase in arguments.GetValue(_hide) ?? [])
            {
                var label = labels.Phases.Find(phase);
                labels.Phases = labels.Phases.With(label, labels.Phases[label] with { Visible = false });
            }
        }
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

    private static ContrastLimits ParseContrast(string text)
    {
        var numbers = ParseNumbers("--contrast", text, 2);
        return numbers[0] < numbers[1]
            ? new ContrastLimits((float)numbers[0], (float)numbers[1])
            : throw new UserException($"--contrast: the lower limit {numbers[0]} is not below the upper limit {numbers[1]}.");
    }

    /// <summary>What is shown.</summary>
    /// <param name="Viewer">Layers, camera, cursor and layout.</param>
    /// <param name="Places">Where slice views stand.</param>
    /// <param name="Project">The project, or null for files.</param>
    internal sealed record Scene(Viewer Viewer, IReadOnlyDictionary<Axis, SlicePlace> Places, ProjectState? Project) : IDisposable
    {
        public void Dispose()
        {
            foreach (var layer in Viewer.Layers)
                layer.Dispose();
        }
    }
}
