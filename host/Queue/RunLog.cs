namespace VolumeViewer.Host.Queue;

/// <summary>The lines that a run said, in a file that grows.</summary>
internal sealed class RunLog : IDisposable
{
    private readonly Lock _lock = new();
    private readonly StreamWriter? _file;

    public RunLog(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            _file = new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A run goes on without its log; whether the folder can be written to is told by the queue's own file.
        }
    }

    public void Write(string line)
    {
        lock (_lock)
        {
            try
            {
                _file?.WriteLine(line);
            }
            catch (IOException)
            {
                // A full disk is told by the operation, which writes there too.
            }
        }
    }

    public void Dispose() => _file?.Dispose();
}
