using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>A part of a job that only hears of its cancellation: what it reports is not the progress of the whole.</summary>
internal sealed class SilentJob(IJobContext job) : IJobContext
{
    /// <inheritdoc/>
    public CancellationToken CancellationToken => job.CancellationToken;

    /// <inheritdoc/>
    public void Report(JobProgress progress) => CancellationToken.ThrowIfCancellationRequested();

    /// <inheritdoc/>
    public void Log(string message) => job.Log(message);

    /// <inheritdoc/>
    public LiveSeries Series(string plot, string name, string xLabel = "") => new(plot, name, xLabel);
}
