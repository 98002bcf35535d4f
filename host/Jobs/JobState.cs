namespace VolumeViewer.Host.Jobs;

/// <summary>How a job stands.</summary>
internal enum JobState
{
    Running,
    Done,
    Failed,
    Cancelled,

    /// <summary>It did not answer to being cancelled; whatever it still does is ignored.</summary>
    Abandoned,
}
