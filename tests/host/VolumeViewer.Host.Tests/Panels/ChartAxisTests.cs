using VolumeViewer.Host.Panels;

namespace VolumeViewer.Host.Tests.Panels;

public sealed class ChartAxisTests
{
    [Fact]
    public void Logarithmic_PutsEqualRatiosAtEqualDistances()
    {
        var axis = ChartAxis.Of([1e-4, 1e-2, -1, 0, double.NaN], isLog: true, margin: 0, maxMarks: 20);
        Assert.Equal(0, axis.Position(1e-4), 1e-12);
        Assert.Equal(0.5, axis.Position(1e-3), 1e-12);
        Assert.Equal(1e-3, axis.At(0.5), 1e-15);
        Assert.Equal(double.NaN, axis.Position(0));
        Assert.Equal(["1e-4", "2e-4", "5e-4", "0.001", "0.002", "0.005", "0.01"], axis.Marks.Select(mark => mark.Text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_NothingOrOneValue_IsStillAnAxis(bool isLog)
    {
        Assert.InRange(ChartAxis.Of([], isLog, 0.05, 5).Marks.Count, 1, 8);
        var one = ChartAxis.Of([0.5], isLog, 0.05, 5);
        Assert.InRange(one.Position(0.5), 0.1, 0.9);
        Assert.InRange(one.Marks.Count, 1, 8);
    }
}
