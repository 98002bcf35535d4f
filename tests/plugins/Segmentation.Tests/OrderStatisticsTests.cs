using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests;

public class OrderStatisticsTests
{
    [Fact]
    public void Measure_OfFloatsOfAllSizes_FindsWhatSortingFinds()
    {
        var shape = new VolumeShape(5, 31, 33);
        var volume = Greys.Random(shape, 4, random => random.Next(5) switch
        {
            0 => float.NaN,
            1 => -MathF.Pow(10, random.Next(-30, 30)) * random.NextSingle(),
            2 => random.Next(2) == 0 ? 0f : -0f,
            _ => MathF.Pow(10, random.Next(-3, 3)) * random.NextSingle(),
        });
        float[] sorted = [.. Greys.All(volume).Where(grey => !float.IsNaN(grey)).Order()];
        double[] shares = [1e-9, 0.1, 0.25, 0.5, 0.777, 1];
        var (greys, voxels) = OrderStatistics.Measure(new GreyImage(volume, 0), shares, Greys.Passes(shape));
        Assert.Equal(sorted.Length, voxels);
        foreach (var (share, found) in shares.Zip(greys))
        {
            Assert.Equal(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)], found.Grey);
            Assert.Equal(sorted.Count(grey => grey < found.Grey), found.Below);
            Assert.Equal(sorted.Count(grey => grey <= found.Grey), found.UpTo);
        }
    }

    [Fact]
    public void Measure_WithoutGrey_SaysSo()
    {
        var volume = Greys.Filled(Greys.Box, (_, _, _) => float.NaN);
        Assert.Contains("no grey value", Assert.Throws<UserException>(
            () => OrderStatistics.Measure(new GreyImage(volume, 0), [0.5], Greys.Passes(Greys.Box))).Message);
    }

    [Fact]
    public void Choose_BetweenTheSidesOfATie_TakesTheNearer()
    {
        // 10 voxels; the grey 5 holds ranks 3 to 7.
        RankedGrey[] tie = [new(5, 2, 7)];
        Assert.Equal([5f], FractionThresholds.Choose(tie, 10, [0.4, 0.6], wholeNumbers: false));
        Assert.Equal([MathF.BitIncrement(5)], FractionThresholds.Choose(tie, 10, [0.5, 0.5], wholeNumbers: false));
        Assert.Equal([4.5f], FractionThresholds.Choose(tie, 10, [0.4, 0.6], wholeNumbers: true));
        Assert.Equal([5.5f], FractionThresholds.Choose(tie, 10, [0.5, 0.5], wholeNumbers: true));
    }

    [Fact]
    public void Choose_WhereOneGreyHoldsTwoThresholds_GivesNoPhaseNothing()
    {
        RankedGrey[] tie = [new(5, 2, 7), new(5, 2, 7)];
        Assert.Equal([4.5f, 5.5f], FractionThresholds.Choose(tie, 10, [0.3, 0.1, 0.6], wholeNumbers: true));
        RankedGrey[] thrice = [new(5, 2, 7), new(5, 2, 7), new(5, 2, 7)];
        var fault = Assert.Throws<UserException>(() => FractionThresholds.Choose(thrice, 10, [0.3, 0.1, 0.1, 0.5], wholeNumbers: true));
        Assert.Contains("0.5 of the voxels have the same grey 5", fault.Message);
    }

    [Theory]
    [InlineData("0.5,0.4", "sum to 0.9")]
    [InlineData("0.5,0.502", "sum to 1.002")]
    [InlineData("1", "got 1")]
    [InlineData("0,1", "above 0")]
    public void Normalised_OfFractionsThatCannotBe_SaysWhatIsWrong(string fractions, string words)
    {
        var fault = Assert.Throws<UserException>(() => FractionThresholds.Normalised([.. fractions.Split(',').Select(double.Parse)]));
        Assert.Contains(words, fault.Message);
    }

    [Fact]
    public void Normalised_WithinTheTolerance_SumsToOne() => Assert.Equal(1, FractionThresholds.Normalised([0.3333, 0.3333, 0.3333]).Sum(), 1e-15);
}
