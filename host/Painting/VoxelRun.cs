namespace VolumeViewer.Host.Painting;

/// <summary>Voxels of a row that follow one another.</summary>
/// <param name="From">The first, x.</param>
/// <param name="End">The one behind the last.</param>
internal readonly record struct VoxelRun(int From, int End);
