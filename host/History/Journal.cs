using System.Text;

namespace VolumeViewer.Host.History;

/// <summary>The runs as lines of a file that several processes append to. Bounded: a full file is set aside, and the one before it goes.</summary>
internal sealed class Journal(string folder, long mostBytes = Journal.DefaultMostBytes)
{
    public const long DefaultMostBytes = 8 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), Pause = TimeSpan.FromMilliseconds(15);

    /// <summary>The file that grows.</summary>
    public string Path { get; } = System.IO.Path.Combine(folder, "history.jsonl");

    private string OldPath => System.IO.Path.Combine(folder, "history.1.jsonl");

    /// <summary>Appends a record in one piece.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public void Append(OperationRecord record)
    {
        Directory.CreateDirectory(folder);
        var line = Encoding.UTF8.GetBytes(RecordJson.Format(record) + "\n");
        // Appending at the end is not atomic on every system; a lock that the system takes back when a process dies is.
        using var door = Lock();
        if (File.Exists(Path) && new FileInfo(Path).Length + line.Length > mostBytes)
            File.Move(Path, OldPath, overwrite: true);
        using var file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1);
        // A process that was killed while it wrote may have left half a line; the next record must not hang on to it.
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
                line = [(byte)'\n', .. line];
        }
        file.Seek(0, SeekOrigin.End);
        file.Write(line);
    }

    /// <summary>All records that can be read, the oldest first, and the count of damaged lines.</summary>
    /// <exception cref="IOException">A file is there and cannot be read.</exception>
    public (IReadOnlyList<OperationRecord> Records, int Damaged) Read()
    {
        var records = new List<OperationRecord>();
        var damaged = 0;
        foreach (var path in new[] { OldPath, Path })
        {
            if (!File.Exists(path))
                continue;
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            while (reader.ReadLine() is { } line)
            {
                if (line.Length == 0)
                    continue;
                if (RecordJson.Parse(line) is { } record)
                    records.Add(record);
                else
                    damaged++;
            }
        }
        return (records, damaged);
    }

    private FileStream Lock()
    {
        var path = System.IO.Path.Combine(folder, "history.lock");
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (DateTime.UtcNow < until && Directory.Exists(folder))
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
