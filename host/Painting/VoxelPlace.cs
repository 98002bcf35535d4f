using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>A place among the voxels of a layer: whole numbers are the corners of voxels. It may lie outside.</summary>
internal readonly record struct VoxelPlace(double Z, double Y, double X)
{
    /// <summary>Where a place of the world lies among voxels of this size.</summary>
    public static VoxelPlace Of(WorldPoint point, Spacing spacing) => new(point.Z / spacing.Z, point.Y / spacing.Y, point.X / spacing.X);

    public double Along(Axis axis) => axis switch { Axis.Z => Z, Axis.Y => Y, _ => X };

    public WorldPoint ToWorld(Spacing spacing) => new(Z * spacing.Z, Y * spacing.Y, X * spacing.X);
}
