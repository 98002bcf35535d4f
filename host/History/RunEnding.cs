namespace VolumeViewer.Host.History;

/// <summary>How a run ended.</summary>
internal enum RunEnding
{
    Done,
    Failed,
    Cancelled,
}
