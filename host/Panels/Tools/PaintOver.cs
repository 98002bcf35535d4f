namespace VolumeViewer.Host.Panels;

/// <summary>What tools may paint over.</summary>
internal enum PaintOver
{
    /// <summary>Any voxel.</summary>
    Everything,

    /// <summary>Voxels that nobody labelled.</summary>
    Unlabelled,

    /// <summary>Voxels of one phase.</summary>
    Phase,

    /// <summary>Voxels of phases that are shown, and unlabelled ones; hidden phases stay as they are.</summary>
    Visible,
}
