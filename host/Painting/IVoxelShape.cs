using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>A set of voxels within a volume, row by row.</summary>
internal interface IVoxelShape
{
    /// <summary>A box that holds all of them; null where there is none.</summary>
    VoxelBox? Box { get; }

    /// <summary>Adds the voxels of a row of the box, ascending and without overlap.</summary>
    void AddRuns(int z, int y, List<VoxelRun> runs);
}
