namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>Which voxels touch each other.</summary>
internal enum Neighbours
{
    /// <summary>Those that share a face: 6.</summary>
    Faces,

    /// <summary>Those that share an edge too: 18.</summary>
    Edges,

    /// <summary>Those that share a corner too: 26.</summary>
    Corners,
}
