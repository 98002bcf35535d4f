using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>Progress of work that goes over all slices once.</summary>
internal sealed class SliceProgress(IJobContext job, int slices, string status)
{
    private int _done;

    /// <summary>One more slice is done; safe from any thread.</summary>
    public void Step()
    {
        job.CancellationToken.ThrowIfCancellationRequested();
        job.Report(new JobProgress(Interlocked.Increment(ref _done) / (double)slices, status));
    }
}
