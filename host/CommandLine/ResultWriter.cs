using System.Text;

using VolumeViewer.Host.Meshes;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Points;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>Writes what an operation gave back to the file the user named.</summary>
internal static class ResultWriter
{
    /// <summary>Tells before the work whether the result could be written there.</summary>
    /// <exception cref="UserException">It could not.</exception>
    public static void CheckTarget(VolumeIo io, string path)
    {
        if (IsTable(path))
            OutputPath.Check(path);
        else if (MeshFiles.Knows(path))
            MeshFiles.CheckTarget(path);
        else
            io.CheckTarget(path);
    }

    /// <summary>Writes the layers (the first under the name itself, the others with their own name behind it) or the tables.</summary>
    /// <returns>The files written; for tables, which share one, a line for each table.</returns>
    /// <exception cref="UserException">There is nothing of the kind that the ending asks for, or it cannot be written.</exception>
    public static IReadOnlyList<WrittenFile> Write(VolumeIo io, OperationResult result, string path, CancellationToken cancellationToken)
    {
        if (IsTable(path))
        {
            if (result.Tables.Count == 0 && PointsCsv.Knows(path) && result.Layers.OfType<PointsLayer>().FirstOrDefault() is { } points)
            {
                PointsCsv.Write(points, path);
                return [new WrittenFile(path, points)];
            }
            if (result.Tables.Count == 0)
                throw new UserException($"The operation gave back no table to write to '{path}'; name a volume file such as result.tif.");
            var text = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? JsonReport.Format(JsonReport.Tables(result.Tables))
                : string.Join("\n", result.Tables.Select(Csv));
            OutputPath.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
            return [.. result.Tables.Select(table => new WrittenFile(path, Table: table))];
        }
        if (result.Layers.Count == 0)
            throw new UserException($"The operation gave back no volume to write to '{path}'; name a file for its tables, such as result.csv or result.json.");
        if (MeshFiles.Knows(path) && !result.Layers.Any(layer => layer is SurfaceLayer))
            throw new UserException($"The operation gave back no surface to write to '{path}'; name a volume file such as result.tif.");
        var written = new List<WrittenFile>();
        foreach (var layer in result.Layers.Where(layer => layer is not PointsLayer))
        {
            var extension = Path.GetExtension(path);
            var file = written.Count == 0 ? path : Path.ChangeExtension(path, null) + "." + FileName(layer.Name) + extension;
            if (layer is SurfaceLayer surface)
                MeshFiles.Write(surface.Mesh, file, cancellationToken: cancellationToken);
            else
                io.Save(layer is LabelsLayer labels ? labels.Labels.WithPhases(labels.Phases) : ((ImageLayer)layer).Volume, file, null, cancellationToken);
            written.Add(new WrittenFile(file, layer));
        }
        return written;
    }

    private static bool IsTable(string path) => Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".json";

    public static string FileName(string name) => string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-'));

    internal static string Csv(Table table) => CsvLines(table, "\n");

    /// <summary>A table with commas between the cells; numbers to their last digit. RFC 4180 asks for CR LF as the end of lines.</summary>
    internal static string CsvLines(Table table, string newLine)
    {
        var lines = new List<string> { string.Join(",", table.Columns.Select(column => Quote(column.Heading))) };
        lines.AddRange(table.Rows.Select(row => string.Join(",", row.Select(cell => cell switch
        {
            null => "",
            double number => number.ToString("R"),
            float number => number.ToString("R"),
            _ => Quote(cell.ToString() ?? ""),
        }))));
        return string.Join(newLine, lines) + newLine;
    }

    private static string Quote(string text) => text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
