using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Points;

/// <summary>
/// Points as comma-separated values, with the columns of napari: index, axis-0, axis-1, axis-2 (z, y, x in voxels; the middle of the first voxel is 0), and value where points have one.
/// </summary>
internal static class PointsCsv
{
    private const string AxisWord = "axis-", IndexWord = "index", ValueWord = "value";

    /// <summary>Whether a file is one of points by its name.</summary>
    public static bool Knows(string path) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens a file as a layer.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reference">The layer whose voxels are counted in the file; null for a scene of the points alone, whose voxels have no known size.</param>
    /// <exception cref="UserException">It cannot be read, or holds no points.</exception>
    public static PointsLayer Open(string path, Layer? reference)
    {
        var (places, values) = Read(path);
        return LayerOf(path, places, values, reference);
    }

    /// <summary>Makes a layer of what <see cref="Read"/> gave.</summary>
    public static PointsLayer LayerOf(string path, IReadOnlyList<Vector3> places, ImmutableArray<float> values, Layer? reference)
    {
        var spacing = reference?.Spacing ?? Spacing.Uncalibrated;
        var reach = places.Aggregate(Vector3.Zero, Vector3.Max);
        int Count(float last) => (int)Math.Clamp(Math.Ceiling(last + 1), 1, 1 << 20);
        var shape = reference?.Shape ?? new VolumeShape(Count(reach.Z), Count(reach.Y), Count(reach.X));
        var scale = spacing.ToVector3();
        var layer = new PointsLayer(Path.GetFileNameWithoutExtension(path), places.Select(place => (place + new Vector3(0.5f)) * scale), shape, spacing) { Origin = path };
        if (!values.IsEmpty)
            layer.ColorBy(values);
        return layer;
    }

    /// <summary>Writes a layer's points.</summary>
    /// <exception cref="UserException">It cannot be written; nothing is left behind.</exception>
    public static void Write(PointsLayer layer, string path)
    {
        if (!Knows(path))
            throw new UserException($"'{path}' is no file for points: give a name that ends in .csv.");
        var hasValues = !layer.Values.IsEmpty;
        var text = new StringBuilder($"{IndexWord},{AxisWord}0,{AxisWord}1,{AxisWord}2{(hasValues ? $",{ValueWord}" : "")}\n");
        for (var index = 0; index < layer.Positions.Length; index++)
        {
            var voxel = layer.VoxelOf(layer.Positions[index]);
            text.Append(CultureInfo.InvariantCulture, $"{index},{voxel.Z:R},{voxel.Y:R},{voxel.X:R}");
            if (hasValues)
                text.Append(CultureInfo.InvariantCulture, $",{layer.Values[index]:R}");
            text.Append('\n');
        }
        OutputPath.WriteAllBytes(path, Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Reads places, (x, y, z) in voxels, and their values, if they have any.</summary>
    /// <exception cref="UserException">It cannot be read, or holds no points.</exception>
    public static (IReadOnlyList<Vector3> Places, ImmutableArray<float> Values) Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{path}' cannot be read: {problem.Message}", problem);
        }
        var names = lines.Length > 0 ? Cells(lines[0]) : [];
        var axes = Enumerable.Range(0, names.Length + 1).TakeWhile(axis => names.Contains(AxisWord + axis)).Select(axis => Array.IndexOf(names, AxisWord + axis)).ToArray();
        if (axes.Length is not (2 or 3))
        {
            throw new UserException($"'{path}' holds no points: its first line must name the columns {AxisWord}0, {AxisWord}1 and {AxisWord}2 (z, y and x in voxels), or the first two (y and x); "
                + (axes.Length > 3 ? $"it names {axes.Length} axes." : $"it names {(names.Length > 0 ? string.Join(", ", names.Take(8)) : "nothing")}."));
        }
        var (places, values) = (new List<Vector3>(), ImmutableArray.CreateBuilder<float>());
        var valueColumn = Array.IndexOf(names, ValueWord);
        for (var line = 1; line < lines.Length; line++)
        {
            if (string.IsNullOrWhiteSpace(lines[line]))
                continue;
            var cells = Cells(lines[line]);
            if (cells.Length != names.Length)
                throw new UserException($"'{path}' cannot be read: line {line + 1} has {cells.Length} columns, the first line {names.Length}.");
            float At(int column) => Number(path, line + 1, cells[column]);
            places.Add(axes.Length == 3 ? new Vector3(At(axes[2]), At(axes[1]), At(axes[0])) : new Vector3(At(axes[1]), At(axes[0]), 0));
            if (valueColumn >= 0)
                values.Add(At(valueColumn));
        }
        return (places, values.DrainToImmutable());
    }

    private static string[] Cells(string line) => [.. line.TrimStart('\uFEFF').Split(',').Select(cell => cell.Trim().Trim('"'))];

    private static float Number(string path, int line, string cell) => float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number)
        ? number
        : throw new UserException($"'{path}' cannot be read: line {line} has '{cell}' where a number belongs.");
}
