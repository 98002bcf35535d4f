using VolumeViewer.Plugins.Metrics.Surfaces;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Minkowski;

/// <summary>
/// What each of the 256 configurations of 2×2×2 voxels adds to the volume, the surface, the mean breadth and the Euler number of a phase
/// (Ohser and Mücklich, Statistical Analysis of Microstructures in Materials Science, 2000; Legland, Kiêu and Devaux, Image Anal. Stereol. 26 (2007) 83).
/// What several cells share, such as an edge of the lattice, is given to each of them in equal parts.
/// </summary>
internal sealed class MinkowskiWeights
{
    private static readonly int[] Axes = [4, 2, 1];

    /// <param name="spacing">Of the voxels.</param>
    public MinkowskiWeights(Spacing spacing)
    {
        var (voxel, crofton, planes) = (spacing.Z * spacing.Y * spacing.X, CountedSurfaces.CroftonWeights(spacing), LatticePlanes.Of(spacing));
        for (var cell = 0; cell < ConfigurationHistogram.Length; cell++)
        {
            var configuration = cell;
            bool Is(int corner) => (configuration >> corner & 1) != 0;
            Volume[cell] = voxel * Corners().Count(Is) / 8;
            Surface[cell] = LatticeDirections.All.Select((step, direction) => crofton[direction] * Crossings(step, Is)).Sum();
            Breadth[cell] = planes.Sum(plane => plane.Weight * plane.Euler(configuration));
            Euler6[cell] = EulerOfPoints(Is);
            Euler26[cell] = EulerOfCubes(Is);
        }
    }

    /// <summary>Volume, µm³.</summary>
    public double[] Volume { get; } = new double[ConfigurationHistogram.Length];

    /// <summary>Surface by Crofton's formula along 13 directions, µm².</summary>
    public double[] Surface { get; } = new double[ConfigurationHistogram.Length];

    /// <summary>Mean breadth from the Euler numbers of sections along 13 kinds of planes, µm; the integral of mean curvature is 2π times as much.</summary>
    public double[] Breadth { get; } = new double[ConfigurationHistogram.Length];

    /// <summary>Euler number with 6 neighbours.</summary>
    public double[] Euler6 { get; } = new double[ConfigurationHistogram.Length];

    /// <summary>Euler number with 26 neighbours.</summary>
    public double[] Euler26 { get; } = new double[ConfigurationHistogram.Length];

    private static IEnumerable<int> Corners() => Enumerable.Range(0, 8);

    // Pairs of corners that are one step apart and differ, each over the number of cells that have it: two for every axis the step does not go along.
    private static double Crossings(LatticeStep step, Func<int, bool> isIn)
    {
        var goes = (step.Z != 0 ? 4 : 0) | (step.Y != 0 ? 2 : 0) | (step.X != 0 ? 1 : 0);
        var down = (step.Y < 0 ? 2 : 0) | (step.X < 0 ? 1 : 0);
        var pairs = Corners().Where(corner => (corner & goes) == down && isIn(corner) != isIn(corner ^ goes)).Count();
        return pairs / (double)(1 << (3 - int.PopCount(goes)));
    }

    // Voxels as points, joined across faces: points − edges + squares − cubes.
    private static double EulerOfPoints(Func<int, bool> isIn)
    {
        var points = Corners().Count(isIn);
        var edges = Axes.Sum(axis => Corners().Count(corner => (corner & axis) == 0 && isIn(corner) && isIn(corner | axis)));
        var squares = Axes.Sum(axis => Enumerable.Range(0, 2).Count(side => Corners().Where(corner => (corner & axis) == side * axis).All(isIn)));
        return (points / 8.0) - (edges / 4.0) + (squares / 2.0) - (Corners().All(isIn) ? 1 : 0);
    }

    // Voxels as closed cubes, whose common corner is in the middle of the cell: corners − edges + faces − cubes of their union.
    private static double EulerOfCubes(Func<int, bool> isIn)
    {
        var cubes = Corners().Count(isIn);
        var faces = Axes.Sum(axis => Corners().Count(corner => (corner & axis) == 0 && (isIn(corner) || isIn(corner | axis))));
        var edges = Axes.Sum(axis => Enumerable.Range(0, 2).Count(side => Corners().Where(corner => (corner & axis) == side * axis).Any(isIn)));
        return (Corners().Any(isIn) ? 1 : 0) - (edges / 2.0) + (faces / 4.0) - (cubes / 8.0);
    }
}
