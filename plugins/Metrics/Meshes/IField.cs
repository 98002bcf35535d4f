using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Meshes;

/// <summary>A number at the middle of every voxel. What lies above some level is inside of a surface.</summary>
internal interface IField
{
    /// <summary>Voxels along (z, y, x).</summary>
    VolumeShape Shape { get; }

    /// <summary>Distance between voxel centres, µm.</summary>
    Spacing Spacing { get; }

    /// <summary>Reads one slice, row by row. Safe from any thread.</summary>
    void Read(int z, Span<float> destination);
}
