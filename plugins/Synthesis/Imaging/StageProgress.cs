using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>Progress of one stage of a longer work, which takes a known part of the whole.</summary>
internal sealed class StageProgress(IJobContext job, string status, double from, double to, int steps)
{
    private int _done;

    /// <summary>One more step is done; safe from any thread.</summary>
    /// <exception cref="OperationCanceledException">The job was cancelled.</exception>
    public void Step()
    {
        job.CancellationToken.ThrowIfCancellationRequested();
        job.Report(new JobProgress(from + ((to - from) * Interlocked.Increment(ref _done) / steps), status));
    }
}
