namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>Random numbers that change slowly along an axis: cubic B-splines over independent normal numbers, of variance 1 everywhere.</summary>
internal static class SlowChange
{
    /// <summary>How many normal numbers, from the first on, a change of so many values uses at most.</summary>
    public static long NumbersFor(int count, double length) => (long)Math.Ceiling(count / length) + 4;

    /// <summary>The values at 0 … count − 1.</summary>
    /// <param name="random">Where the normal numbers come from.</param>
    /// <param name="first">The index of the first of them.</param>
    /// <param name="count">How many values.</param>
    /// <param name="length">Between the knots of the spline, in places; the correlation falls to about a half over it.</param>
    public static float[] Of(CounterRandom random, long first, int count, double length)
    {
        var values = new float[count];
        var knots = new double[NumbersFor(count, length)];
        for (var knot = 0; knot < knots.Length; knot++)
            knots[knot] = random.Normal(first + knot);
        Span<double> weights = stackalloc double[4];
        for (var place = 0; place < count; place++)
        {
            var knot = (int)(place / length);
            Weigh((place / length) - knot, weights);
            double sum = 0, squares = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                sum += weights[i] * knots[knot + i];
                squares += weights[i] * weights[i];
            }
            values[place] = (float)(sum / Math.Sqrt(squares));
        }
        return values;
    }

    private static void Weigh(double t, Span<double> weights)
    {
        weights[0] = (1 - t) * (1 - t) * (1 - t) / 6;
        weights[1] = (4 - (6 * t * t) + (3 * t * t * t)) / 6;
        weights[2] = (1 + (3 * t) + (3 * t * t) - (3 * t * t * t)) / 6;
        weights[3] = t * t * t / 6;
    }
}
