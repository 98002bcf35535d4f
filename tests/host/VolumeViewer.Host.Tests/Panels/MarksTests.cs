using VolumeViewer.Host.Panels;

namespace VolumeViewer.Host.Tests.Panels;

public sealed class MarksTests
{
    [Theory]
    [InlineData(0.7, 0.5, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(1.99, 1, 2)]
    [InlineData(37, 20, 50)]
    [InlineData(0.0051, 0.005, 0.01)]
    [InlineData(500, 500, 500)]
    public void NiceNumber_OfAnyNumber_IsOneTwoOrFive(double value, double below, double above)
    {
        Assert.Equal(below, NiceNumber.Floor(value), 1e-9);
        Assert.Equal(above, NiceNumber.Ceiling(value), 1e-9);
    }

    [Fact]
    public void AxisTicks_OfARange_AreRoundAndWithinIt()
    {
        var ticks = AxisTicks.For(0.13, 0.97, 6);

        Assert.Equal(0.2, ticks.Step, 1e-12);
        Assert.Equal(["0.2", "0.4", "0.6", "0.8"], ticks.Values.Select(ticks.Text));
    }

    [Fact]
    public void AxisTicks_AcrossZero_WriteZeroAsZero()
    {
        var ticks = AxisTicks.For(-0.3, 0.3, 7);

        Assert.Contains("0", ticks.Values.Select(ticks.Text));
        Assert.DoesNotContain(ticks.Values.Select(ticks.Text), text => text is "-0" or "-0.0");
    }

    [Theory]
    [InlineData(0, 1000, 6)]
    [InlineData(1e-7, 3e-7, 5)]
    [InlineData(-4e9, 7e9, 4)]
    public void AxisTicks_OfAnyRange_AreNoMoreThanThereIsRoomFor(double min, double max, int most) =>
        Assert.InRange(AxisTicks.For(min, max, most).Values.Count, 1, most);

    [Fact]
    public void ChartRange_OfEqualValues_IsNotEmpty()
    {
        var range = ChartRange.Of([3, 3, double.NaN], 0.05);

        Assert.True(range.Min < 3 && range.Max > 3);
    }

    [Fact]
    public void ChartRange_OfPositiveValues_DoesNotGoBelowZero() => Assert.Equal(0, ChartRange.Of([0.01, 5], 0.06).Min);

    [Theory]
    [InlineData(0.0005, "0.5 nm")]
    [InlineData(12.345678, "12.35 µm")]
    [InlineData(2500, "2.5 mm")]
    public void Lengths_OfMicrometres_HaveTheUnitThatFits(double micrometres, string text) => Assert.Equal(text, Lengths.Text(micrometres));

    [Theory]
    [InlineData(3.04, "3.0 s")]
    [InlineData(185, "3 min 05 s")]
    [InlineData(7440, "2 h 04 min")]
    public void Lengths_OfTimes_AreShort(double seconds, string text) => Assert.Equal(text, Lengths.Text(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Elision_OfALongName_KeepsBothEndsAndFits()
    {
        var text = Elision.Middle("electrode_2048_reconstructed_final.tif", 20, shown => shown.Length);

        Assert.Equal(20, text.Length);
        Assert.StartsWith("electrode", text, StringComparison.Ordinal);
        Assert.EndsWith(".tif", text, StringComparison.Ordinal);
        Assert.Contains('…', text);
    }

    [Theory]
    [InlineData("Interpolation", 13, "Interpolation")]
    [InlineData("Interpolation", 8, "Interpo…")]
    [InlineData("128 of 255", 5, "128…")]
    [InlineData("Interpolation", 0, "…")]
    public void Elision_AtTheEnd_KeepsTheBeginning(string text, int room, string shown) => Assert.Equal(shown, Elision.End(text, room, each => each.Length));

    [Fact]
    public void Elision_OfAShortName_LeavesIt() => Assert.Equal("cement", Elision.Middle("cement", 6, shown => shown.Length));
}
