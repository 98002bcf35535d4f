namespace VolumeViewer.Sdk;

/// <summary>How far the labelling of a phase is, for whoever labels.</summary>
public enum PhaseState
{
    /// <summary>Nothing is said of it.</summary>
    ToDo,

    /// <summary>Someone is at it.</summary>
    InProgress,

    /// <summary>It was looked through and is good.</summary>
    Done,

    /// <summary>Something about it is to be looked at again.</summary>
    Flagged,
}
