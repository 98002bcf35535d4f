namespace VolumeViewer.Host.Queue;

/// <summary>Locks between processes by a file that is held open; the system takes them back when a process dies, however it dies.</summary>
internal static class LockFile
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Takes the lock, waiting for it.</summary>
    /// <returns>The lock until it is disposed, or null where another holds it for longer than that.</returns>
    public static IDisposable? Take(string path, TimeSpan patience)
    {
        var until = DateTime.UtcNow + patience;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (Directory.Exists(Path.GetDirectoryName(path)))
            {
                if (DateTime.UtcNow >= until)
                    return null;
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Whether some process holds the lock.</summary>
    public static bool IsTaken(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var probe = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
