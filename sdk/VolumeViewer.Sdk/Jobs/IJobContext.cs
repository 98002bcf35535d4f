namespace VolumeViewer.Sdk;

/// <summary>What a running job tells the outside, and how it learns that it was cancelled. Safe to use from any thread.</summary>
public interface IJobContext
{
    /// <summary>Asks the job to end with <see cref="OperationCanceledException"/>.</summary>
    CancellationToken CancellationToken { get; }

    /// <summary>Tells how far the job is; cheap, so that it may be called often.</summary>
    void Report(JobProgress progress);

    /// <summary>Writes a line into the job's log.</summary>
    void Log(string message);

    /// <summary>The curve of this plot and name, made at the first call.</summary>
    LiveSeries Series(string plot, string name, string xLabel = "");
}
