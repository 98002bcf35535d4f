using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>The filters of one scale: kernels along each axis, and how far they reach.</summary>
internal sealed class ScaleFilters
{
    /// <param name="sigma">In voxels of the finest axis.</param>
    /// <param name="dimensions">2 or 3.</param>
    /// <param name="spacing">Voxel distances: where an axis is coarser, σ is fewer voxels of it.</param>
    /// <param name="stride">Numbers from one row of the window to the next.</param>
    public ScaleFilters(double sigma, int dimensions, Spacing spacing, int stride)
    {
        var (z, y, x) = Ratios(spacing, dimensions);
        (Z, Y, X) = (GaussianKernel.Of(sigma, z), GaussianKernel.Of(sigma, y), GaussianKernel.Of(sigma, x));
        (IntegrateZ, IntegrateY, IntegrateX) = (GaussianKernel.Of(sigma / 2, z), GaussianKernel.Of(sigma / 2, y), GaussianKernel.Of(sigma / 2, x));
        (BoxZ, BoxY, BoxX) = ((int)Math.Round(sigma * z), Math.Max(1, (int)Math.Round(sigma * y)), Math.Max(1, (int)Math.Round(sigma * x)));
        (MeanZ, MeanY, MeanX) = (GaussianKernel.Box(BoxZ), GaussianKernel.Box(BoxY), GaussianKernel.Box(BoxX));
        var longest = Math.Max(Math.Max(Y.Radius, X.Radius), Math.Max(BoxY, BoxX)) + 1;
        RowsBefore = [.. Enumerable.Range(0, longest).Select(k => -k * stride)];
        RowsAfter = [.. Enumerable.Range(0, longest).Select(k => k * stride)];
        ColumnsBefore = [.. Enumerable.Range(0, longest).Select(k => -k)];
        ColumnsAfter = [.. Enumerable.Range(0, longest)];
    }

    public GaussianKernel Z { get; }

    public GaussianKernel Y { get; }

    public GaussianKernel X { get; }

    /// <summary>Half as wide: for the products of the structure tensor.</summary>
    public GaussianKernel IntegrateZ { get; }

    public GaussianKernel IntegrateY { get; }

    public GaussianKernel IntegrateX { get; }

    /// <summary>The box has 2·n + 1 voxels.</summary>
    public int BoxZ { get; }

    public int BoxY { get; }

    public int BoxX { get; }

    public GaussianKernel MeanZ { get; }

    public GaussianKernel MeanY { get; }

    public GaussianKernel MeanX { get; }

    /// <summary>Distances in the window's memory.</summary>
    public int[] RowsBefore { get; }

    public int[] RowsAfter { get; }

    public int[] ColumnsBefore { get; }

    public int[] ColumnsAfter { get; }

    /// <summary>How far a voxel's features reach along y or x.</summary>
    public static int Reach(double sigma, int dimensions, Spacing spacing)
    {
        var filters = new ScaleFilters(sigma, dimensions, spacing, 0);
        return Math.Max(Math.Max(filters.Y.Radius + filters.IntegrateY.Radius, filters.X.Radius + filters.IntegrateX.Radius), Math.Max(filters.BoxY, filters.BoxX));
    }

    /// <summary>How far a voxel's features reach along z.</summary>
    public static int ReachZ(double sigma, int dimensions, Spacing spacing)
    {
        var filters = new ScaleFilters(sigma, dimensions, spacing, 0);
        return dimensions == 2 ? 0 : Math.Max(filters.Z.Radius + filters.IntegrateZ.Radius, filters.BoxZ);
    }

    // Distance of the finest axis over that of each axis.
    private static (double Z, double Y, double X) Ratios(Spacing spacing, int dimensions)
    {
        var finest = Math.Min(spacing.Y, spacing.X);
        if (dimensions == 3)
            finest = Math.Min(finest, spacing.Z);
        return (finest / spacing.Z, finest / spacing.Y, finest / spacing.X);
    }
}
