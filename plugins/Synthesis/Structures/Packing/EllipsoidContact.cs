namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>How near two ellipsoids are (Perram and Wertheim, J. Comput. Phys. 58 (1985) 409).</summary>
internal static class EllipsoidContact
{
    private const int MostSteps = 40;

    /// <summary>By which factor both would have to be scaled about their centres to touch: above 1 they are apart, below 1 they overlap.</summary>
    /// <param name="first">The matrix A of the one: see <see cref="Particle.Shape"/>.</param>
    /// <param name="second">That of the other.</param>
    /// <param name="between">From the centre of the one to that of the other; not zero.</param>
    /// <param name="balance">Where to begin the search, between 0 and 1: their radii in proportion, first/(first + second).</param>
    /// <param name="enough">A factor above which the exact one does not matter: then any lower bound above it is returned.</param>
    /// <param name="normal">The common normal where they would touch, of length 1, pointing to the second; not set when the factor is above enough.</param>
    /// <param name="touch">Where they would touch, from the centre of the one.</param>
    public static double Factor(
        in SymmetricMatrix first, in SymmetricMatrix second, Point3 between, double balance, double enough, out Point3 normal, out Point3 touch)
    {
        // The greatest λ(1−λ) r·C⁻¹r over λ, with C = (1−λ)A + λB, is the factor squared. It has one maximum; its slope is searched for zero.
        var difference = second - first;
        var (low, high) = (0.0, 1.0);
        var (lowSlope, highSlope) = (double.NaN, double.NaN);
        var at = balance;
        normal = default;
        var (best, bestAt) = (0.0, balance);
        for (var step = 0; step < MostSteps; step++)
        {
            var pulled = (((1 - at) * first) + (at * second)).Solve(between);
            var value = between.Dot(pulled);
            var factor = at * (1 - at) * value;
            if (factor > best)
                (best, bestAt, normal) = (factor, at, pulled);
            if (best > enough * enough)
                break;
            var slope = ((1 - (2 * at)) * value) - (at * (1 - at) * pulled.Dot(difference * pulled));
            if (slope > 0)
                (low, lowSlope) = (at, slope);
            else
                (high, highSlope) = (at, slope);
            if (high - low < 1e-6 || slope == 0)
                break;
            var next = double.IsNaN(lowSlope) || double.IsNaN(highSlope) || step % 3 == 2
                ? (low + high) / 2
                : low + ((high - low) * lowSlope / (lowSlope - highSlope));
            if (Math.Abs(next - at) < 1e-6)
                break;
            at = next;
        }
        touch = (1 - bestAt) * (first * normal);
        normal = normal.Normalised();
        return Math.Sqrt(best);
    }
}
