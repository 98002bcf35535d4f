using VolumeViewer.Host.Queue;

namespace VolumeViewer.Host.Recovery;

/// <summary>
/// The folder of one run of the program, with a copy of each of its layers that is nowhere else. While the program lives it holds the folder's lock, which the system takes back
/// however it dies: a folder that is not locked was left behind.
/// </summary>
internal sealed class RecoverySession : IDisposable
{
    private const string LockName = "lock";

    private readonly IDisposable _lock;

    private RecoverySession(string folder, IDisposable taken) => (Folder, _lock) = (folder, taken);

    public string Folder { get; }

    /// <summary>The copies in it, those that were saved last first.</summary>
    public IReadOnlyList<LayerCopy> Copies => [.. Directory.EnumerateDirectories(Folder).Where(LayerCopy.IsIn).OrderDescending().Select(folder => new LayerCopy(folder))];

    /// <summary>Makes a folder for this process.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static RecoverySession Begin(string root)
    {
        var folder = Path.Combine(root, $"{DateTime.Now:yyyyMMdd-HHmmss}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}");
        Directory.CreateDirectory(folder);
        return new RecoverySession(folder, LockFile.Take(Path.Combine(folder, LockName), TimeSpan.Zero)
            ?? throw new IOException($"The folder '{folder}' is in use by another program."));
    }

    /// <summary>Takes those that no living process holds and that have a copy; from now on this one holds them.</summary>
    public static IReadOnlyList<RecoverySession> Claim(string root)
    {
        var found = new List<RecoverySession>();
        if (!Directory.Exists(root))
            return found;
        foreach (var folder in Directory.EnumerateDirectories(root).Order())
        {
            try
            {
                // One without a copy may be just being made.
                if (!Directory.EnumerateDirectories(folder).Any(LayerCopy.IsIn))
                    continue;
                if (LockFile.Take(Path.Combine(folder, LockName), TimeSpan.Zero) is { } taken)
                    found.Add(new RecoverySession(folder, taken));
            }
            // Whatever is wrong with one, the others can be restored; another process may just have removed it.
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
            }
        }
        return found;
    }

    /// <summary>Removes it with all copies.</summary>
    public void Delete()
    {
        // First the copies, while no other process can take them.
        foreach (var folder in Directory.EnumerateDirectories(Folder))
            Directory.Delete(folder, recursive: true);
        Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Leaves it for the next start.</summary>
    public void Dispose() => _lock.Dispose();
}
