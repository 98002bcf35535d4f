namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>Real spherical harmonics, orthonormal over the unit sphere.</summary>
internal static class SphericalHarmonic
{
    /// <summary>The value of one harmonic in a direction of length 1; the pole lies along the last axis.</summary>
    /// <param name="degree">l, at least 0.</param>
    /// <param name="order">m, from −l to l.</param>
    /// <param name="direction">Of length 1.</param>
    public static double Value(int degree, int order, Point3 direction)
    {
        var m = Math.Abs(order);
        var across = Math.Sqrt(Math.Max(0, 1 - (direction.X * direction.X)));
        // Associated Legendre functions, already normalised, by recursion from P(m, m) upwards (Press et al., Numerical Recipes, 6.7).
        var before = 0.0;
        var value = 1 / Math.Sqrt(4 * Math.PI);
        for (var k = 1; k <= m; k++)
            value *= Math.Sqrt(((2 * k) + 1) / (2.0 * k)) * across;
        for (var l = m + 1; l <= degree; l++)
        {
            var a = Math.Sqrt(((4.0 * l * l) - 1) / ((l * l) - (m * m)));
            var b = Math.Sqrt((((l - 1.0) * (l - 1)) - (m * m)) / ((4.0 * (l - 1) * (l - 1)) - 1));
            (before, value) = (value, a * ((direction.X * value) - (b * before)));
        }
        if (m == 0)
            return value;
        var turn = m * Math.Atan2(direction.Y, direction.Z);
        return Math.Sqrt(2) * value * (order > 0 ? Math.Cos(turn) : Math.Sin(turn));
    }
}
