namespace VolumeViewer.Plugins.Synthesis.Bias.Estimate;

/// <summary>How far a boundary lies from that of the reference at one place.</summary>
/// <param name="Z">Slice.</param>
/// <param name="Y">Row of the reference's voxel.</param>
/// <param name="X">Column of it.</param>
/// <param name="First">The phase of the lower label.</param>
/// <param name="Second">The other.</param>
/// <param name="Advance">How far the first phase reaches into the second beyond the reference, in voxels along x.</param>
/// <param name="Pull">How much the grey speaks for the first phase; 0 without a grey volume.</param>
internal readonly record struct BoundaryRay(int Z, int Y, int X, int First, int Second, double Advance, double Pull);
