using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>Progress of work that goes over all slices several times.</summary>
/// <param name="job">Where progress goes and cancellation comes from.</param>
/// <param name="count">How many passes there will be.</param>
/// <param name="slices">Slices of one pass.</param>
internal sealed class Passes(IJobContext job, int count, int slices)
{
    private string _status = "";
    private int _pass = -1;
    private int _done;

    public CancellationToken CancellationToken => job.CancellationToken;

    /// <summary>Starts the next pass.</summary>
    public void Next(string status)
    {
        (_status, _done) = (status, 0);
        _pass++;
        Report(0);
    }

    /// <summary>One more slice of this pass is done; safe from any thread.</summary>
    public void Step()
    {
        job.CancellationToken.ThrowIfCancellationRequested();
        Report(Interlocked.Increment(ref _done));
    }

    private void Report(int done) => job.Report(new JobProgress((_pass + (done / (double)slices)) / count, _status));
}
