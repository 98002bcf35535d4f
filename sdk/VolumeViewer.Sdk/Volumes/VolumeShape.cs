namespace VolumeViewer.Sdk;

/// <summary>Number of voxels along each axis, in the order (z, y, x); x is fastest in memory.</summary>
public readonly record struct VolumeShape
{
    /// <param name="depth">Voxels along z: the number of slices.</param>
    /// <param name="height">Voxels along y: the rows of a slice.</param>
    /// <param name="width">Voxels along x: the columns of a slice.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is below one, or a slice has more than 2³¹ − 1 voxels.</exception>
    public VolumeShape(int depth, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)height * width, Array.MaxLength, nameof(width));
        (Depth, Height, Width) = (depth, height, width);
    }

    /// <summary>Voxels along z.</summary>
    public int Depth { get; }

    /// <summary>Voxels along y.</summary>
    public int Height { get; }

    /// <summary>Voxels along x.</summary>
    public int Width { get; }

    /// <summary>Voxels in one z-slice.</summary>
    public int SliceLength => Height * Width;

    /// <summary>Voxels in the volume.</summary>
    public long VoxelCount => (long)Depth * SliceLength;

    /// <summary>The length along one axis, in voxels.</summary>
    public int Along(Axis axis) => axis switch { Axis.Z => Depth, Axis.Y => Height, _ => Width };

    /// <summary>For example "256 × 256 × 256" in the order z, y, x.</summary>
    public override string ToString() => $"{Depth} × {Height} × {Width}";
}
