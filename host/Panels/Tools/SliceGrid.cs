using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The voxels of one slice of a layer: which axes they run along, and where a place of the world lies among them.</summary>
/// <param name="Axis">The axis that the slice lies across.</param>
/// <param name="Slice">Its index along that axis.</param>
/// <param name="Shape">Voxels of the layer.</param>
/// <param name="Spacing">Their size.</param>
internal readonly record struct SliceGrid(Axis Axis, int Slice, VolumeShape Shape, Spacing Spacing)
{
    /// <summary>The axis that runs to the right in the view, as in the camera of slices.</summary>
    public Axis AxisU => Axis == Axis.X ? Axis.Z : Axis.X;

    /// <summary>The axis that runs down.</summary>
    public Axis AxisV => Axis == Axis.Y ? Axis.Z : Axis.Y;

    public int CountU => Shape.Along(AxisU);

    public int CountV => Shape.Along(AxisV);

    /// <summary>The slice of a layer through the cursor, or null where the cursor is outside of the layer.</summary>
    public static SliceGrid? Of(Layer layer, Axis axis, WorldPoint cursor)
    {
        var slice = cursor.VoxelIndex(axis, layer);
        return slice >= 0 && slice < layer.Shape.Along(axis) ? new SliceGrid(axis, slice, layer.Shape, layer.Spacing) : null;
    }

    /// <summary>A place in voxels: whole numbers are the corners of voxels. It may lie outside.</summary>
    public (double U, double V) Place(WorldPoint point) => (point.Along(AxisU) / Spacing.Along(AxisU), point.Along(AxisV) / Spacing.Along(AxisV));

    /// <summary>The way back to the world, onto a slice through a cursor.</summary>
    public WorldPoint World(double u, double v, WorldPoint cursor) => cursor.With(AxisU, u * Spacing.Along(AxisU)).With(AxisV, v * Spacing.Along(AxisV));

    /// <summary>The voxels from (u, v) to (lastU, lastV), cut to the layer; null where none are left.</summary>
    public VoxelBox? Box(int u, int v, int lastU, int lastV)
    {
        (u, v, lastU, lastV) = (Math.Max(u, 0), Math.Max(v, 0), Math.Min(lastU, CountU - 1), Math.Min(lastV, CountV - 1));
        if (u > lastU || v > lastV)
            return null;
        var (width, height) = (lastU - u + 1, lastV - v + 1);
        return Axis switch
        {
            Axis.Z => new VoxelBox(Slice, v, u, 1, height, width),
            Axis.Y => new VoxelBox(v, Slice, u, height, 1, width),
            _ => new VoxelBox(u, v, Slice, width, height, 1),
        };
    }
}
