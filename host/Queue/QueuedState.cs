namespace VolumeViewer.Host.Queue;

/// <summary>How a run of the queue stands.</summary>
internal enum QueuedState
{
    /// <summary>Its turn comes.</summary>
    Waiting,
    Running,

    /// <summary>By the user; a run that had begun goes on from its checkpoint.</summary>
    Paused,

    /// <summary>The program died while it ran; it goes on when the queue is started.</summary>
    Interrupted,

    /// <summary>It had its share of a search, and waits for the others to be compared with.</summary>
    Held,

    /// <summary>Others of its search were better.</summary>
    SetAside,
    Done,
    Failed,
}
