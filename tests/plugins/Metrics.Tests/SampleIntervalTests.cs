using VolumeViewer.Plugins.Metrics.Intervals;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class SampleIntervalTests
{
    [Theory]
    [InlineData(1, 12.7062)]
    [InlineData(30, 2.0423)]
    [InlineData(31, 2.0395)]
    [InlineData(60, 2.0003)]
    [InlineData(1000, 1.9623)]
    public void Student95_GivenDegreesOfFreedom_IsTheTabulatedQuantile(int degrees, double expected) =>
        Assert.Equal(expected, SampleInterval.Student95(degrees), 1e-4);

    [Fact]
    public void HalfWidth_OfThreeSamples_IsStudentsInterval() =>
        Assert.Equal(4.3027 / Math.Sqrt(3), SampleInterval.HalfWidth([1, 2, 3, double.NaN, double.PositiveInfinity]), 1e-4);

    [Fact]
    public void HalfWidth_OfASingleSample_IsNotANumber() => Assert.Equal(double.NaN, SampleInterval.HalfWidth([5]));
}
