using System.CommandLine;
using System.Numerics;
using System.Text;

using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Points;
using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>info FILE: what a file holds.</summary>
internal static class InfoCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A file, a folder of slices, or a project." };
        var data = ProjectOptions.Data();
        var command = new Command("info", "Tell what a file holds: shape, spacing, voxel type, grey values or phases; of a project its layers, and what is missing.") { file, data };
        command.SetAction((arguments, cancellationToken) =>
        {
            if (ProjectState.IsProject(arguments.GetValue(file)!))
                return Task.FromResult(ProjectInfo.Print(context, arguments, arguments.GetValue(file)!, arguments.GetValue(data) ?? [], cancellationToken));
            using var layer = LayerFactory.Open(context.Services.Io, arguments.GetValue(file)!, kind: null, cancellationToken);
            context.Print(arguments,
                () => layer switch { SurfaceLayer surface => Json(surface), PointsLayer points => Json(points), _ => Json(layer) },
                () => layer switch { SurfaceLayer surface => Text(surface), PointsLayer points => Text(points), _ => Text(layer) });
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static VoxelType VoxelTypeOf(Layer layer) => layer is ImageLayer image ? image.Volume.VoxelType : ((LabelsLayer)layer).Labels.VoxelType;

    private static object Json(SurfaceLayer layer)
    {
        var isClosed = layer.Mesh.IsClosed();
        return new
        {
            file = layer.Origin,
            kind = "surface",
            vertices = layer.Mesh.Vertices.Length,
            triangles = layer.Mesh.TriangleCount,
            isClosed,
            areaSquareMicrometres = layer.Mesh.Area,
            volumeCubicMicrometres = isClosed ? layer.Mesh.Volume : (double?)null,
        };
    }

    // An open surface encloses nothing; one that is closed may have its triangles turned inward.
    private static string Text(SurfaceLayer layer)
    {
        var (mesh, isClosed) = (layer.Mesh, layer.Mesh.IsClosed());
        return $"{"file",-19}{layer.Origin}\n{"kind",-19}surface\n{"vertices",-19}{mesh.Vertices.Length:N0}\n{"triangles",-19}{mesh.TriangleCount:N0}\n{"area",-19}{mesh.Area:G6} µm²\n{"closed",-19}{(isClosed ? "yes" : "no")}\n"
            + (isClosed ? $"{"volume",-19}{Math.Abs(mesh.Volume):G6} µm³{(mesh.Volume < 0 ? ", its triangles face inward" : "")}\n" : "");
    }

    private static object Json(PointsLayer layer) => new { file = layer.Origin, kind = "points", points = layer.Positions.Length, voxelsLow = Reach(layer).Low, voxelsHigh = Reach(layer).High, values = Values(layer) };

    private static string Text(PointsLayer layer)
    {
        var (low, high) = Reach(layer);
        static string Voxel(float[] voxel) => string.Join(", ", voxel.Select(number => $"{number:0.##}"));
        return $"{"file",-19}{layer.Origin}\n{"kind",-19}points\n{"points",-19}{layer.Positions.Length:N0}\n"
            + (low is not null && high is not null ? $"{"voxels (z, y, x)",-19}{Voxel(low)} to {Voxel(high)}\n" : "")
            + (Values(layer) is [var least, var most] ? $"{"values",-19}{least} to {most}\n" : "");
    }

    private static (float[]? Low, float[]? High) Reach(PointsLayer layer)
    {
        static float[] Of(Vector3 voxel) => [voxel.Z, voxel.Y, voxel.X];
        var voxels = layer.Positions.Select(layer.VoxelOf).ToList();
        return voxels.Count == 0 ? (null, null) : (Of(voxels.Aggregate(Vector3.Min)), Of(voxels.Aggregate(Vector3.Max)));
    }

    private static float[]? Values(PointsLayer layer) => layer.Values.IsEmpty ? null : [layer.Values.Min(), layer.Values.Max()];

    private static object Json(Layer layer) => new
    {
        file = layer.Origin,
        kind = layer is ImageLayer ? "image" : "labels",
        shape = new[] { layer.Shape.Depth, layer.Shape.Height, layer.Shape.Width },
        voxels = layer.Shape.VoxelCount,
        voxelType = VoxelTypeOf(layer).ToString(),
        spacingMicrometres = layer.Spacing.IsCalibrated ? new[] { layer.Spacing.Z, layer.Spacing.Y, layer.Spacing.X } : null,
        grey = layer is ImageLayer image
            ? new
            {
                minimum = image.Statistics.Minimum,
                maximum = image.Statistics.Maximum,
                mean = image.Statistics.Mean,
                standardDeviation = image.Statistics.StandardDeviation,
                sampledVoxels = image.Statistics.Count,
            }
            : null,
        phases = layer is LabelsLayer labels
            ? labels.Phases.Select(phase => new { name = phase.Name, value = phase.FileValue, color = phase.Color.ToString() }).ToArray()
            : null,
    };

    private static string Text(Layer layer)
    {
        var text = new StringBuilder();
        Line("file", layer.Origin);
        Line("kind", layer is ImageLayer ? "image" : "labels");
        Line("shape (z, y, x)", $"{layer.Shape}, {layer.Shape.VoxelCount:N0} voxels");
        Line("voxel type", VoxelTypeOf(layer).ToString());
        Line("spacing (z, y, x)", layer.Spacing.IsCalibrated ? layer.Spacing.ToString() : "not stated in the file");
        if (layer is ImageLayer { Statistics: var grey })
        {
            Line("grey values", $"{grey.Minimum} to {grey.Maximum}, mean {grey.Mean:0.####}, standard deviation {grey.StandardDeviation:0.####}"
                + (grey.Count < layer.Shape.VoxelCount ? $" (of {grey.Count:N0} sampled voxels)" : ""));
        }
        else if (layer is LabelsLayer labels)
        {
            Line("phases", string.Join(", ", labels.Phases.Select(phase => $"{phase.Name} (value {phase.FileValue})")));
        }
        return text.ToString();

        void Line(string name, string value) => text.Append(name.PadRight(19)).Append(value).Append('\n');
    }
}
