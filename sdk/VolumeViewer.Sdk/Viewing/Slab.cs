namespace VolumeViewer.Sdk;

/// <summary>Slices of some thickness around the crosshair, for image layers and, where that is wanted, for labels.</summary>
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

    /// <summary>Whether the most frequent label within is shown instead of the one in the middle. Unlabelled voxels do not count; of labels that are as frequent the lowest is shown.</summary>
    public bool ShowsMostFrequentLabel { get; init; }

    /// <summary>The same with another thickness.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The thickness is not a positive, finite number.</exception>
    public Slab WithThickness(double thicknessMicrometres) => new(thicknessMicrometres, Projection) { ShowsMostFrequentLabel = ShowsMostFrequentLabel };

    /// <summary>How many voxels of a layer lie in the slab across one axis: at least one, half voxels rounded up.</summary>
    /// <param name="spacingMicrometres">The layer's spacing along that axis.</param>
    public int VoxelsAcross(double spacingMicrometres) => (int)Math.Clamp(Math.Floor((ThicknessMicrometres / spacingMicrometres) + 0.5), 1, 1 << 20);
}
