using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>How a volume becomes a 3-D texture: how many voxels along each axis become one, so that it fits the driver and the budget.</summary>
internal sealed record TexturePlan
{
    private TexturePlan(VolumeShape source, Spacing spacing, int factorZ, int factorY, int factorX)
    {
        (Source, Spacing, FactorZ, FactorY, FactorX) = (source, spacing, factorZ, factorY, factorX);
        Size = new VolumeShape(Divide(source.Depth, factorZ), Divide(source.Height, factorY), Divide(source.Width, factorX));
    }

    /// <summary>The volume's voxels.</summary>
    public VolumeShape Source { get; }

    /// <summary>The volume's spacing.</summary>
    public Spacing Spacing { get; }

    /// <summary>The texture's voxels.</summary>
    public VolumeShape Size { get; }

    /// <summary>Voxels along z that become one.</summary>
    public int FactorZ { get; }

    /// <summary>Voxels along y that become one.</summary>
    public int FactorY { get; }

    /// <summary>Voxels along x that become one.</summary>
    public int FactorX { get; }

    /// <summary>Whether the texture is coarser than the volume.</summary>
    public bool IsReduced => FactorZ * FactorY * FactorX > 1;

    /// <summary>Edges (x, y, z) of a texture voxel, µm.</summary>
    public Vector3 Voxel => new((float)(Spacing.X * FactorX), (float)(Spacing.Y * FactorY), (float)(Spacing.Z * FactorZ));

    /// <summary>Edges (x, y, z) of the volume, µm.</summary>
    public Vector3 Extent => new((float)(Source.Width * Spacing.X), (float)(Source.Height * Spacing.Y), (float)(Source.Depth * Spacing.Z));

    /// <summary>Edges of the texture, which can reach past the volume, µm.</summary>
    public Vector3 TextureExtent => Voxel * SizeVector;

    /// <summary>The texture's voxels in the order (x, y, z).</summary>
    public Vector3 SizeVector => new(Size.Width, Size.Height, Size.Depth);

    /// <summary>The finest texture that fits.</summary>
    /// <param name="shape">The volume's voxels.</param>
    /// <param name="spacing">Its spacing: the axis of the smallest voxel edges is thinned out first.</param>
    /// <param name="bytesPerVoxel">In the texture.</param>
    /// <param name="maxSize">The longest edge the driver takes, voxels.</param>
    /// <param name="budget">Bytes the texture may take.</param>
    public static TexturePlan Make(VolumeShape shape, Spacing spacing, int bytesPerVoxel, int maxSize, long budget)
    {
        var plan = new TexturePlan(shape, spacing, 1, 1, 1);
        while (true)
        {
            if (plan.Size.Width > maxSize)
                plan = plan.Coarser(Axis.X);
            else if (plan.Size.Height > maxSize)
                plan = plan.Coarser(Axis.Y);
            else if (plan.Size.Depth > maxSize)
                plan = plan.Coarser(Axis.Z);
            else if (plan.Size.VoxelCount * bytesPerVoxel > Math.Max(budget, bytesPerVoxel))
                plan = plan.Coarser(plan.FinestAxis());
            else
                return plan;
        }
    }

    /// <summary>The texture of a part of a volume, whose voxels and edges are then those of the part.</summary>
    public static TexturePlan OfDetail(DetailPlan detail, Spacing spacing) =>
        new(new VolumeShape(detail.Box.Depth, detail.Box.Height, detail.Box.Width), spacing, detail.Factor, detail.Factor, detail.Factor);

    /// <summary>A sentence for the user about the loss, or null where there is none.</summary>
    public string? Notice(string layer) => !IsReduced ? null
        : $"'{layer}' ({Source} voxels) is shown in 3-D at {Size} (every {FactorZ} × {FactorY} × {FactorX} voxels made one): "
            + "more does not fit the graphics memory set aside.";

    private static int Divide(int length, int factor) => (length + factor - 1) / factor;

    private Axis FinestAxis() => new[] { Axis.X, Axis.Y, Axis.Z }.Where(axis => Size.Along(axis) > 1).MinBy(axis => Spacing.Along(axis) * Factor(axis));

    private int Factor(Axis axis) => axis switch { Axis.Z => FactorZ, Axis.Y => FactorY, _ => FactorX };

    private TexturePlan Coarser(Axis axis) => new(Source, Spacing,
        FactorZ + (axis == Axis.Z ? 1 : 0), FactorY + (axis == Axis.Y ? 1 : 0), FactorX + (axis == Axis.X ? 1 : 0));
}
