using Microsoft.Win32.SafeHandles;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Writes a file or folder so that it is there either complete or not at all.</summary>
internal static class NewFile
{
    /// <summary>Lets <paramref name="write"/> fill a temporary file in the same folder, and renames it when that is done.</summary>
    /// <exception cref="UserException">The place cannot be written; nothing is left behind, and a file that was there is as it was.</exception>
    public static void Write(string path, Action<SafeFileHandle> write)
    {
        var target = Path.GetFullPath(path);
        if (Directory.Exists(target))
            throw new UserException($"'{path}' cannot be written: a folder of this name exists. "
                + $"Give a file name in it, such as '{Path.Combine(path, "volume.tif")}'.");
        var temporary = TemporaryName(path, target);
        Guard(path, () =>
        {
            try
            {
                using (var handle = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                    write(handle);
                File.Move(temporary, target, overwrite: true);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        });
    }

    /// <summary>Lets <paramref name="write"/> fill a temporary folder, and renames it when that is done.</summary>
    /// <exception cref="UserException">The folder holds files already, or cannot be written; nothing is left behind.</exception>
    public static void WriteFolder(string path, Action<string> write)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(target))
            throw new UserException($"The folder '{path}' cannot be written: a file of this name exists.");
        var temporary = TemporaryName(path, target);
        Guard(path, () =>
        {
            if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
                throw new UserException($"The folder '{path}' is not empty, and old slices among new ones would make a wrong volume. "
                    + "Empty it, or give another folder.");
            try
            {
                Directory.CreateDirectory(temporary);
                write(temporary);
                if (Directory.Exists(target))
                    Directory.Delete(target);
                Directory.Move(temporary, target);
            }
            catch
            {
                if (Directory.Exists(temporary))
                    Directory.Delete(temporary, recursive: true);
                throw;
            }
        });
    }

    private static string TemporaryName(string path, string target)
    {
        if (Path.GetDirectoryName(target) is not { } folder)
            throw new UserException($"'{path}' is no place for a file.");
        if (!Directory.Exists(folder))
            throw new UserException($"'{path}' cannot be written: there is no folder '{folder}'. Create it first.");
        return Path.Combine(folder, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
    }

    private static void Guard(string path, Action action)
    {
        try
        {
            action();
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new UserException($"'{path}' cannot be written: you have no right to write there. Choose another folder. ({failure.Message})", failure);
        }
        catch (IOException failure)
        {
            throw new UserException($"'{path}' cannot be written: {failure.Message} Is the disk full, or the file open in another program?", failure);
        }
    }
}
