namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>How the area of a surface is told from voxels.</summary>
internal enum SurfaceMethod
{
    /// <summary>The faces between voxels.</summary>
    Faces,

    /// <summary>Crossings of lines in 13 directions.</summary>
    Crofton,

    /// <summary>The gradient of the smoothed phases.</summary>
    Gradient,

    /// <summary>Triangles through the middles of voxel edges.</summary>
    MarchingCubes,

    /// <summary>Triangles where the smoothed phases are one half.</summary>
    SmoothedMarchingCubes,
}
