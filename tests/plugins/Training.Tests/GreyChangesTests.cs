using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Learn;

namespace Training.Tests;

public class GreyChangesTests
{
    private const int Edge = 48;

    [Theory]
    [InlineData(1.5, false)]
    [InlineData(0.7, false)]
    [InlineData(1.5, true)]
    public void Gamma_KeepsMeanAndDeviationAndOrder(double exponent, bool inverted)
    {
        var (before, after) = (Noise(3), Noise(3));
        GreyChanges.Gamma(after, exponent, inverted);
        Assert.Equal(before.Average(), after.Average(), 1e-3f);
        Assert.Equal(Deviation(before), Deviation(after), 1e-3);
        Assert.NotEqual(before, after);
        var order = Enumerable.Range(0, before.Length).OrderBy(i => before[i]).ToArray();
        for (var i = 1; i < order.Length; i++)
            Assert.True(after[order[i]] >= after[order[i - 1]] - 1e-5f);
    }

    // 0, 1/4, 1 squared are 0, 1/16, 1; brought back to the mean 5/12 and the deviation of the former.
    [Fact]
    public void Gamma_OfThreeValues_IsThePower()
    {
        var grey = new[] { 0f, 0.25f, 1 };
        GreyChanges.Gamma(grey, 2, inverted: false);
        Assert.Equal(1.0 / 16, (grey[1] - grey[0]) / (grey[2] - grey[0]), 1e-5);
    }

    [Fact]
    public void Contrast_StaysWithinTheRangeThereWas()
    {
        var (before, after) = (Noise(4), Noise(4));
        GreyChanges.Contrast(after, 1.25);
        Assert.Equal((before.Min(), before.Max()), (after.Min(), after.Max()));
        Assert.InRange(Deviation(after), 1.1 * Deviation(before), 1.25 * Deviation(before));
    }

    // Variance after a Gaussian filter of standard deviation s, of white noise: 1 / (4 π s²) for s ≫ 0.5.
    [Fact]
    public void Blur_EvensOutNoiseAsAGaussianDoes()
    {
        var grey = Noise(5, 128);
        GaussianBlur.Apply(grey, 128, 2, acrossPlanes: false);
        Assert.Equal(1 / (4 * Math.PI * 4), Math.Pow(Deviation(grey), 2), 0.004);
        var even = Enumerable.Repeat(3f, Edge * Edge).ToArray();
        GaussianBlur.Apply(even, Edge, 1.3, acrossPlanes: false);
        Assert.All(even, value => Assert.Equal(3, value, 1e-5f));
    }

    [Fact]
    public void Blur_OfABlock_ReachesAcrossPlanes()
    {
        var (apart, together) = (new float[3 * 64], new float[3 * 64]);
        apart[64 + 27] = together[64 + 27] = 1;
        GaussianBlur.Apply(apart, 8, 1, acrossPlanes: false);
        GaussianBlur.Apply(together, 8, 1, acrossPlanes: true);
        Assert.Equal(0, apart[27]);
        Assert.True(together[27] > 0.01f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void LowResolution_OfAStraightSlope_IsASlope(double factor)
    {
        var plane = Enumerable.Range(0, Edge * Edge).Select(i => (float)(i % Edge)).ToArray();
        GreyChanges.LowResolution(plane, Edge, factor);
        for (var x = 4; x < Edge - 4; x++)
            Assert.Equal(plane[4] + x - 4, plane[(7 * Edge) + x], 1e-3f);
        Assert.Equal(4, plane[4], factor == 1 ? 1e-6f : 0.51f);
    }

    [Fact]
    public void LowResolution_LosesFineDetail()
    {
        var grey = Noise(6);
        GreyChanges.LowResolution(grey, Edge, 2);
        Assert.True(Deviation(grey) < 0.8, $"{Deviation(grey)}");
    }

    [Fact]
    public void SmoothField_IsSmoothAndAsStrongAsSaid()
    {
        var squares = 0.0;
        for (var seed = 0; seed < 200; seed++)
        {
            var plane = new float[Edge * Edge];
            new SmoothField(Edge, 12, 1, RandomSource.For(seed, RandomSource.Purpose.Augmentation, 0)).AddTo(plane, Edge);
            squares += plane.Average(value => value * value) / 200;
            for (var i = 1; i < Edge; i++)
                Assert.True(Math.Abs(plane[(9 * Edge) + i] - plane[(9 * Edge) + i - 1]) < 0.5f);
        }
        // Mean variance of a uniform cubic B-spline over unit knots is 151/315 along each axis; 200 fields of about 16 independent values tell it to 3 %.
        Assert.Equal(Math.Pow(151.0 / 315, 2), squares, 0.03);
    }

    [Fact]
    public void Rings_AreTheSameInEveryPlaneAndRoundACentre()
    {
        var grey = new float[2 * Edge * Edge];
        GreyChanges.Rings(grey, Edge, 1, RandomSource.For(2, RandomSource.Purpose.Augmentation, 0));
        Assert.Equal(grey[..(Edge * Edge)], grey[(Edge * Edge)..]);
        Assert.True(Deviation(grey) > 0.1);
    }

    private static float[] Noise(int seed, int edge = Edge)
    {
        var random = RandomSource.For(seed, RandomSource.Purpose.Augmentation, 0);
        return [.. Enumerable.Range(0, edge * edge).Select(_ => (float)random.NextGaussian())];
    }

    private static double Deviation(float[] values)
    {
        var mean = values.Average(value => (double)value);
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
