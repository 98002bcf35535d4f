using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias;

/// <summary>A job within another that tells nothing, but ends with it.</summary>
internal sealed class SilentJob(IJobContext job) : IJobContext
{
    public CancellationToken CancellationToken => job.CancellationToken;

    public void Report(JobProgress progress)
    {
        // The outer job tells its own.
    }

    public void Log(string message)
    {
        // The same would be told for every draw.
    }

    public LiveSeries Series(string plot, string name, string xLabel = "") => new(plot, name, xLabel);
}
