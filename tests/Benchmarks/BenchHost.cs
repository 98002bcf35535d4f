using VolumeViewer.Plugins.Formats;
using VolumeViewer.Plugins.Networks;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace Benchmarks;

/// <summary>Stands in for the program: activates the plugins that a benchmark needs.</summary>
internal sealed class BenchHost : IVolumeIo, IContributions, IJobContext, IPluginContext
{
    private readonly List<IContribution> _contributions = [];

    internal BenchHost()
    {
        new FormatsPlugin().Activate(this);
        new NetworksPlugin().Activate(this);
    }

    public string Folder => AppContext.BaseDirectory;

    public CancellationToken CancellationToken => CancellationToken.None;

    internal INetwork Network => Get<INetwork>("lrcs-net");

    public IDisposable Register<T>(T contribution) where T : class, IContribution
    {
        _contributions.Add(contribution);
        return new MemoryStream();
    }

    public IReadOnlyList<T> All<T>() where T : class, IContribution => [.. _contributions.OfType<T>()];

    public T Get<T>(string id) where T : class, IContribution => All<T>().First(item => item.Id == id);

    public IVolumeSource Open(string path, CancellationToken cancellationToken = default) =>
        All<IVolumeReader>().First(reader => reader.CanRead(path)).Open(path, cancellationToken);

    public void Save(IVolumeSource volume, string path, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) =>
        All<IVolumeWriter>().First(writer => writer.Extensions.Contains(Path.GetExtension(path))).Write(volume, path, progress, cancellationToken);

    public void Report(JobProgress progress)
    {
    }

    public void Log(string message)
    {
    }

    public LiveSeries Series(string plot, string name, string xLabel = "") => new(plot, name, xLabel);
}
