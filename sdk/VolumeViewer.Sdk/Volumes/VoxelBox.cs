namespace VolumeViewer.Sdk;

/// <summary>A box of voxels: its first voxel and its edges, in the order (z, y, x).</summary>
public readonly record struct VoxelBox
{
    /// <param name="z">First slice.</param>
    /// <param name="y">First row.</param>
    /// <param name="x">First column.</param>
    /// <param name="depth">Voxels along z.</param>
    /// <param name="height">Voxels along y.</param>
    /// <param name="width">Voxels along x.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative, or an edge below one.</exception>
    public VoxelBox(int z, int y, int x, int depth, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(z);
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        (Z, Y, X, Depth, Height, Width) = (z, y, x, depth, height, width);
    }

    /// <summary>First slice.</summary>
    public int Z { get; }

    /// <summary>First row.</summary>
    public int Y { get; }

    /// <summary>First column.</summary>
    public int X { get; }

    /// <summary>Voxels along z.</summary>
    public int Depth { get; }

    /// <summary>Voxels along y.</summary>
    public int Height { get; }

    /// <summary>Voxels along x.</summary>
    public int Width { get; }

    /// <summary>Last slice.</summary>
    public int LastZ => Z + Depth - 1;

    /// <summary>Voxels in the box.</summary>
    public long VoxelCount => (long)Depth * Height * Width;

    /// <summary>The box that holds all of a volume.</summary>
    public static VoxelBox Of(VolumeShape shape) => new(0, 0, 0, shape.Depth, shape.Height, shape.Width);

    /// <summary>Whether every voxel of the box lies in a volume of this shape.</summary>
    public bool IsWithin(VolumeShape shape) =>
        (long)Z + Depth <= shape.Depth && (long)Y + Height <= shape.Height && (long)X + Width <= shape.Width;

    /// <summary>Whether the box holds all of another.</summary>
    public bool Contains(VoxelBox other) => Intersection(other) == other;

    /// <summary>The smallest box that holds both.</summary>
    public VoxelBox Union(VoxelBox other)
    {
        var (z, y, x) = (Math.Min(Z, other.Z), Math.Min(Y, other.Y), Math.Min(X, other.X));
        return new VoxelBox(z, y, x, Math.Max(Z + Depth, other.Z + other.Depth) - z, Math.Max(Y + Height, other.Y + other.Height) - y, Math.Max(X + Width, other.X + other.Width) - x);
    }

    /// <summary>The voxels that are in both boxes; null where there are none.</summary>
    public VoxelBox? Intersection(VoxelBox other)
    {
        var (z, y, x) = (Math.Max(Z, other.Z), Math.Max(Y, other.Y), Math.Max(X, other.X));
        var (depth, height, width) = (Math.Min(Z + Depth, other.Z + other.Depth) - z, Math.Min(Y + Height, other.Y + other.Height) - y, Math.Min(X + Width, other.X + other.Width) - x);
        return depth > 0 && height > 0 && width > 0 ? new VoxelBox(z, y, x, depth, height, width) : null;
    }

    /// <summary>For example "1 × 20 × 20 voxels at (7, 100, 120)" in the order z, y, x.</summary>
    public override string ToString() => $"{Depth} × {Height} × {Width} voxels at ({Z}, {Y}, {X})";
}
