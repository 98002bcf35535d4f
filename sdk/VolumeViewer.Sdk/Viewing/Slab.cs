namespace VolumeViewer.Sdk;

/// <summary>Slices of some thickness around the crosshair, for image layers; labels are those in the middle.</summary>
public sealed record Slab
{
    /// <param name="thicknessMicrometres">Across the slice; above 0. What is thinner than a voxel of a layer is one voxel of it.</param>
    /// <param name="projection">How the values within become one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The thickness is not a positive, finite number.</exception>
    public Slab(double thicknessMicrometres, SlabProjection projection = SlabProjection.Maximum)
    {
        // This way round, not a number is refused too.
        if (!(thicknessMicrometres > 0 && double.IsFinite(thicknessMicrometres)))
            throw new ArgumentOutOfRangeException(nameof(thicknessMicrometres), thicknessMicrometres, $"A slab needs a thickness above 0 µm, got {thicknessMicrometres}.");
        (ThicknessMicrometres, Projection) = (thicknessMicrometres, projection);
    }

    /// <summary>Across the slice, µm.</summary>
    public double ThicknessMicrometres { get; }

    /// <summary>How the values within become one.</summary>
    public SlabProjection Projection { get; init; }

    /// <summary>How many voxels of a layer lie in the slab across one axis: at least one, half voxels rounded up.</summary>
    /// <param name="spacingMicrometres">The layer's spacing along that axis.</param>
    public int VoxelsAcross(double spacingMicrometres) => (int)Math.Clamp(Math.Floor((ThicknessMicrometres / spacingMicrometres) + 0.5), 1, 1 << 20);
}
