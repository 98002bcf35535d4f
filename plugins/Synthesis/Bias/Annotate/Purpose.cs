namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>What random numbers of an annotator are for; each annotator has a stream for each.</summary>
internal enum Purpose
{
    /// <summary>Shift and preference of the annotator.</summary>
    Person,

    /// <summary>Wander of the boundaries.</summary>
    Jitter,

    /// <summary>Where within a voxel the boundary is, along x.</summary>
    PlaceX,

    /// <summary>The same along y.</summary>
    PlaceY,

    /// <summary>The same along z.</summary>
    PlaceZ,

    /// <summary>Which objects are missed.</summary>
    Missed,

    /// <summary>Which objects are swapped.</summary>
    SwappedObjects,

    /// <summary>The patches of the first pair of phases that are swapped; further pairs follow.</summary>
    SwappedPatches,
}
