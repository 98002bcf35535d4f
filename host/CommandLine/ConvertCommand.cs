using System.CommandLine;

using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Meshes;
using VolumeViewer.Host.Points;
using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>convert IN OUT: from one format into another, or a part of the slices.</summary>
internal static class ConvertCommand
{
    public static Command Create(CommandContext context)
    {
        var input = new Argument<string>("IN") { Description = "A file, or a folder of slices; or a project, of which one layer is written." };
        var output = new Argument<string>("OUT") { Description = "The file to write; its ending chooses the format. A folder (ends in /) gets one file a slice." };
        var slices = new Option<string>("--slices") { Description = "The slices to keep, from 0, both ends included, such as 112..223.", HelpName = "FIRST..LAST" };
        var spacing = new Option<string>("--spacing") { Description = "Voxel spacing in µm, one number or z,y,x, instead of what the file states.", HelpName = "µm" };
        var asText = new Option<bool>("--text") { Description = "Write surfaces in STL or PLY as text instead of binary." };
        var project = new ProjectConversion();
        var command = new Command("convert", "Write a volume in another format, or a part of its slices; or a surface, or points, in another format; or a layer of a project.") { input, output, slices, spacing, asText };
        project.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var target = arguments.GetValue(output)!;
            IVolumeSource Part(IVolumeSource source)
            {
                var (first, last) = ParseSlices(arguments.GetValue(slices), source.Shape.Depth);
                return new SliceRange(source, first, last, ParseSpacing(arguments.GetValue(spacing)) ?? source.Spacing);
            }
            if (ProjectState.IsProject(arguments.GetValue(input)!))
                return await project.RunAsync(context, arguments, arguments.GetValue(input)!, target, arguments.GetValue(asText), Part, cancellationToken).ConfigureAwait(false);
            project.CheckUnused(arguments, arguments.GetValue(input)!);
            if (MeshFiles.Knows(arguments.GetValue(input)!))
            {
                var mesh = MeshFiles.Read(arguments.GetValue(input)!);
                MeshFiles.Write(mesh, target, null, arguments.GetValue(asText), cancellationToken);
                context.Print(arguments, () => new { file = target, vertices = mesh.Vertices.Length, triangles = mesh.TriangleCount }, () => $"{target}: {mesh.TriangleCount} triangles");
                return ExitCode.Done;
            }
            if (PointsCsv.Knows(arguments.GetValue(input)!))
            {
                using var points = PointsCsv.Open(arguments.GetValue(input)!, reference: null);
                PointsCsv.Write(points, target);
                context.Print(arguments, () => new { file = target, points = points.Positions.Length }, () => $"{target}: {points.Positions.Length} points");
                return ExitCode.Done;
            }
            using var source = context.Services.Io.Open(arguments.GetValue(input)!, cancellationToken);
            context.Services.Io.CheckTarget(target);
            var part = Part(source);
            await CommandContext.RunJobAsync("convert", job => Task.Run(() =>
            {
                context.Services.Io.Save(part, target, new JobReports(job), cancellationToken);
                return true;
            }), cancellationToken).ConfigureAwait(false);
            context.Print(arguments,
                () => new { file = target, shape = new[] { part.Shape.Depth, part.Shape.Height, part.Shape.Width }, voxelType = part.VoxelType.ToString() },
                () => $"{target}: {part.Shape} voxels of {part.VoxelType}");
            return ExitCode.Done;
        });
        return command;
    }

    private static (int First, int Last) ParseSlices(string? text, int depth)
    {
        if (text is null)
            return (0, depth - 1);
        var ends = text.Split("..", 2);
        if (ends.Length != 2 || !int.TryParse(ends[0], out var first) || !int.TryParse(ends[1], out var last) || first < 0 || first > last || last >= depth)
            throw new UserException($"--slices: '{text}' is not a range of the slices 0 to {depth - 1}; write for example 0..{depth - 1}.");
        return (first, last);
    }

    private static Spacing? ParseSpacing(string? text)
    {
        if (text is null)
            return null;
        var numbers = text.Split(',').Select(part => double.TryParse(part, out var number) && number > 0 && double.IsFinite(number) ? number : double.NaN).ToArray();
        if (numbers.Any(double.IsNaN) || numbers.Length is not (1 or 3))
            throw new UserException($"--spacing: '{text}' is neither one positive length in µm nor three (z,y,x); write for example 0.0184 or 0.1,0.05,0.05.");
        return numbers.Length == 1 ? Spacing.Isotropic(numbers[0]) : new Spacing(numbers[0], numbers[1], numbers[2]);
    }

    /// <summary>Some slices of a source that stays open, under a spacing of their own.</summary>
    private sealed class SliceRange(IVolumeSource source, int first, int last, Spacing spacing) : IVolumeSource
    {
        public VolumeShape Shape { get; } = new(last - first + 1, source.Shape.Height, source.Shape.Width);

        public Spacing Spacing => spacing;

        public VoxelType VoxelType => source.VoxelType;

        public PhaseTable? Phases => source.Phases;

        public void ReadSlice(int z, Span<byte> destination) => source.ReadSlice(z + first, destination);

        public void ReadSlice(int z, Span<float> destination) => source.ReadSlice(z + first, destination);

        // The command that opened the source closes it.
        public void Dispose() { }
    }
}
