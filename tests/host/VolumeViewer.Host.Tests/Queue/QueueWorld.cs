using VolumeViewer.Host.Queue;
using VolumeViewer.Host.Tests.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Queue;

/// <summary>A queue in a folder of its own, with operations that take milliseconds.</summary>
internal sealed class QueueWorld : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public QueueWorld()
    {
        Directory.CreateDirectory(_folder.File("plugins"));
        var plugins = Directory.CreateDirectory(_folder.File("plugins/queue-runs")).FullName;
        foreach (var file in Directory.EnumerateFiles(TestFolders.Fixture("QueueRuns")))
            System.IO.File.Copy(file, Path.Combine(plugins, Path.GetFileName(file)));
        Services = new AppServices(Plugins) { PluginFolder = Plugins };
        Store = new QueueStore(_folder.File("queue"));
    }

    public string Plugins => _folder.File("plugins");

    public AppServices Services { get; }

    public QueueStore Store { get; }

    public string File(string name) => _folder.File(name);

    /// <summary>What all runs in the queue are, as "1 Done, 2 Waiting".</summary>
    public string States => string.Join(", ", Store.Read().Runs.Select(run => $"{run.Id} {run.State}"));

    public QueueRequest Request(string operation, params (string Name, string Text)[] parameters) => new()
    {
        Operation = Services.Plugins.Get<IOperation>(operation),
        Parameters = parameters.ToDictionary(pair => pair.Name, pair => pair.Text),
        BaseFolder = File("runs"),
    };

    public IReadOnlyList<QueuedRun> Add(string operation, params (string Name, string Text)[] parameters) => QueueAdding.Add(Store, Request(operation, parameters));

    /// <summary>Works in this process until the queue is done or stopped.</summary>
    public Task Work(CancellationToken cancellationToken = default)
    {
        Store.Update(queue => queue with { IsStarted = true });
        return new QueueWorker(Services, Store).RunAsync(cancellationToken);
    }

    public Task Until(Func<QueueDocument, bool> condition, string what) => PluginWorld.Until(() => condition(Store.Read()), what, 20);

    /// <summary>At which epochs the sittings of a run began.</summary>
    public static string Sittings(QueuedRun run) => string.Join(' ', System.IO.File.ReadAllLines(Path.Combine(run.Folder, "sittings.txt")));

    /// <summary>The epochs that a run counted.</summary>
    public static IEnumerable<string> Epochs(QueuedRun run) => !System.IO.File.Exists(Path.Combine(run.Folder, "metrics.csv")) ? [] : System.IO.File.ReadAllLines(Path.Combine(run.Folder, "metrics.csv")).Skip(1).Select(line => line.Split(',')[0]);

    public void Dispose()
    {
        Services.Dispose();
        _folder.Dispose();
    }
}
