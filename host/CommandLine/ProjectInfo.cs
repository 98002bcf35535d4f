using System.CommandLine;
using System.Text;

using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>info PROJECT: what a project holds, and what of it is missing.</summary>
internal static class ProjectInfo
{
    public static int Print(CommandContext context, ParseResult arguments, string path, IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        using var reading = ProjectReading.Of(path, context.Services, folders, progress: null, cancellationToken);
        var root = ProjectReading.Parse(path);
        context.Print(arguments, () => new
        {
            file = path,
            format = (int)root["format"]!,
            saved = (string?)root["saved"],
            layers = reading.Layers.Select(layer => new
            {
                name = layer.Name,
                kind = LayerKeepers.Of(layer)?.Kind,
                shape = new[] { layer.Shape.Depth, layer.Shape.Height, layer.Shape.Width },
                visible = layer.Visible,
                data = PlaceOf(layer),
            }).ToArray(),
            missing = reading.State.Absent.Select(absent => new { name = absent.Name, reason = absent.Reason }).ToArray(),
            runs = reading.State.Records.Count,
            notices = reading.Notices,
        }, () => Text(path, reading, (string?)root["saved"]));
        return ExitCode.Done;
    }

    private static string PlaceOf(Layer layer) => VoxelChanges.StoredAt(layer) ?? string.Join(", ", DataFile.Of(layer)?.Paths ?? []);

    private static string Text(string path, ProjectReading reading, string? saved)
    {
        var text = new StringBuilder($"project            {path}\nsaved              {saved}\nruns               {reading.State.Records.Count}\n");
        var table = new Table("Layers", new TableColumn("layer"), new TableColumn("kind"), new TableColumn("shape (z, y, x)"), new TableColumn("data"));
        foreach (var layer in reading.Layers)
            table.Add(layer.Name, LayerKeepers.Of(layer)?.Kind ?? "", layer.Shape.ToString(), PlaceOf(layer));
        foreach (var absent in reading.State.Absent)
            table.Add(absent.Name, (string?)absent.Entry["kind"] ?? "", "", "MISSING");
        text.Append(TextTable.Format(table));
        foreach (var notice in reading.Notices)
            text.Append('\n').Append(notice);
        return text.ToString();
    }
}
