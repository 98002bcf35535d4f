using System.CommandLine;
using System.Globalization;
using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>The options of pictures that compare layers, and of oblique and thick slices.</summary>
internal sealed class RenderViewOptions
{
    private readonly Option<string> _compare = new("--compare") { HelpName = "side-by-side|swipe|checkerboard|grid", Description = "Shows two groups of files against each other. Default of the groups: the last file but one, and the last; the others on both sides." };
    private readonly Option<string> _left = new("--left") { Description = "The files of the first group, counted from 1; 0 for none.", HelpName = "N,..." };
    private readonly Option<string> _right = new("--right") { Description = "The files of the second group.", HelpName = "N,..." };
    private readonly Option<bool> _alone = new("--alone") { Description = "Leaves out files that are in neither group." };
    private readonly Option<float?> _position = new("--position") { Description = "For --compare swipe: where the divider stands, 0 (left) to 1. Default: 0.5.", HelpName = "NUMBER" };
    private readonly Option<int?> _field = new("--field") { Description = "For --compare checkerboard: the edge of a field, pixels. Default: 64.", HelpName = "PIXELS" };
    private readonly Option<string> _plane = new("--plane") { Description = "An oblique slice: three voxels of the first file that it goes through, or the direction that it lies across, through --cursor.", HelpName = "Z,Y,X[:Z,Y,X:Z,Y,X]" };
    private readonly Option<string> _slab = new("--slab") { Description = "The thickness of slices of images, in voxels of the first file or with um in µm, and what becomes of the values within: maximum, minimum, mean or sum; with labels too, the most frequent label is shown.", HelpName = "NUMBER[um][,PROJECTION][,labels]" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _compare, _left, _right, _alone, _position, _field, _plane, _slab })
            command.Options.Add(option);
    }

    /// <summary>Sets the viewer as the options say. To be called when all layers are there and the cursor is set.</summary>
    /// <param name="arguments">The line.</param>
    /// <param name="viewer">The viewer.</param>
    /// <returns>The layout that they need, or null for any.</returns>
    /// <exception cref="UserException">An option makes no sense.</exception>
    public ViewLayout? Apply(ParseResult arguments, Viewer viewer)
    {
        if (arguments.GetValue(_slab) is { } slab)
            viewer.Slab = ParseSlab(slab, viewer.Layers[0]);
        var isOblique = arguments.GetValue(_plane) is not null;
        if (arguments.GetValue(_plane) is { } plane)
            SetPlane(viewer, plane);
        viewer.Comparison = CompareOf(arguments, viewer) ?? viewer.Comparison;
        return isOblique ? ViewLayout.ObliquePlane : null;
    }

    private Comparison? CompareOf(ParseResult arguments, Viewer viewer)
    {
        var groups = (Left: arguments.GetValue(_left), Right: arguments.GetValue(_right));
        if (arguments.GetValue(_compare) is not { } word)
            return groups is (null, null) ? null : throw new UserException("--left and --right are for --compare: write for example --compare swipe.");
        if (!Enum.TryParse<ComparisonMode>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode) || !Enum.IsDefined(mode))
            throw new UserException($"--compare: there is no '{word}'; there are: side-by-side, swipe, checkerboard, grid.");
        if (mode == ComparisonMode.Flicker)
            throw new UserException("--compare flicker: a picture stands still. Use side-by-side, swipe or checkerboard.");
        var layers = viewer.Layers;
        if (layers.Count < 2 && groups.Left is null && mode != ComparisonMode.Grid)
            throw new UserException("--compare needs two files, or --left 0 to compare a file with nothing.");
        List<Layer> left = groups.Left is { } first ? Group("--left", first, layers) : [layers[Math.Max(0, layers.Count - 2)]];
        List<Layer> right = groups.Right is { } second ? Group("--right", second, layers) : [layers[^1]];
        var comparison = new Comparison(mode, [.. left], [.. right]) { ShowsOthers = !arguments.GetValue(_alone) };
        if (arguments.GetValue(_position) is { } position)
            comparison = position is >= 0 and <= 1 ? comparison with { Position = position } : throw new UserException($"--position: {position} is not between 0 and 1.");
        if (arguments.GetValue(_field) is { } field)
        {
            comparison = field is >= Comparison.SmallestField and <= Comparison.LargestField ? comparison with { FieldPixels = field }
                : throw new UserException($"--field: {field} is not between {Comparison.SmallestField} and {Comparison.LargestField} pixels.");
        }
        return comparison;
    }

    private static List<Layer> Group(string option, string text, LayerList layers)
    {
        var group = new List<Layer>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > layers.Count)
                throw new UserException($"{option}: '{part}' is none of the files, which are counted from 1 to {layers.Count}; 0 stands for none.");
            if (number > 0)
                group.Add(layers[number - 1]);
        }
        return group;
    }

    private static void SetPlane(Viewer viewer, string text)
    {
        var points = text.Split(':').Select(Numbers).ToList();
        var spacing = viewer.Layers[0].Spacing;
        try
        {
            switch (points.Count)
            {
                case 1:
                    viewer.Oblique = PlaneOrientation.AcrossNormal(new Vector3((float)points[0][2], (float)points[0][1], (float)points[0][0]));
                    return;
                case 3:
                    var places = points.Select(point => new Vector3((float)((point[2] + 0.5) * spacing.X), (float)((point[1] + 0.5) * spacing.Y), (float)((point[0] + 0.5) * spacing.Z))).ToList();
                    viewer.Oblique = PlaneOrientation.Through(places[0], places[1], places[2]);
                    var middle = (places[0] + places[1] + places[2]) / 3;
                    viewer.Cursor = WorldPoint.Of(middle);
                    return;
            }
        }
        catch (ArgumentException fault)
        {
            throw new UserException($"--plane: {fault.Message}", fault);
        }
        throw new UserException($"--plane: '{text}' is neither a direction z,y,x nor three voxels z,y,x:z,y,x:z,y,x.");

        double[] Numbers(string part)
        {
            var numbers = part.Split(',').Select(each => double.TryParse(each, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN).ToArray();
            return numbers.Length == 3 && !numbers.Any(double.IsNaN) ? numbers : throw new UserException($"--plane: '{part}' is not three numbers z,y,x.");
        }
    }

    private static Slab ParseSlab(string text, Layer reference)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var withLabels = parts.Length > 1 && parts[^1].Equals("labels", StringComparison.OrdinalIgnoreCase);
        if (withLabels)
            parts = parts[..^1];
        var isLength = parts[0].EndsWith("um", StringComparison.OrdinalIgnoreCase) || parts[0].EndsWith("µm", StringComparison.OrdinalIgnoreCase);
        var projection = SlabProjection.Maximum;
        if (parts.Length > 2 || (parts.Length == 2 && !(Enum.TryParse(parts[1], ignoreCase: true, out projection) && Enum.IsDefined(projection)))
            || !double.TryParse(isLength ? parts[0][..^2] : parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var thickness) || !(thickness > 0 && double.IsFinite(thickness)))
            throw new UserException($"--slab: '{text}' is no thickness; write for example 10, 10,mean, 10,labels or 2.5um,minimum,labels.");
        return new Slab(isLength ? thickness : thickness * reference.Spacing.Z, projection) { ShowsMostFrequentLabel = withLabels };
    }
}
