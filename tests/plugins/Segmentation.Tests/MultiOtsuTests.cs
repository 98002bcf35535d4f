using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests;

public class MultiOtsuTests
{
    [Fact]
    public void Thresholds_OfThreeDeltas_StandInTheMiddleOfTheGaps()
    {
        var counts = new long[100];
        (counts[10], counts[50], counts[90]) = (7, 1, 400);
        Assert.Equal([30.5, 70.5], MultiOtsu.Thresholds(UnitBins(counts), 3));
    }

    [Fact]
    public void Thresholds_OfTwoUnequalDeltasAndTwoClasses_DoNotDependOnTheirWeights()
    {
        var counts = new long[10];
        (counts[2], counts[7]) = (1, 1_000_000_000_000);
        Assert.Equal([5.0], MultiOtsu.Thresholds(UnitBins(counts), 2));
    }

    // Equal parts of a uniform density have the least variance within, whatever their number.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Thresholds_OfUniformHistogram_CutItIntoEqualParts(int classes)
    {
        var counts = new long[60];
        Array.Fill(counts, 5L);
        Assert.Equal(Enumerable.Range(1, classes - 1).Select(part => 60.0 * part / classes), MultiOtsu.Thresholds(UnitBins(counts), classes));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Thresholds_OfSmallHistograms_AreAsGoodAsTheBestOfAllSplits(int classes)
    {
        var random = new Random(classes);
        for (var trial = 0; trial < 60; trial++)
        {
            // A third of the bins is empty; some trials have huge counts beside small ones.
            long[] counts = [.. Enumerable.Range(0, 13).Select(_ => random.Next(3) == 0 ? 0 : 1 + (long)Math.Pow(10, random.NextDouble() * (trial % 10)))];
            var histogram = UnitBins(counts);
            if (counts.Count(count => count > 0) < classes)
                continue;
            var thresholds = MultiOtsu.Thresholds(histogram, classes);
            var best = AllSplits(counts.Length, classes - 1).Max(split => MultiOtsu.Separability(histogram, split));
            Assert.Equal(best, MultiOtsu.Separability(histogram, thresholds), 1e-12);
            Assert.Equal(thresholds.Order(), thresholds);
        }
    }

    // Independent of the halving of ranges: the textbook recursion over every start of every run.
    [Fact]
    public void Split_OfManyBins_EqualsTheQuadraticRecursion()
    {
        var random = new Random(5);
        long[] counts = [.. Enumerable.Range(0, 400).Select(bin => 1 + (long)(1e6 * Math.Exp(-Math.Pow((bin % 97) - 40, 2) / 500)) + random.Next(1000))];
        int[] places = [.. Enumerable.Range(0, 400)];
        Assert.Equal(QuadraticSplit(counts, 6), MultiOtsu.Split(counts, places, 6));
    }

    [Fact]
    public void Thresholds_WithMoreClassesThanGreys_SayHowManyThereAre()
    {
        var fault = Assert.Throws<UserException>(() => MultiOtsu.Thresholds(UnitBins([3, 0, 4, 0]), 3));
        Assert.Contains("only 2 distinct greys", fault.Message);
        Assert.Contains("3 phases", fault.Message);
    }

    [Fact]
    public void Separability_OfDeltas_IsOne() => Assert.Equal(1, MultiOtsu.Separability(UnitBins([5, 0, 0, 9]), [2]), 1e-12);

    // Two classes of two deltas each: means ½ and 10½ around 5½, so 25 between and ¼ within.
    [Fact]
    public void Separability_OfTwoPairs_IsItsClosedForm()
    {
        var counts = new long[12];
        counts[0] = counts[1] = counts[10] = counts[11] = 8;
        Assert.Equal(25 / 25.25, MultiOtsu.Separability(UnitBins(counts), [5]), 1e-12);
    }

    private static GreyHistogram UnitBins(long[] counts) => new(counts, [.. Enumerable.Range(0, counts.Length + 1).Select(edge => (double)edge)]);

    private static IEnumerable<double[]> AllSplits(int bins, int thresholds, int from = 1) => thresholds == 0
        ? [[]]
        : Enumerable.Range(from, bins - from).SelectMany(first => AllSplits(bins, thresholds - 1, first + 1).Select(rest => (double[])[first, .. rest]));

    private static int[] QuadraticSplit(long[] counts, int classes)
    {
        var bins = counts.Length;
        var value = new double[classes + 1, bins + 1];
        var start = new int[classes + 1, bins + 1];
        for (var end = 1; end <= bins; end++)
            value[1, end] = -Within(0, end);
        for (var run = 2; run <= classes; run++)
        {
            for (var end = run; end <= bins; end++)
            {
                value[run, end] = double.NegativeInfinity;
                for (var first = run - 1; first < end; first++)
                {
                    var total = value[run - 1, first] - Within(first, end);
                    if (total > value[run, end])
                        (value[run, end], start[run, end]) = (total, first);
                }
            }
        }
        var result = new int[classes - 1];
        for (int run = classes, end = bins; run > 1; run--)
            end = result[run - 2] = start[run, end];
        return result;

        double Within(int first, int end)
        {
            double mass = 0, sum = 0;
            for (var i = first; i < end; i++)
                (mass, sum) = (mass + counts[i], sum + ((double)counts[i] * i));
            double squares = 0;
            for (var i = first; i < end; i++)
                squares += counts[i] * (i - (sum / mass)) * (i - (sum / mass));
            return squares;
        }
    }
}
