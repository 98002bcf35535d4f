using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Jobs;

/// <summary>Passes reports on to a job at once; <see cref="Progress{T}"/> would do it later, and out of order.</summary>
internal sealed class JobReports(IJobContext job) : IProgress<JobProgress>
{
    public void Report(JobProgress value) => job.Report(value);
}
