using VolumeViewer.Host.Runs;

namespace VolumeViewer.Host.Tests.Runs;

public sealed class MetricsTableTests
{
    [Fact]
    public void Parse_OfAWholeFile_GivesItsNumbers()
    {
        var table = MetricsTable.Parse("epoch,training loss,\"IoU a, b\",seconds\n1,0.5,0.25,3.00\n2,0.4,,6.00\n");
        Assert.Equal(["epoch", "training loss", "IoU a, b", "seconds"], table.Columns);
        Assert.Equal([0.25, double.NaN], table.Column("iou A, b"));
        Assert.Equal(0.25, table.Last("IoU a, b"));
        Assert.Equal(6, table.Last("seconds"));
        Assert.Null(table.Last("no such column"));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("epoch,lo", 0)]
    [InlineData("epoch,loss\n", 0)]
    [InlineData("epoch,loss\n1,0.5", 0)]
    [InlineData("epoch,loss\n1,0.5\n2", 1)]
    [InlineData("epoch,loss\n1,0.5\n2,0.4", 1)]
    [InlineData("epoch,loss\n1,0.5\n2\n3,0.3\n", 2)]
    [InlineData("epoch,loss\r\n1,0.5\r\n", 1)]
    public void Parse_OfAHalfWrittenFile_TakesOnlyWholeRows(string text, int rows) => Assert.Equal(rows, MetricsTable.Parse(text).Rows.Count);

    [Fact]
    public void Best_UpToALimit_LooksNoFurther()
    {
        var table = MetricsTable.Parse("epoch,m\n1,0.3\n2,0.5\n3,0.4\n4,0.9\n");
        Assert.Equal(0.5, table.Best("m", isLowBetter: false, "epoch", 3));
        Assert.Equal(0.3, table.Best("m", isLowBetter: true, "epoch", 3));
        Assert.Equal(0.9, table.Best("m", isLowBetter: false));
        Assert.Null(table.Best("m", isLowBetter: false, "epoch", 0));
    }

    [Fact]
    public void Parse_WithTheSameNameTwice_KeepsThemApart() => Assert.Equal(["a", "a 2"], MetricsTable.Parse("a,a\n").Columns);

    [Fact]
    public void Ema_OfAConstant_IsTheConstantFromTheStart() => Assert.All(Smoothing.Ema([3, 3, 3, 3], 0.9), value => Assert.Equal(3, value, 1e-12));

    [Fact]
    public void Ema_OfAStep_FollowsTheClosedForm()
    {
        // w = 0.5: (0.5·1 + 0.25·0) / 0.75 = 2/3, then (0.5·1 + 0.25·1 + 0.125·0) / 0.875 = 6/7; what is no number stays and does not weigh.
        var smooth = Smoothing.Ema([0, 1, double.NaN, 1], 0.5);
        Assert.Equal(0, smooth[0]);
        Assert.Equal(2.0 / 3, smooth[1], 1e-12);
        Assert.Equal(double.NaN, smooth[2]);
        Assert.Equal(6.0 / 7, smooth[3], 1e-12);
        Assert.Equal([0, 1, 0.5], Smoothing.Ema([0, 1, 0.5], 0));
    }
}
