using System.Numerics;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Meshes;

/// <summary>Reads and writes surfaces by the ending of the file's name: STL and PLY (binary, or as text), and OBJ. Places are in µm in all of them.</summary>
internal static class MeshFiles
{
    // A scene of a surface alone is counted in this many steps along its longest edge.
    private const int Steps = 256;

    private static readonly Dictionary<string, IMeshFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".stl"] = new StlFormat(),
        [".ply"] = new PlyFormat(),
        [".obj"] = new ObjFormat(),
    };

    /// <summary>The endings, with the dot.</summary>
    public static IReadOnlyCollection<string> Extensions => Formats.Keys;

    /// <summary>Whether a file is a surface by its name.</summary>
    public static bool Knows(string path) => Formats.ContainsKey(Path.GetExtension(path));

    /// <summary>Tells before long work whether a surface could be written there.</summary>
    /// <exception cref="UserException">The ending is of no format, or the folder is not there.</exception>
    public static void CheckTarget(string path)
    {
        FormatOf(path);
        OutputPath.Check(path);
    }

    /// <summary>Writes a surface under a temporary name and renames it when it is complete.</summary>
    /// <param name="mesh">What is written.</param>
    /// <param name="path">Where; its ending chooses the format.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="asText">Whether STL and PLY are written as text, which is several times as long.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <exception cref="UserException">It cannot be written; nothing is left behind.</exception>
    public static void Write(SurfaceMesh mesh, string path, IProgress<JobProgress>? progress = null, bool asText = false, CancellationToken cancellationToken = default)
    {
        CheckTarget(path);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20))
            {
                FormatOf(path).Write(mesh, file, asText, done =>
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    progress?.Report(new JobProgress(done, "writing triangles"));
                });
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{path}' cannot be written: {problem.Message}", problem);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Reads a surface.</summary>
    /// <exception cref="UserException">It cannot be read, or is damaged.</exception>
    public static SurfaceMesh Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
            return FormatOf(path).Read(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or FormatException or OverflowException)
        {
            throw new UserException($"'{path}' cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Opens a surface as a layer. The file says nothing of a volume: the scene is as large as the surface reaches from the origin.</summary>
    public static SurfaceLayer Open(string path)
    {
        var mesh = Read(path);
        var reach = mesh.Vertices.Aggregate(new Vector3(1e-6f), Vector3.Max);
        var step = Math.Max(reach.X, Math.Max(reach.Y, reach.Z)) / Steps;
        int Count(float length) => Math.Max(1, (int)Math.Ceiling(length / step));
        return new SurfaceLayer(Path.GetFileNameWithoutExtension(path), mesh, new VolumeShape(Count(reach.Z), Count(reach.Y), Count(reach.X)), Spacing.Isotropic(step)) { Origin = path };
    }

    private static IMeshFormat FormatOf(string path) => Formats.GetValueOrDefault(Path.GetExtension(path))
        ?? throw new UserException($"'{path}' is no file for a surface: give a name that ends in {string.Join(", ", Formats.Keys.Order())}.");
}
