namespace VolumeViewer.Host.Jobs;

/// <summary>How a job stands.</summary>
internal enum JobState
{
    Running,
    Done,
    Failed,
    Cancelled,
}
