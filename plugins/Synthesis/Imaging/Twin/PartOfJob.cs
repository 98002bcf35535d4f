using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>A job whose progress from 0 to 1 is a part of the progress of another.</summary>
internal sealed class PartOfJob(IJobContext job, double from, double to) : IJobContext
{
    /// <inheritdoc/>
    public CancellationToken CancellationToken => job.CancellationToken;

    /// <inheritdoc/>
    public void Report(JobProgress progress) => job.Report(progress with { Fraction = from + ((to - from) * progress.Fraction) });

    /// <inheritdoc/>
    public void Log(string message) => job.Log(message);

    /// <inheritdoc/>
    public LiveSeries Series(string plot, string name, string xLabel = "") => job.Series(plot, name, xLabel);
}
