using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>Checks of a path before long work whose result shall go there.</summary>
internal static class OutputPath
{
    /// <summary>Whether a path stands for a folder: it ends in a separator, or a folder of that name exists.</summary>
    public static bool IsFolder(string path) => Path.EndsInDirectorySeparator(path) || Directory.Exists(path);

    /// <summary>Makes sure that the folder which a file or folder shall stand in exists and can be written to.</summary>
    /// <exception cref="UserException">It cannot.</exception>
    public static void Check(string path)
    {
        var folder = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))!;
        if (!Directory.Exists(folder))
            throw new UserException($"'{path}' cannot be written: there is no folder '{folder}'. Make it first, or give another path.");
        var probe = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{path}' cannot be written: {problem.Message}", problem);
        }
    }

    /// <summary>Writes a file under a temporary name and renames it when it is complete.</summary>
    /// <exception cref="UserException">It cannot be written; nothing is left behind.</exception>
    public static void WriteAllBytes(string path, byte[] content)
    {
        if (IsFolder(path))
            throw new UserException($"'{path}' cannot be written: it is a folder. Give the name of a file.");
        Check(path);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new UserException($"'{path}' cannot be written: {problem.Message}", problem);
        }
    }
}
