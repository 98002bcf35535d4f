namespace VolumeViewer.Sdk.Neural;

/// <summary>The facts about a network that cutting a volume into patches needs, so that patches give the same labels as the whole slice at once.</summary>
public sealed record NetworkGeometry
{
    /// <exception cref="ArgumentOutOfRangeException">Dimensions are neither 2 nor 3, the alignment is below 1, or the halo below 0.</exception>
    public NetworkGeometry(int dimensions, int alignment, int halo)
    {
        if (dimensions is not (2 or 3))
            throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, "A network works on slices (2) or on volumes (3).");
        ArgumentOutOfRangeException.ThrowIfLessThan(alignment, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(halo);
        (Dimensions, Alignment, Halo) = (dimensions, alignment, halo);
    }

    /// <summary>2 for slices (N, C, H, W), 3 for volumes (N, C, D, H, W).</summary>
    public int Dimensions { get; }

    /// <summary>Input lengths and patch origins must be multiples of this (the product of the poolings' strides), in voxels.</summary>
    public int Alignment { get; }

    /// <summary>Voxels around a patch on which its result depends: the receptive radius, pooling alignment included.</summary>
    public int Halo { get; }
}
