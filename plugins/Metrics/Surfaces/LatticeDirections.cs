namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>A step from a voxel to one of its neighbours.</summary>
internal readonly record struct LatticeStep(int Z, int Y, int X);

/// <summary>The 13 directions to the 26 neighbours of a voxel, each once: first the three axes z, y, x.</summary>
internal static class LatticeDirections
{
    /// <summary>The steps; the first that is not 0 along z, y, x is 1.</summary>
    public static IReadOnlyList<LatticeStep> All { get; } =
    [
        new(1, 0, 0), new(0, 1, 0), new(0, 0, 1),
        new(0, 1, 1), new(0, 1, -1), new(1, 0, 1), new(1, 0, -1), new(1, 1, 0), new(1, -1, 0),
        new(1, 1, 1), new(1, 1, -1), new(1, -1, 1), new(1, -1, -1),
    ];

    /// <summary>The axes alone.</summary>
    public static IReadOnlyList<LatticeStep> Axes { get; } = [.. All.Take(3)];
}
