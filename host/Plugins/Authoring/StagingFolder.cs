using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins.Authoring;

/// <summary>A folder that is filled under a temporary name and renamed when it is complete. What was not renamed is gone after Dispose.</summary>
internal sealed class StagingFolder : IDisposable
{
    private StagingFolder(string path) => Path = path;

    /// <summary>Its name begins with a dot, so that nobody takes it for a plugin.</summary>
    public string Path { get; }

    /// <summary>A new, empty folder on the same disk as the folder that it shall become.</summary>
    /// <exception cref="UserException">None can be made there.</exception>
    public static StagingFolder Beside(string target)
    {
        var path = Temporary(target, "new");
        try
        {
            Directory.CreateDirectory(path);
            return new StagingFolder(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{target}' cannot be written: {problem.Message}", problem);
        }
    }

    /// <summary>Gives it its name. What has that name already stays whole until then, and is put back if the renaming fails.</summary>
    public void MoveTo(string target)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(Path, target);
            return;
        }
        var old = Temporary(target, "old");
        Directory.Move(target, old);
        try
        {
            Directory.Move(Path, target);
        }
        catch
        {
            Directory.Move(old, target);
            throw;
        }
        Delete(old);
    }

    /// <summary>Takes a folder away: its name at once, its files as far as they can be deleted.</summary>
    public static void Remove(string folder)
    {
        var old = Temporary(folder, "old");
        Directory.Move(folder, old);
        Delete(old);
    }

    public void Dispose() => Delete(Path);

    private static string Temporary(string target, string use) =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target)!, $".{System.IO.Path.GetFileName(target)}.{Guid.NewGuid():N}.{use}");

    private static void Delete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        // Files in use stay under the hidden name, where nobody looks for plugins.
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}
