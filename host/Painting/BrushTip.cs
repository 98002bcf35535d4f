using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>
/// A brush: a ball or a cube, or a disc or a square of one or several slices. It covers whole voxels along each axis and is round in µm, so that where voxels
/// are not cubes it has different numbers of them along the axes.
/// </summary>
internal readonly record struct BrushTip
{
    private readonly int _z, _y, _x;

    /// <param name="z">Voxels that it covers along z.</param>
    /// <param name="y">Likewise along y.</param>
    /// <param name="x">Likewise along x.</param>
    /// <param name="isRound">Whether it is a ball or disc, not a box.</param>
    /// <param name="across">The axis across which a disc lies; null for what is round along all axes.</param>
    public BrushTip(int z, int y, int x, bool isRound, Axis? across)
    {
        (_z, _y, _x) = (Math.Max(1, z), Math.Max(1, y), Math.Max(1, x));
        (IsRound, Across) = (isRound, across);
    }

    public bool IsRound { get; }

    public Axis? Across { get; }

    /// <summary>A brush in a slice.</summary>
    /// <param name="size">Its size, see <paramref name="isMicrometres"/>.</param>
    /// <param name="isMicrometres">Whether the size is in µm; else it counts voxels of the finer axis of the slice.</param>
    /// <param name="isRound">Whether it is a disc, not a square.</param>
    /// <param name="spacing">Of the layer.</param>
    /// <param name="across">The axis across which the slice lies.</param>
    /// <param name="slices">How many slices it reaches through.</param>
    public static BrushTip Flat(double size, bool isMicrometres, bool isRound, Spacing spacing, Axis across, int slices)
    {
        var finest = new[] { Axis.Z, Axis.Y, Axis.X }.Where(axis => axis != across).Min(spacing.Along);
        int Count(Axis axis) => axis == across ? slices : Voxels(isMicrometres ? size : size * finest, spacing.Along(axis));
        return new BrushTip(Count(Axis.Z), Count(Axis.Y), Count(Axis.X), isRound, across);
    }

    /// <summary>A ball or a cube; a size in voxels counts those of the finest axis.</summary>
    public static BrushTip Ball(double size, bool isMicrometres, bool isRound, Spacing spacing)
    {
        var length = isMicrometres ? size : size * spacing.Finest;
        return new BrushTip(Voxels(length, spacing.Z), Voxels(length, spacing.Y), Voxels(length, spacing.X), isRound, null);
    }

    /// <summary>Voxels along an axis.</summary>
    public int Count(Axis axis) => axis switch { Axis.Z => _z, Axis.Y => _y, _ => _x };

    /// <summary>Half its size along an axis, in voxels.</summary>
    public double Radius(Axis axis) => Count(axis) / 2.0;

    /// <summary>Where the brush stands for a pointer: on the centre of a voxel when its size is odd, on a corner when it is even, so that it is the same everywhere.</summary>
    public VoxelPlace Snap(VoxelPlace place) => new(Snap(place.Z, _z), Snap(place.Y, _y), Snap(place.X, _x));

    private static int Voxels(double length, double spacing) => (int)Math.Clamp(Math.Round(length / spacing), 1, 4096);

    private static double Snap(double place, int count) => count % 2 == 1 ? Math.Floor(place) + 0.5 : Math.Round(place, MidpointRounding.AwayFromZero);
}
