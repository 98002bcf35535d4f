using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Plugins.Source;

/// <summary>A job that nobody watches.</summary>
internal sealed class SilentJob : IJobContext
{
    public CancellationToken CancellationToken => CancellationToken.None;

    public void Report(JobProgress progress)
    {
    }

    public void Log(string message)
    {
    }

    public LiveSeries Series(string plot, string name, string xLabel = "") => new(plot, name, xLabel);
}
