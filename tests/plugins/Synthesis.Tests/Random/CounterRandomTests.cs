using VolumeViewer.Plugins.Synthesis;

namespace VolumeViewer.Plugins.Tests;

public class CounterRandomTests
{
    private const int Draws = 40_000;

    private readonly CounterRandom _random = new(seed: 11, stream: 3);

    // Standard errors: 1/√(12·40000) = 0.0014 of the mean, 1/√(180·40000) = 0.0004 of the variance; the limits are five of them.
    [Fact]
    public void Uniform_OverManyIndices_HasTheMomentsOfTheUnitInterval()
    {
        var numbers = Numbers(_random.Uniform);
        Assert.All(numbers, number => Assert.InRange(number, 0, 1 - 1e-16));
        Assert.Equal(0.5, Mean(numbers), 0.0073);
        Assert.Equal(1 / 12.0, Variance(numbers), 0.0019);
    }

    // Twenty classes: χ² has 19 degrees of freedom, above 50.8 in one of 10⁴ samples.
    [Fact]
    public void Uniform_InTwentyClasses_FillsThemEvenly()
    {
        var counts = new int[20];
        for (var i = 0; i < Draws; i++)
            counts[_random.Choice(i, 20)]++;
        Assert.True(counts.Sum(count => Math.Pow(count - (Draws / 20.0), 2) / (Draws / 20.0)) < 50.8);
    }

    [Fact]
    public void Uniform_OfNeighbouringIndicesStreamsAndSeeds_IsUncorrelated()
    {
        var numbers = Numbers(_random.Uniform);
        foreach (var others in new[]
        {
            Numbers(i => _random.Uniform(i + 1)), Numbers(i => _random.Uniforms(i).Second),
            Numbers(new CounterRandom(11, 4).Uniform), Numbers(new CounterRandom(12, 3).Uniform), Numbers(new CounterRandom(-11, 3).Uniform),
        })
            Assert.Equal(0, numbers.Zip(others, (a, b) => (a - 0.5) * (b - 0.5)).Average() * 12, 5 / Math.Sqrt(Draws));
    }

    // Standard errors: 0.005 of the mean, 0.0071 of the variance, 0.0122 of the skewness, 0.0245 of the kurtosis.
    [Fact]
    public void Normal_OverManyIndices_HasTheMomentsOfTheNormalDistribution() => AssertNormal(Numbers(_random.Normal));

    [Fact]
    public void FillNormal_OverManyIndices_HasTheMomentsOfTheNormalDistribution()
    {
        var filled = new float[Draws];
        _random.FillNormal(filled, 0);
        AssertNormal([.. filled.Select(number => (double)number)]);
        // Numbers of one pair of the transform lie half a block apart.
        Assert.Equal(0, Enumerable.Range(0, Draws - 128).Average(i => filled[i] * filled[i + 128]), 5 / Math.Sqrt(Draws));
    }

    [Fact]
    public void Fill_OfAPartOfARange_GivesWhatTheWholeHasThere()
    {
        var whole = new float[1000];
        var part = new float[301];
        _random.FillNormal(whole, 5);
        _random.FillNormal(part, 5 + 333);
        Assert.Equal(whole[333..(333 + part.Length)], part);
        _random.FillUniform(whole, 5);
        _random.FillUniform(part, 5 + 333);
        Assert.Equal(whole[333..(333 + part.Length)], part);
        Assert.All(whole, number => Assert.InRange(number, float.Epsilon, 0.99999997f));
        Assert.Equal(0.5, whole.Average(), 5 / Math.Sqrt(12 * 1000));
    }

    [Fact]
    public void Fill_FromANegativeIndex_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _random.FillUniform(new float[4], -1));

    // Mean and variance of a Poisson count are both μ, its third central moment too.
    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    [InlineData(3.7)]
    [InlineData(9.99)]
    [InlineData(10)]
    [InlineData(47.3)]
    [InlineData(1e4)]
    [InlineData(3e9)]
    public void Poisson_OfAnyMean_HasTheMomentsOfThePoissonDistribution(double mean)
    {
        var counts = Numbers(i => _random.Poisson(i, mean));
        Assert.Equal(mean, Mean(counts), 5 * Math.Sqrt(mean / Draws));
        Assert.Equal(mean, Variance(counts), 5 * Math.Sqrt(((2 * mean * mean) + mean) / Draws));
        if (mean is > 3 and < 1e5)
            Assert.Equal(mean, counts.Average(count => Math.Pow(count - mean, 3)), 6 * Math.Sqrt((15 * Math.Pow(mean, 3)) + (25 * mean * mean) + mean) / Math.Sqrt(Draws));
    }

    // Probabilities by the recursion p(k) = p(k−1)·μ/k; both methods are compared with them, either side of where they change over.
    [Theory]
    [InlineData(9.5)]
    [InlineData(12.5)]
    public void Poisson_CountByCount_OccursWithItsProbability(double mean)
    {
        var counts = new int[60];
        for (var i = 0; i < Draws; i++)
            counts[_random.Poisson(i, mean)]++;
        var probability = Math.Exp(-mean);
        for (var k = 0; k < 40; k++)
        {
            Assert.Equal(Draws * probability, counts[k], (5 * Math.Sqrt(Draws * probability)) + 3);
            probability *= mean / (k + 1);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e16)]
    public void Poisson_OfAnImpossibleMean_IsRefused(double mean) =>
        Assert.Contains("mean", Assert.Throws<ArgumentOutOfRangeException>(() => _random.Poisson(0, mean)).Message);

    // For uniform directions each component has mean 0 and variance 1/3.
    [Fact]
    public void Direction_OverManyIndices_IsUniformOverTheSphere()
    {
        var directions = Enumerable.Range(0, Draws).Select(i => _random.Direction(i)).ToArray();
        foreach (var component in new Func<(double Z, double Y, double X), double>[] { d => d.Z, d => d.Y, d => d.X })
        {
            Assert.Equal(0, directions.Average(component), 5 / Math.Sqrt(3 * Draws));
            Assert.Equal(1 / 3.0, directions.Average(d => component(d) * component(d)), 5 * 0.2981 / Math.Sqrt(Draws));
        }
        Assert.All(directions, d => Assert.Equal(1, (d.Z * d.Z) + (d.Y * d.Y) + (d.X * d.X), 12));
    }

    private static void AssertNormal(double[] numbers)
    {
        Assert.Equal(0, Mean(numbers), 0.025);
        Assert.Equal(1, Variance(numbers), 0.036);
        Assert.Equal(0, numbers.Average(number => Math.Pow(number, 3)), 0.1);
        Assert.Equal(3, numbers.Average(number => Math.Pow(number, 4)), 0.25);
    }

    private static double[] Numbers(Func<long, double> draw) => [.. Enumerable.Range(0, Draws).Select(i => draw(i))];

    private static double Mean(double[] numbers) => numbers.Average();

    private static double Variance(double[] numbers)
    {
        var mean = numbers.Average();
        return numbers.Average(number => (number - mean) * (number - mean));
    }
}
