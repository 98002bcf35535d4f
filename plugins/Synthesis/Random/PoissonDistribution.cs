namespace VolumeViewer.Plugins.Synthesis;

/// <summary>Counts with a Poisson distribution: exact for every mean, at a cost that does not grow with it.</summary>
internal static class PoissonDistribution
{
    private const double MostMean = 1e15;
    private const double MostMeanToInvert = 10;

    /// <summary>The count that belongs to an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is negative, not a number, or above 10¹⁵.</exception>
    public static long Draw(CounterRandom random, long index, double mean)
    {
        if (!(mean >= 0 && mean <= MostMean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, $"A Poisson count needs a mean from 0 to {MostMean}, got {mean}.");
        return mean < MostMeanToInvert ? Invert(random.Uniform(index), mean) : Reject(random, index, mean);
    }

    // The first count at which the sum of the probabilities passes the uniform number.
    private static long Invert(double uniform, double mean)
    {
        var probability = Math.Exp(-mean);
        var count = 0L;
        for (var sum = probability; uniform >= sum && probability > 0; sum += probability)
            probability *= mean / ++count;
        return count;
    }

    // Transformed rejection with squeeze, "PTRS" (Hörmann, Insurance: Mathematics and Economics 12 (1993) 39).
    private static long Reject(CounterRandom random, long index, double mean)
    {
        var b = 0.931 + (2.53 * Math.Sqrt(mean));
        var a = -0.059 + (0.02483 * b);
        var inverseAlpha = 1.1239 + (1.1328 / (b - 3.4));
        var squeeze = 0.9277 - (3.6224 / (b - 2));
        for (uint draw = 0; ; draw++)
        {
            var (first, v) = random.Uniforms(index, draw);
            var u = first - 0.5;
            var side = 0.5 - Math.Abs(u);
            var count = Math.Floor((((2 * a / side) + b) * u) + mean + 0.43);
            if (side >= 0.07 && v <= squeeze)
                return (long)count;
            if (count < 0 || (side < 0.013 && v > side))
                continue;
            if (Math.Log(v * inverseAlpha / ((a / (side * side)) + b)) <= LogProbability(count, mean))
                return (long)count;
        }
    }

    // Of a large count, k ln μ − μ and ln k! cancel almost wholly; written by (k − μ)/μ they keep their digits.
    private static double LogProbability(double count, double mean)
    {
        if (count < 10)
            return (count * Math.Log(mean)) - mean - LogFactorial((int)count);
        var excess = (count - mean) / mean;
        var ratio = Math.Abs(excess) < 1e-3 ? LogOnePlus(excess) : Math.Log(count / mean);
        return (count - mean) - (count * ratio) - (0.5 * Math.Log(2 * Math.PI * count)) - StirlingRest(count);
    }

    private static double LogFactorial(int count)
    {
        var product = 1.0;
        for (var k = 2; k <= count; k++)
            product *= k;
        return Math.Log(product);
    }

    // ln k! = k ln k − k + ½ ln 2πk + this (Stirling's series); below 10⁻¹¹ off for k ≥ 10.
    private static double StirlingRest(double count)
    {
        var square = 1 / (count * count);
        return ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square / 1680)))))) / count;
    }

    private static double LogOnePlus(double x) =>
        x * (1 - (x * ((1.0 / 2) - (x * ((1.0 / 3) - (x * ((1.0 / 4) - (x * ((1.0 / 5) - (x / 6))))))))));
}
