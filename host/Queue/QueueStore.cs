using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Queue;

/// <summary>The queue in its file, which windows, command lines and the worker change in turn.</summary>
internal sealed class QueueStore(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The queue of the user.</summary>
    public static QueueStore OfUser => new(System.IO.Path.Combine(UserFolders.Data, "queue"));

    public string Folder { get; } = folder;

    public string Path => System.IO.Path.Combine(Folder, "queue.json");

    /// <summary>Held by the worker as long as it lives.</summary>
    public string WorkerLock => System.IO.Path.Combine(Folder, "worker.lock");

    /// <summary>Whether a worker lives.</summary>
    public bool HasWorker => LockFile.IsTaken(WorkerLock);

    /// <summary>Changes whenever the file does.</summary>
    public (DateTime Written, long Length) Stamp => new FileInfo(Path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;

    /// <summary>What the worker and the operation said of a run.</summary>
    public string LogOf(int id) => System.IO.Path.Combine(Folder, "logs", $"{id}.log");

    /// <exception cref="UserException">The file is damaged, or cannot be read.</exception>
    public QueueDocument Read()
    {
        if (!File.Exists(Path))
            return new QueueDocument();
        try
        {
            var document = JsonSerializer.Deserialize<QueueDocument>(File.ReadAllText(Path), Options) ?? throw new JsonException("it is empty");
            return document.Format == QueueDocument.CurrentFormat
                ? document
                : throw new JsonException($"its format is {document.Format}, this program reads {QueueDocument.CurrentFormat}");
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The queue '{Path}' cannot be read: {problem.Message} Mend the file, or delete it to begin with an empty queue.", problem);
        }
    }

    /// <summary>The queue as it stands: what is said to run without a worker was interrupted.</summary>
    /// <exception cref="UserException">The file is damaged, or cannot be read.</exception>
    public QueueDocument Look()
    {
        var document = Read();
        return document.Runs.Exists(run => run.State == QueuedState.Running) && !HasWorker
            ? document.WithAll(run => run.State == QueuedState.Running, run => run with { State = QueuedState.Interrupted, Remaining = null })
            : document;
    }

    /// <summary>Changes the queue while nobody else does.</summary>
    /// <returns>What it became.</returns>
    /// <exception cref="UserException">The file is damaged or cannot be written; it is left as it was.</exception>
    public QueueDocument Update(Func<QueueDocument, QueueDocument> change)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            using var door = LockFile.Take(System.IO.Path.Combine(Folder, "queue.lock"), Patience)
                ?? throw new UserException($"The queue '{Path}' is held by another program for more than {Patience.TotalSeconds:0} s; try again.");
            var before = Read();
            var after = change(before);
            if (!ReferenceEquals(before, after))
                OutputPath.WriteAllBytes(Path, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(after, Options) + "\n"));
            return after;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The queue '{Path}' cannot be changed: {problem.Message}", problem);
        }
    }

    /// <summary>A run as a tree, to be printed.</summary>
    public static JsonElement ToElement(QueuedRun run) => JsonSerializer.SerializeToElement(run, Options);
}
