using VolumeViewer.Plugins.Metrics.Intervals;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class QuantileIntervalTests
{
    private const int Samples = 400;

    // Values within a block go together: half of their variance is common to it. The true quantiles are those of the normal distribution.
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.1, -1.2815515655)]
    public void OfBlocks_OfValuesThatGoTogetherInBlocks_HoldsTheTruthAsOftenAsItSays(double share, double truth)
    {
        const int Blocks = 27, PerBlock = 40;
        var (random, held) = (new Random(11), 0);
        for (var sample = 0; sample < Samples; sample++)
        {
            var blocks = Enumerable.Range(0, Blocks).Select(_ =>
            {
                var common = Normal(random);
                return Enumerable.Range(0, PerBlock).Select(_ => (common + Normal(random)) / Math.Sqrt(2)).ToArray();
            }).ToArray();
            var sorted = blocks.SelectMany(block => block).Order().ToArray();
            double? Quantile(double at) => sorted[(int)(at * sorted.Length)];
            var value = Quantile(share)!.Value;
            var half = QuantileInterval.OfBlocks(share, [.. blocks.Select(block => (double)block.Count(each => each <= value))], [.. blocks.Select(_ => (double)PerBlock)], Quantile);
            held += half is { } known && Math.Abs(value - truth) <= known ? 1 : 0;
        }
        Assert.InRange(held, 0.88 * Samples, 0.985 * Samples);
    }

    [Fact]
    public void OfObjects_OfAUniformDistribution_HoldsTheTruthAsOftenAsItSays()
    {
        var (random, held) = (new Random(12), 0);
        for (var sample = 0; sample < Samples; sample++)
        {
            var sorted = Enumerable.Range(0, 80).Select(_ => random.NextDouble()).Order().ToArray();
            double? Quantile(double at) => sorted[Math.Clamp((int)Math.Ceiling(at * sorted.Length) - 1, 0, sorted.Length - 1)];
            held += Math.Abs(Quantile(0.5)!.Value - 0.5) <= QuantileInterval.OfObjects(0.5, sorted.Length, Quantile) ? 1 : 0;
        }
        Assert.InRange(held, 0.9 * Samples, 0.985 * Samples);
    }

    [Fact]
    public void HalfWidths_ThatReachBeyondTheDistribution_AreUnknown()
    {
        Assert.Null(QuantileInterval.OfObjects(0.1, 5, at => at));
        Assert.NotNull(QuantileInterval.OfObjects(0.5, 50, at => at));
        // All in one block: nothing is known of the scatter.
        Assert.Null(QuantileInterval.OfBlocks(0.5, [5, 0], [10, 0], at => at));
        Assert.Null(QuantileInterval.OfBlocks(0.9, [10, 2], [10, 10], at => at));
    }

    // Half of high − low, by Garwood's table: 0 to 3.6889, 0.0253 to 5.5716, 4.7954 to 18.3904, 81.3640 to 121.6265.
    [Theory]
    [InlineData(0, 1.8444)]
    [InlineData(1, 2.7732)]
    [InlineData(10, 6.7975)]
    [InlineData(100, 20.1313)]
    public void HalfWidth_OfACount_IsThatOfGarwood(long count, double expected) => Assert.Equal(expected, CountInterval.HalfWidth(count), 0.02);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
