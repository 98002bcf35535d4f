using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>
/// The area of the triangles that marching cubes puts halfway between voxels of a phase and others, without making them: each configuration of
/// 2×2×2 voxels has an area that depends on the spacing alone (Lorensen and Cline, Computer Graphics 21 (1987) 163). Where a face of a cell is
/// ambiguous, the voxels of the phase are joined across it, and cells are filled with the triangles of Lewiner et al. (J. Graphics Tools 8 (2003) 1).
/// </summary>
internal static class MarchingCubes
{
    private const int Corners = 8;

    // A point in the middle of a cell.
    private const char Middle = '*';

    // One configuration of each kind, as the number that has its corners as bits, and its triangles. A triangle has three points, each the middle of the
    // edge between two corners.
    private static readonly (int Configuration, string Triangles)[] Kinds =
    [
        (1, "01-02-04"),
        (3, "02-04-13 13-04-15"),
        (6, "02-01-26 01-15-26 13-23-26 13-26-15"),
        (7, "23-26-13 26-15-13 26-04-15"),
        (15, "37-04-15 26-04-37"),
        (22, "26-46-04 45-04-46 04-45-15 04-15-01 13-01-15 01-13-02 23-02-13 02-23-26 02-26-04"),
        (23, "26-46-45 26-45-15 23-26-15 13-23-15"),
        (24, "37-23-13 46-45-04"),
        (25, "01-13-45 37-45-13 45-37-46 23-46-37 46-23-02"),
        (27, "15-37-23 46-15-23 02-46-23 45-15-46"),
        (30, "04-02-01 46-45-26 15-26-45 26-15-37"),
        (31, "26-46-45 15-26-45 37-26-15"),
        (60, "57-37-46 26-46-37 04-13-15 13-04-02"),
        (61, "57-**-46 **-15-46 01-46-15 46-01-26 13-26-01 26-13-** **-37-26 57-37-** **-13-15"),
        (63, "57-37-26 57-26-46"),
        (105, "04-45-46 23-02-26 15-01-13 37-67-57"),
        (107, "23-02-26 45-46-04 67-57-37"),
        (111, "57-37-67 45-46-04"),
        (126, "01-04-02 57-37-67"),
        (127, "67-57-37"),
    ];

    // The same loops for two of them, closed by a sheet each where those above join them by a tube: which of the two a phase that is cut in halves has cannot be
    // told, but one that goes over smoothly has hardly ever a tube within a cell.
    private static readonly Dictionary<int, string> WithoutTubes = new()
    {
        [22] = "01-02-04 13-23-26 13-26-46 13-46-45 13-45-15",
        [61] = "01-13-15 26-46-37 46-57-37",
    };

    // The 48 ways to put a cube onto itself: where each corner goes.
    private static readonly int[][] WaysToTurn = Symmetries();

    /// <summary>The area of each configuration, µm².</summary>
    public static double[] Areas(Spacing spacing)
    {
        var areas = new double[ConfigurationHistogram.Length];
        var ways = new int[ConfigurationHistogram.Length];
        foreach (var (configuration, triangles) in Kinds)
        {
            foreach (var goes in WaysToTurn)
            {
                var turned = 0;
                for (var corner = 0; corner < Corners; corner++)
                    turned |= (configuration >> corner & 1) << goes[corner];
                areas[turned] += triangles.Split(' ').Sum(triangle => Area(triangle.Split('-'), goes, spacing));
                ways[turned]++;
            }
        }
        // A configuration that looks the same in several ways is cut into triangles in each of them, which only matters for cells that are no cubes.
        return [.. areas.Zip(ways, (area, count) => count > 0 ? area / count : 0)];
    }

    /// <summary>The triangles of each configuration, for cells in which the surface is somewhere between the voxels: three points for each.</summary>
    /// <returns>
    /// By configuration. A point is on the edge between the corners that are its bits 0 to 2 and 3 to 5. Of the ways to cut a symmetric configuration into
    /// triangles, one is taken.
    /// </returns>
    public static byte[][] Triangles()
    {
        var all = new byte[ConfigurationHistogram.Length][];
        Array.Fill(all, []);
        foreach (var (configuration, triangles) in Kinds)
        {
            foreach (var goes in WaysToTurn)
            {
                var turned = Enumerable.Range(0, Corners).Sum(corner => (configuration >> corner & 1) << goes[corner]);
                if (all[turned].Length == 0)
                    all[turned] = [.. WithoutTubes.GetValueOrDefault(configuration, triangles).Split(' ', '-').Select(edge => (byte)(goes[edge[0] - '0'] | (goes[edge[1] - '0'] << 3)))];
            }
        }
        return all;
    }

    /// <summary>The area of one phase.</summary>
    public static double Area(LabelVolume labels, int phase, CancellationToken cancellationToken = default) =>
        ByBlock(labels, (phase, phase), new BlockRows(labels.Shape), Areas(labels.Spacing), null, cancellationToken).Sum();

    /// <summary>The areas of all phases and pairs. That of a pair is (S₁ + S₂ − S of both taken as one) / 2.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="grid">Its blocks.</param>
    /// <param name="touches">Whether a pair of phases touches at all; others are not looked at.</param>
    /// <param name="sliceDone">Called after every slice.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static SurfaceAreas Measure(LabelVolume labels, BlockRows grid, Func<int, int, bool> touches, Action? sliceDone = null,
        CancellationToken cancellationToken = default)
    {
        var (phases, areas) = (labels.Phases.Count, Areas(labels.Spacing));
        var surfaces = Enumerable.Range(0, phases).Select(phase => ByBlock(labels, (phase, phase), grid, areas, sliceDone, cancellationToken)).ToArray();
        var pairs = PhasePairs.All(phases).Select(pair =>
        {
            if (!touches(pair.First, pair.Second))
                return new double[grid.Count];
            var both = ByBlock(labels, pair, grid, areas, sliceDone, cancellationToken);
            return Enumerable.Range(0, grid.Count).Select(block => (surfaces[pair.First][block] + surfaces[pair.Second][block] - both[block]) / 2).ToArray();
        }).ToArray();
        return new SurfaceAreas(SurfaceMethod.MarchingCubes, surfaces, pairs);
    }

    private static double[] ByBlock(LabelVolume labels, (int First, int Second) phases, BlockRows grid, double[] areas, Action? sliceDone,
        CancellationToken cancellationToken)
    {
        var histogram = ConfigurationHistogram.Count(labels, phases, grid, sliceDone, cancellationToken);
        var sums = new double[grid.Count];
        for (var i = 0; i < histogram.Length; i++)
            sums[i / ConfigurationHistogram.Length] += histogram[i] * areas[i % ConfigurationHistogram.Length];
        return sums;
    }

    private static double Area(string[] triangle, int[] goes, Spacing spacing)
    {
        var (a, b, c) = (Point(triangle[0]), Point(triangle[1]), Point(triangle[2]));
        var (u, v) = (Minus(b, a), Minus(c, a));
        var (z, y, x) = ((u.Y * v.X) - (u.X * v.Y), (u.X * v.Z) - (u.Z * v.X), (u.Z * v.Y) - (u.Y * v.Z));
        return Math.Sqrt((z * z) + (y * y) + (x * x)) / 2;

        (double Z, double Y, double X) Point(string edge)
        {
            if (edge[0] == Middle)
                return (spacing.Z / 2, spacing.Y / 2, spacing.X / 2);
            var (from, to) = (goes[edge[0] - '0'], goes[edge[1] - '0']);
            double Mean(int bit) => ((from >> bit & 1) + (to >> bit & 1)) / 2.0;
            return (Mean(2) * spacing.Z, Mean(1) * spacing.Y, Mean(0) * spacing.X);
        }

        static (double Z, double Y, double X) Minus((double Z, double Y, double X) p, (double Z, double Y, double X) q) => (p.Z - q.Z, p.Y - q.Y, p.X - q.X);
    }

    private static int[][] Symmetries()
    {
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        return
        [
            .. from order in orders from flips in Enumerable.Range(0, Corners)
            select Enumerable.Range(0, Corners).Select(corner => flips ^ Enumerable.Range(0, 3).Sum(bit => (corner >> bit & 1) << order[bit])).ToArray(),
        ];
    }
}
