using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Jobs;

/// <summary>Passes shares of work done on to a job, from any thread: never a smaller one after a larger.</summary>
/// <param name="job">Is told.</param>
/// <param name="status">What is being done.</param>
internal sealed class ShareReports(IJobContext job, string status) : IProgress<double>
{
    private readonly Lock _lock = new();
    private double _last;

    public void Report(double value)
    {
        lock (_lock)
        {
            if (value <= _last)
                return;
            _last = value;
            job.Report(new JobProgress(value, status));
        }
    }
}
