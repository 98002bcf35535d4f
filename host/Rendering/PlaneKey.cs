using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Which voxels of a layer are in a plane texture: some planes across one axis, projected into one.</summary>
/// <param name="Axis">The axis they lie across. Across z a row is along x and rows follow along y; across y along x and z; across x along y and z.</param>
/// <param name="First">The first plane.</param>
/// <param name="Count">How many lie behind each other.</param>
/// <param name="Projection">How their values become one.</param>
internal readonly record struct PlaneKey(Axis Axis, int First, int Count, SlabProjection Projection)
{
    /// <summary>Whether a change within a box of voxels changes the plane.</summary>
    public bool Touches(VoxelBox box)
    {
        var (from, length) = Axis switch { Axis.Z => (box.Z, box.Depth), Axis.Y => (box.Y, box.Height), _ => (box.X, box.Width) };
        return from < First + Count && from + length > First;
    }

    /// <summary>Which texels of the plane a box of voxels covers.</summary>
    public TexelRect PartOf(VoxelBox box) => Axis switch
    {
        Axis.Z => new TexelRect(box.X, box.Y, box.Width, box.Height),
        Axis.Y => new TexelRect(box.X, box.Z, box.Width, box.Depth),
        _ => new TexelRect(box.Y, box.Z, box.Height, box.Depth),
    };

    /// <summary>What a texel is stored as: sums are larger than what fits where single voxels do.</summary>
    /// <param name="format">Of single voxels.</param>
    public TexelFormat FormatOf(TexelFormat format) => Projection == SlabProjection.Sum ? TexelFormat.Single : format;

    /// <summary>Voxels in a row, and rows.</summary>
    public (int Width, int Height) SizeIn(VolumeShape shape) =>
        (Axis == Axis.X ? shape.Height : shape.Width, Axis == Axis.Z ? shape.Height : shape.Depth);
}
