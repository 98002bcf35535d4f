using VolumeViewer.Plugins.Networks;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace Training.Tests.Support;

/// <summary>Stands in for the host: reads the plain files of <see cref="TestFolder"/>, knows lrcs-net, and keeps what a job tells.</summary>
internal sealed class TestHost : IVolumeIo, IContributions, IJobContext, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Dictionary<(string, string), LiveSeries> _series = [];

    public List<INetwork> Networks { get; } = [new Activated(new NetworksPlugin()).All<INetwork>()[0]];

    public List<string> Lines { get; } = [];

    public List<JobProgress> Progress { get; } = [];

    /// <summary>Called at every report, with the number of reports so far.</summary>
    public Action<int> OnReport { get; set; } = _ => { };

    public CancellationToken CancellationToken => _cancellation.Token;

    public void Cancel() => _cancellation.Cancel();

    public OperationContext Context(string? input = null, string? output = null, Layer? layer = null) => new(this, this, this)
    {
        OutputPath = output,
        Paths = input is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["in"] = input },
        Layers = layer is null ? new Dictionary<string, Layer>() : new Dictionary<string, Layer> { ["in"] = layer },
    };

    /// <summary>Reads the files of <see cref="TestFolder"/>, unless a test puts real readers here.</summary>
    public Func<string, IVolumeSource> Reader { get; set; } = TestFolder.Read;

    public IVolumeSource Open(string path, CancellationToken cancellationToken = default) => Reader(path);

    public void Save(IVolumeSource volume, string path, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var copy = new Volume<float>(volume.Shape);
        for (var z = 0; z < volume.Shape.Depth; z++)
            volume.ReadSlice(z, copy.Slice(z));
        Saved[path] = copy;
    }

    /// <summary>What was written, by its path.</summary>
    public Dictionary<string, IVolumeSource> Saved { get; } = [];

    public IReadOnlyList<T> All<T>() where T : class, IContribution => [.. Networks.OfType<T>()];

    public T Get<T>(string id) where T : class, IContribution =>
        All<T>().FirstOrDefault(item => item.Id == id) ?? throw new UserException($"There is no network '{id}'.");

    public void Report(JobProgress progress)
    {
        Progress.Add(progress);
        OnReport(Progress.Count);
    }

    public void Log(string message) => Lines.Add(message);

    public LiveSeries Series(string plot, string name, string xLabel = "") =>
        _series.TryGetValue((plot, name), out var series) ? series : _series[(plot, name)] = new LiveSeries(plot, name, xLabel);

    public void Dispose() => _cancellation.Dispose();
}
