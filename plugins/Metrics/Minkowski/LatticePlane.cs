using VolumeViewer.Plugins.Metrics.Surfaces;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Minkowski;

/// <summary>Planes through voxels that are all parallel, and the part of each that lies in a cell of 2×2×2 voxels.</summary>
/// <param name="Weight">The distance between the planes times the share of all directions that are nearest to their normal, µm.</param>
/// <param name="Polygons">The squares, oblongs or triangles of the planes' lattice in a cell, as corners in order.</param>
/// <param name="Share">Cells that have each of the polygons, inverted.</param>
internal sealed record LatticePlane(double Weight, int[][] Polygons, double Share)
{
    /// <summary>
    /// What a cell adds to the Euler numbers of the planes' sections. A section's is the mean of that with voxels joined along the sides of the polygons, and
    /// that of its ground joined so: so the breadth of a phase is that of all others with the sign turned.
    /// </summary>
    public double Euler(int configuration)
    {
        var sum = 0.0;
        foreach (var polygon in Polygons)
            sum += Share * (Joined(polygon, configuration) - Joined(polygon, ~configuration)) / 2;
        return sum;
    }

    // Points − sides + polygons: a side has two polygons, a point of four-sided ones four and of triangles six.
    private static double Joined(int[] polygon, int configuration)
    {
        bool Is(int place) => (configuration >> polygon[place % polygon.Length] & 1) != 0;
        var (points, sides) = (0, 0);
        for (var i = 0; i < polygon.Length; i++)
        {
            points += Is(i) ? 1 : 0;
            sides += Is(i) && Is(i + 1) ? 1 : 0;
        }
        return (points / (polygon.Length == 3 ? 6.0 : 4.0)) - (sides / 2.0) + (points == polygon.Length ? 1 : 0);
    }
}

/// <summary>The 13 kinds of planes whose lattices lie in cells of 2×2×2 voxels.</summary>
internal static class LatticePlanes
{
    // Across the axes, each square in two cells; through two opposite edges; through three corners around a fourth, and the three opposite ones.
    private static readonly (int[][] Polygons, double Share)[] Kinds =
    [
        ([[0, 1, 3, 2], [4, 5, 7, 6]], 0.5), ([[0, 1, 5, 4], [2, 3, 7, 6]], 0.5), ([[0, 2, 6, 4], [1, 3, 7, 5]], 0.5),
        ([[0, 4, 7, 3]], 1), ([[1, 5, 6, 2]], 1), ([[0, 2, 7, 5]], 1), ([[1, 3, 6, 4]], 1), ([[0, 1, 7, 6]], 1), ([[2, 3, 5, 4]], 1),
        ([[1, 2, 4], [6, 5, 3]], 1), ([[0, 3, 5], [7, 4, 2]], 1), ([[3, 0, 6], [4, 7, 1]], 1), ([[5, 6, 0], [2, 1, 7]], 1),
    ];

    /// <summary>The planes in a lattice of this spacing.</summary>
    public static IReadOnlyList<LatticePlane> Of(Spacing spacing)
    {
        var normals = Kinds.Select(kind => Normal(kind.Polygons[0], spacing)).ToArray();
        var shares = SphericalVoronoi.Weights(normals);
        var voxel = spacing.Z * spacing.Y * spacing.X;
        return
        [
            .. Kinds.Select((kind, i) =>
            {
                // A lattice point of a plane has the area of its unit cell, and the voxel's volume: the distance between planes is the second over the first.
                var area = Math.Sqrt((normals[i].Z * normals[i].Z) + (normals[i].Y * normals[i].Y) + (normals[i].X * normals[i].X));
                return new LatticePlane(shares[i] * voxel / area, kind.Polygons, kind.Share);
            }),
        ];
    }

    // The cross product of two sides: as long as the area of the unit cell of the plane's lattice.
    private static (double Z, double Y, double X) Normal(int[] polygon, Spacing spacing)
    {
        var (u, v) = (Side(polygon[1], polygon[0]), Side(polygon[^1], polygon[0]));
        return ((u.Y * v.X) - (u.X * v.Y), (u.X * v.Z) - (u.Z * v.X), (u.Z * v.Y) - (u.Y * v.Z));

        (double Z, double Y, double X) Side(int to, int from) => (Along(to, from, 2) * spacing.Z, Along(to, from, 1) * spacing.Y, Along(to, from, 0) * spacing.X);

        static int Along(int to, int from, int bit) => (to >> bit & 1) - (from >> bit & 1);
    }
}
