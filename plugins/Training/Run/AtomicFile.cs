using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Run;

/// <summary>Writes files that are there whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes under a temporary name, and renames when everything is on the disk.</summary>
    /// <exception cref="UserException">The file cannot be written; what was there before is still there.</exception>
    internal static void Write(string path, Action<Stream> write)
    {
        var temporary = path + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw new UserException($"'{path}' cannot be written: {cause.Message} Free some space, or choose another folder.", cause);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // The fault that is told of is the one that came before.
        }
    }
}
