using System.Collections.Concurrent;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests;

/// <summary>A job that keeps what it is told.</summary>
internal sealed class RecordedJob(CancellationToken cancellationToken = default) : IJobContext
{
    public ConcurrentQueue<JobProgress> Progress { get; } = [];

    public CancellationToken CancellationToken => cancellationToken;

    public Action<JobProgress>? Reported { get; init; }

    public void Report(JobProgress progress)
    {
        Progress.Enqueue(progress);
        Reported?.Invoke(progress);
    }

    public void Log(string message) { }

    public LiveSeries Series(string plot, string name, string xLabel = "") => new(plot, name, xLabel);
}

/// <summary>Collects what plugins register, and runs it as the host does: parameters as texts, layers by input.</summary>
internal sealed class Runs : IPluginContext, IContributions
{
    private readonly Dictionary<string, IOperation> _operations = [];

    public Runs(params IPlugin[] plugins)
    {
        foreach (var plugin in plugins)
            plugin.Activate(this);
    }

    public IReadOnlyDictionary<string, IOperation> Operations => _operations;

    public List<ILiveSegmenter> LiveSegmenters { get; } = [];

    public List<SampleData> Samples { get; } = [];

    public string Folder => "";

    public IDisposable Register<T>(T contribution) where T : class, IContribution
    {
        if (contribution is IOperation operation)
            _operations.Add(contribution.Id, operation);
        else if (contribution is SampleData sample)
            Samples.Add(sample);
        else
            LiveSegmenters.Add(Assert.IsAssignableFrom<ILiveSegmenter>(contribution));
        return new MemoryStream();
    }

    public IReadOnlyList<T> All<T>() where T : class, IContribution => [.. _operations.Values.OfType<T>()];

    public T Get<T>(string id) where T : class, IContribution => All<T>().Single(each => each.Id == id);

    /// <param name="id">Of the operation.</param>
    /// <param name="parameters">Like "phases=3 bins=64".</param>
    /// <param name="job">Or null for one that nobody looks at.</param>
    /// <param name="layers">By input.</param>
    public Task<OperationResult> Run(string id, string parameters, RecordedJob? job, params (string Input, Layer Layer)[] layers)
    {
        var operation = _operations[id];
        var texts = parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split('='))
            .Select(pair => KeyValuePair.Create(pair[0], pair[1]));
        var context = new OperationContext(job ?? new RecordedJob(), new VolumeFilesIo(), this) { Layers = layers.ToDictionary(pair => pair.Input, pair => pair.Layer) };
        return operation.RunAsync(context, operation.Parameters.Bind(texts));
    }
}

internal static class TableCells
{
    /// <summary>The table of this title.</summary>
    public static Table Table(this OperationResult result, string title) => result.Tables.Single(table => table.Title == title);

    /// <summary>A cell by the name of its column.</summary>
    public static object? Cell(this Table table, int row, string column) =>
        table.Rows[row][table.Columns.Index().Single(pair => pair.Item.Name == column).Index];
}
