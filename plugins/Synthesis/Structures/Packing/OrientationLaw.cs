namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>
/// Draws directions with a given order parameter S = (3⟨cos²θ⟩ − 1)/2 to an axis, 0 where all directions are alike and 1 where all are the axis:
/// uniform directions, drawn out along the axis by a factor b and brought back to length 1 (angular central Gaussian; Tyler, Biometrika 74 (1987) 579).
/// </summary>
internal static class OrientationLaw
{
    /// <summary>The factor b of an order parameter from 0 to 1; infinite at 1.</summary>
    public static double Stretch(double order)
    {
        if (order >= 1)
            return double.PositiveInfinity;
        var (low, high) = (0.0, 1.0);
        while (OrderOf(high) < order)
            high *= 4;
        for (var i = 0; i < 80; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = OrderOf(middle) < order ? (middle, high) : (low, middle);
        }
        return Math.Sqrt(1 + high);
    }

    /// <summary>The long and the short direction of a particle.</summary>
    /// <param name="orientation">To what they tend.</param>
    /// <param name="stretch">See <see cref="Stretch"/>.</param>
    /// <param name="uniform">A uniform direction.</param>
    /// <param name="turn">Uniform in [0, 1): the turn about the first direction.</param>
    public static (Point3 Long, Point3 Short) Draw(Orientation orientation, double stretch, Point3 uniform, double turn)
    {
        var axis = orientation switch { Orientation.AlongY => new Point3(0, 1, 0), Orientation.AlongX => new Point3(0, 0, 1), _ => new Point3(1, 0, 0) };
        var first = orientation == Orientation.Isotropic ? uniform
            : double.IsInfinity(stretch) ? axis
            : (uniform + ((stretch - 1) * uniform.Dot(axis) * axis)).Normalised();
        var across = first.Across();
        var (sine, cosine) = Math.SinCos(2 * Math.PI * turn);
        var second = (cosine * across) + (sine * first.Cross(across));
        return orientation == Orientation.Flat ? (second, first) : (first, second);
    }

    // ⟨cos²θ⟩ is the mean of b²t²/(1 + k t²) over t from 0 to 1 with k = b² − 1, which is (b²/k)(1 − arctan(√k)/√k).
    private static double OrderOf(double k)
    {
        var root = Math.Sqrt(k);
        var mean = k < 1e-6 ? (1.0 / 3) + (2 * k / 15) : (1 + k) / k * (1 - (Math.Atan(root) / root));
        return ((3 * mean) - 1) / 2;
    }
}
