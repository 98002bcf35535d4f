namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>
/// The share of all directions in space that are nearest to each of some given ones, either way along them: the weights with which measures along few
/// directions stand for the mean over all (Ohser and Mücklich, Statistical Analysis of Microstructures in Materials Science, 2000).
/// </summary>
internal static class SphericalVoronoi
{
    // Half the side of the square that is cut down to a cell, in the plane that touches the unit sphere: far beyond any cell of lattice directions.
    private const double Far = 1e6;

    /// <summary>The shares, whose sum is 1.</summary>
    /// <param name="directions">Vectors (z, y, x) of any length, none along another; they must not all lie in one plane.</param>
    public static double[] Weights(IReadOnlyList<(double Z, double Y, double X)> directions)
    {
        var units = directions.Select(each => Unit([each.Z, each.Y, each.X])).ToArray();
        // A cell and its antipode are alike, so a share is twice one solid angle over 4π.
        var angles = units.Select((unit, i) => SolidAngle(unit, units.Where((_, j) => j != i))).ToArray();
        var sum = angles.Sum();
        return [.. angles.Select(angle => angle / sum)];
    }

    private static double SolidAngle(double[] centre, IEnumerable<double[]> others)
    {
        var side = Unit(Cross(centre, Math.Abs(centre[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0]));
        var up = Cross(centre, side);
        List<double[]> cell = [Point(-Far, -Far), Point(Far, -Far), Point(Far, Far), Point(-Far, Far)];
        foreach (var other in others)
        {
            cell = Cut(cell, Minus(centre, other));
            cell = Cut(cell, Minus(centre, [-other[0], -other[1], -other[2]]));
        }
        var angle = 0.0;
        for (var i = 2; i < cell.Count; i++)
            angle += Angle(Unit(cell[0]), Unit(cell[i - 1]), Unit(cell[i]));
        return angle;

        double[] Point(double along, double across) =>
            [.. Enumerable.Range(0, 3).Select(i => centre[i] + (along * side[i]) + (across * up[i]))];
    }

    // What of a polygon lies on the side of the plane through the origin that its normal points to.
    private static List<double[]> Cut(List<double[]> polygon, double[] normal)
    {
        var left = new List<double[]>();
        for (var i = 0; i < polygon.Count; i++)
        {
            var (from, to) = (polygon[i], polygon[(i + 1) % polygon.Count]);
            var (before, after) = (Dot(from, normal), Dot(to, normal));
            if (before >= 0)
                left.Add(from);
            if (before >= 0 != after >= 0)
            {
                var share = before / (before - after);
                left.Add([.. from.Zip(to, (a, b) => a + (share * (b - a)))]);
            }
        }
        return left;
    }

    // Of a spherical triangle (Van Oosterom and Strackee, IEEE Trans. Biomed. Eng. 30 (1983) 125).
    private static double Angle(double[] a, double[] b, double[] c) =>
        2 * Math.Atan2(Math.Abs(Dot(a, Cross(b, c))), 1 + Dot(a, b) + Dot(b, c) + Dot(c, a));

    private static double Dot(double[] a, double[] b) => (a[0] * b[0]) + (a[1] * b[1]) + (a[2] * b[2]);

    private static double[] Cross(double[] a, double[] b) =>
        [(a[1] * b[2]) - (a[2] * b[1]), (a[2] * b[0]) - (a[0] * b[2]), (a[0] * b[1]) - (a[1] * b[0])];

    private static double[] Minus(double[] a, double[] b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

    private static double[] Unit(double[] vector)
    {
        var length = Math.Sqrt(Dot(vector, vector));
        return [vector[0] / length, vector[1] / length, vector[2] / length];
    }
}
