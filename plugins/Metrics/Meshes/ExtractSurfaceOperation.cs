using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Meshes;

/// <summary>extract.surface and extract.isosurface: the triangles of a phase, or of a grey value.</summary>
internal static class ExtractSurfaceOperation
{
    private static readonly Rgba[] LineColors = [new(255, 150, 50), new(60, 190, 230)];

    public static Operation<ExtractSurfaceParameters> OfPhase() => new("extract.surface", "Surface of a phase as a mesh", Run)
    {
        Description = "Makes the triangles around a phase by marching cubes, as a surface layer that can be saved as STL, PLY or OBJ, in µm; and tells its area and volume.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume.")],
    };

    public static Operation<ExtractIsosurfaceParameters> OfGrey() => new("extract.isosurface", "Surface of a grey value as a mesh", RunGrey)
    {
        Description = "Makes the triangles around all that is brighter than a grey value by marching cubes, as a surface layer that can be saved as STL, PLY or OBJ, in µm.",
        Inputs = [new("in", InputKind.Image, "The image.")],
    };

    private static OperationResult Run(OperationContext context, ExtractSurfaceParameters parameters)
    {
        var layer = context.Labels("in");
        var phase = PhaseOf(layer.Phases, parameters.Phase);
        return Make(context, new PhaseField(layer.Labels, phase, parameters.Smoothing), 0.5f, parameters.Close, $"{layer.Name}, {layer.Phases[phase].Name}", layer.Phases[phase].Color with { A = 255 });
    }

    private static OperationResult RunGrey(OperationContext context, ExtractIsosurfaceParameters parameters)
    {
        var layer = context.Image("in");
        var level = (float)(parameters.Isovalue ?? layer.Isovalue);
        return Make(context, new ImageField(layer.Volume), level, parameters.Close, $"{layer.Name} above {level:G5}",
            Against(layer.Colormap.At((level - layer.ContrastLimits.Low) / (layer.ContrastLimits.High - layer.ContrastLimits.Low))));
    }

    // The image has the colour of the isovalue along the line that the surface draws in a slice, so that a line of that colour would not be seen.
    private static Rgba Against(Rgba image) => LineColors.MaxBy(line =>
        Math.Pow(line.R - image.R, 2) + Math.Pow(line.G - image.G, 2) + Math.Pow(line.B - image.B, 2));

    private static OperationResult Make(OperationContext context, IField field, float level, bool isClosed, string name, Rgba color)
    {
        var progress = new SliceProgress(context.Job, Math.Max(1, field.Shape.Depth + (isClosed ? 1 : -1)), "making triangles");
        var mesh = Mesher.Make(field, level, isClosed, progress.Step, context.CancellationToken);
        if (mesh.TriangleCount == 0)
            throw new UserException($"There is no surface: nothing of '{name}' lies on one side of it, or all does.");
        // So dark a surface would be seen as a hole.
        var shown = color is { R: < 50, G: < 50, B: < 50 } ? new Rgba(190, 196, 204) : color;
        var unit = field.Spacing.Unit;
        return new OperationResult
        {
            Layers = [new SurfaceLayer(name, mesh, field.Shape, field.Spacing) { Color = shown }],
            Tables = [Facts(name, mesh, isClosed, unit)],
        };
    }

    private static Table Facts(string name, SurfaceMesh mesh, bool isClosed, string unit)
    {
        var table = new Table($"Surface of {name}", new TableColumn("property"), new TableColumn("value"), new TableColumn("unit"));
        table.Add("triangles", mesh.TriangleCount, "");
        table.Add("vertices", mesh.Vertices.Length, "");
        table.Add("area", mesh.Area, $"{unit}²");
        if (isClosed)
            table.Add("volume", mesh.Volume, $"{unit}³");
        return table;
    }

    private static int PhaseOf(PhaseTable phases, string text)
    {
        if (text.Length == 0)
        {
            var shown = Enumerable.Range(0, phases.Count).Where(label => phases[label].Visible).ToList();
            return shown.Count > 0 ? shown[0] : 0;
        }
        return phases.Find(text);
    }
}
