namespace VolumeViewer.Plugins.Metrics;

/// <summary>How a voxel's label stands to the reference.</summary>
internal enum ErrorType
{
    /// <summary>The same phase.</summary>
    Correct,

    /// <summary>Wrong within a few voxels of a border between phases of the reference.</summary>
    Border,

    /// <summary>Wrong in an object of the reference that was not found.</summary>
    Missed,

    /// <summary>Wrong in an object that is not in the reference.</summary>
    False,

    /// <summary>Wrong in an object that was found, but as another phase.</summary>
    Swapped,

    /// <summary>Wrong away from borders, in objects that are there: one reaches further than it should.</summary>
    Extent,
}
