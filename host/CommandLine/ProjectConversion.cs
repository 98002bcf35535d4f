using System.CommandLine;

using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Meshes;
using VolumeViewer.Host.Points;
using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>convert PROJECT OUT: one layer of a project into a file, as the window's layer menu saves it.</summary>
internal sealed class ProjectConversion
{
    private readonly Option<string?> _layer = new("--layer") { Description = "Of a project: the layer to write. Default: the only one that the ending of OUT is for.", HelpName = "NAME" };
    private readonly Option<string[]> _data = ProjectOptions.Data();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_layer);
        command.Add(_data);
    }

    /// <exception cref="UserException">There are options that only projects have.</exception>
    public void CheckUnused(ParseResult arguments, string input)
    {
        if (arguments.GetValue(_layer) is not null || arguments.GetValue(_data) is { Length: > 0 })
            throw new UserException($"--layer and --data are for projects, but '{input}' is none.");
    }

    /// <summary>Writes the layer.</summary>
    /// <param name="context">Reads and writes volumes.</param>
    /// <param name="arguments">The line.</param>
    /// <param name="project">The project.</param>
    /// <param name="target">Where.</param>
    /// <param name="asText">Whether a surface is written as text.</param>
    /// <param name="part">Makes of a volume the part that was asked for.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="UserException">There is no such layer, or it cannot be written.</exception>
    public async Task<int> RunAsync(CommandContext context, ParseResult arguments, string project, string target, bool asText, Func<IVolumeSource, IVolumeSource> part, CancellationToken cancellationToken)
    {
        using var reading = ProjectReading.Of(project, context.Services, arguments.GetValue(_data), progress: null, cancellationToken);
        foreach (var notice in reading.Notices)
            Console.Error.WriteLine(notice);
        var layer = Choose(project, reading, arguments.GetValue(_layer), target);
        switch (layer)
        {
            case PointsLayer points:
                PointsCsv.Write(points, target);
                context.Print(arguments, () => new { file = target, layer = layer.Name, points = points.Positions.Length }, () => $"{target}: {points.Positions.Length} points of '{layer.Name}'");
                return ExitCode.Done;
            case SurfaceLayer { Mesh: var mesh }:
                MeshFiles.Write(mesh, target, null, asText, cancellationToken);
                context.Print(arguments, () => new { file = target, layer = layer.Name, vertices = mesh.Vertices.Length, triangles = mesh.TriangleCount }, () => $"{target}: {mesh.TriangleCount} triangles of '{layer.Name}'");
                return ExitCode.Done;
        }
        context.Services.Io.CheckTarget(target);
        var volume = part(layer is LabelsLayer labels ? labels.Labels.WithPhases(labels.Phases) : ((ImageLayer)layer).Volume);
        await CommandContext.RunJobAsync("convert", job => Task.Run(() =>
        {
            context.Services.Io.Save(volume, target, new JobReports(job), cancellationToken);
            return true;
        }), cancellationToken).ConfigureAwait(false);
        context.Print(arguments,
            () => new { file = target, layer = layer.Name, shape = new[] { volume.Shape.Depth, volume.Shape.Height, volume.Shape.Width }, voxelType = volume.VoxelType.ToString() },
            () => $"{target}: {volume.Shape} voxels of {volume.VoxelType} of '{layer.Name}'");
        return ExitCode.Done;
    }

    private static Layer Choose(string project, ProjectReading reading, string? name, string target)
    {
        if (name is not null && reading.State.Absent.FirstOrDefault(absent => absent.Name == name) is { } absent)
            throw new UserException($"The layer '{name}' of '{project}' cannot be written: {absent.Reason}");
        var fitting = reading.Layers.Where(layer => Fits(layer, target)).ToList();
        var chosen = name is null ? fitting : [.. reading.Layers.Where(layer => layer.Name == name)];
        if (chosen is [var only])
            return Fits(only, target) ? only : throw new UserException($"The layer '{only.Name}' cannot be written to '{target}': {Endings(only)}");
        var names = string.Join(", ", (name is null && fitting.Count > 0 ? fitting : reading.Layers).Select(layer => $"'{layer.Name}' ({LayerKeepers.Of(layer)?.Kind})"));
        throw new UserException(name is not null ? $"'{project}' has no layer '{name}'; there are: {names}."
            : fitting.Count == 0 ? $"'{project}' has no layer for a file such as '{target}'; there are: {names}."
            : $"'{project}' has several layers for a file such as '{target}': name one with --layer. There are: {names}.");
    }

    private static bool Fits(Layer layer, string target) => layer switch
    {
        PointsLayer => PointsCsv.Knows(target),
        SurfaceLayer => MeshFiles.Knows(target),
        _ => !PointsCsv.Knows(target) && !MeshFiles.Knows(target),
    };

    private static string Endings(Layer layer) => layer switch
    {
        PointsLayer => "points are written as .csv.",
        SurfaceLayer => "surfaces are written as .stl, .ply or .obj.",
        _ => "give a name that ends as a file of voxels does, such as .tif.",
    };
}
