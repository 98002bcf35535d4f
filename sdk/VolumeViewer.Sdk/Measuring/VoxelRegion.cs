namespace VolumeViewer.Sdk;

/// <summary>The voxels of a grid whose centres lie in a rectangle or an ellipse of a slice, or in a box along the axes.</summary>
/// <remarks>A centre on the lower edge of a rectangle or a box is inside, one on the upper edge outside, so that regions side by side share no voxel.</remarks>
public readonly record struct VoxelRegion
{
    // Edges in voxels: voxel i reaches from i to i + 1 and has its centre at i + 1/2.
    private readonly (double Z, double Y, double X) _low;
    private readonly (double Z, double Y, double X) _high;
    private readonly Axis? _ellipseAcross;

    private VoxelRegion(WorldPoint first, WorldPoint second, Spacing spacing, Axis? across, bool isEllipse)
    {
        var (one, other) = ((first.Z / spacing.Z, first.Y / spacing.Y, first.X / spacing.X), (second.Z / spacing.Z, second.Y / spacing.Y, second.X / spacing.X));
        _low = (Math.Min(one.Item1, other.Item1), Math.Min(one.Item2, other.Item2), Math.Min(one.Item3, other.Item3));
        _high = (Math.Max(one.Item1, other.Item1), Math.Max(one.Item2, other.Item2), Math.Max(one.Item3, other.Item3));
        if (across is { } axis)
        {
            // The slice that holds the first point, all of it and nothing else.
            var slice = Math.Floor(first.Along(axis) / spacing.Along(axis));
            (_low, _high) = (With(_low, axis, slice), With(_high, axis, slice + 1));
        }
        _ellipseAcross = isEllipse ? across : null;
    }

    /// <summary>The voxels in a rectangle of the slice through its first corner.</summary>
    /// <param name="across">The axis that the slice lies across.</param>
    /// <param name="first">A corner, in the unit of the spacing.</param>
    /// <param name="second">The opposite corner.</param>
    /// <param name="spacing">Of the voxels.</param>
    public static VoxelRegion Rectangle(Axis across, WorldPoint first, WorldPoint second, Spacing spacing) => new(first, second, spacing, across, isEllipse: false);

    /// <summary>The voxels in the ellipse that touches the sides of a rectangle of the slice through its first corner.</summary>
    /// <param name="across">The axis that the slice lies across.</param>
    /// <param name="first">A corner of the rectangle, in the unit of the spacing.</param>
    /// <param name="second">The opposite corner.</param>
    /// <param name="spacing">Of the voxels.</param>
    public static VoxelRegion Ellipse(Axis across, WorldPoint first, WorldPoint second, Spacing spacing) => new(first, second, spacing, across, isEllipse: true);

    /// <summary>The voxels in a box.</summary>
    /// <param name="first">A corner, in the unit of the spacing.</param>
    /// <param name="second">The opposite corner.</param>
    /// <param name="spacing">Of the voxels.</param>
    public static VoxelRegion Box(WorldPoint first, WorldPoint second, Spacing spacing) => new(first, second, spacing, null, isEllipse: false);

    /// <summary>The voxels in a measurement.</summary>
    /// <exception cref="ArgumentException">It is no region.</exception>
    public static VoxelRegion Of(Measurement measurement, Spacing spacing)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        if (!measurement.IsRegion)
            throw new ArgumentException($"'{measurement.Name}' is of the kind {measurement.Kind}, which encloses nothing.", nameof(measurement));
        var isFlat = measurement.Kind != MeasurementKind.Box;
        return new VoxelRegion(measurement.Points[0], measurement.Points[1], spacing, isFlat ? measurement.Plane : null, measurement.Kind == MeasurementKind.Ellipse);
    }

    /// <summary>The smallest box that holds the region's voxels of a volume, or null where it has none.</summary>
    public VoxelBox? Bounds(VolumeShape shape)
    {
        var (z, depth) = Range(_low.Z, _high.Z, shape.Depth);
        var (y, height) = Range(_low.Y, _high.Y, shape.Height);
        var (x, width) = Range(_low.X, _high.X, shape.Width);
        return depth > 0 && height > 0 && width > 0 ? new VoxelBox(z, y, x, depth, height, width) : null;
    }

    /// <summary>The region's voxels of one row: they lie side by side.</summary>
    /// <param name="z">Slice of the row.</param>
    /// <param name="y">The row.</param>
    /// <param name="bounds">From <see cref="Bounds"/>, and around (z, y).</param>
    /// <returns>The first voxel and how many there are, perhaps none.</returns>
    public (int First, int Count) Row(int z, int y, VoxelBox bounds)
    {
        if (_ellipseAcross is not { } axis)
            return (bounds.X, bounds.Width);
        var (down, back) = (Share(z, _low.Z, _high.Z), Share(y, _low.Y, _high.Y));
        if (axis == Axis.X)
            return (bounds.X, (down * down) + (back * back) <= 1 ? bounds.Width : 0);
        var other = axis == Axis.Z ? back : down;
        if (other * other > 1)
            return (bounds.X, 0);
        var (middle, half) = ((_low.X + _high.X) / 2, (_high.X - _low.X) / 2 * Math.Sqrt(1 - (other * other)));
        var first = Math.Max(bounds.X, (int)Math.Ceiling(middle - half - 0.5));
        var last = Math.Min(bounds.X + bounds.Width - 1, (int)Math.Floor(middle + half - 0.5));
        return (first, Math.Max(0, last - first + 1));
    }

    // Where a voxel's centre lies: −1 and 1 are the region's edges.
    private static double Share(int index, double low, double high) => ((2 * (index + 0.5)) - low - high) / (high - low);

    private static (int First, int Count) Range(double low, double high, int length)
    {
        var first = Math.Clamp(Math.Ceiling(low - 0.5), 0, length);
        var end = Math.Clamp(Math.Ceiling(high - 0.5), 0, length);
        return ((int)first, (int)(end - first));
    }

    private static (double Z, double Y, double X) With((double Z, double Y, double X) edges, Axis axis, double value) => axis switch
    {
        Axis.Z => edges with { Z = value },
        Axis.Y => edges with { Y = value },
        _ => edges with { X = value },
    };
}
