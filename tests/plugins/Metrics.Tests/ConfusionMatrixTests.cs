namespace VolumeViewer.Plugins.Metrics.Tests;

public class ConfusionMatrixTests
{
    // Rows: what was found; columns: the reference. Worked out by hand.
    private static readonly ConfusionMatrix Matrix = new(new long[,] { { 5, 1, 0 }, { 2, 7, 1 }, { 0, 0, 4 } }, ignored: 3);

    [Fact]
    public void Measures_OfAHandMadeMatrix_AreTheirDefinitions()
    {
        Assert.Equal(20, Matrix.Compared);
        Assert.Equal(3, Matrix.Ignored);
        Assert.Equal(16 / 20.0, Matrix.Accuracy);
        Assert.Equal([5 / 6.0, 7 / 10.0, 4 / 4.0], Enumerable.Range(0, 3).Select(Matrix.Precision));
        Assert.Equal([5 / 7.0, 7 / 8.0, 4 / 5.0], Enumerable.Range(0, 3).Select(Matrix.Recall));
        Assert.Equal([5 / 8.0, 7 / 11.0, 4 / 5.0], Enumerable.Range(0, 3).Select(Matrix.IoU));
        Assert.Equal([10 / 13.0, 14 / 18.0, 8 / 9.0], Enumerable.Range(0, 3).Select(Matrix.Dice));
        Assert.Equal(((5 / 8.0) + (7 / 11.0) + (4 / 5.0)) / 3, Matrix.MeanIoU!.Value, 1e-15);
        Assert.Equal(((10 / 13.0) + (14 / 18.0) + (8 / 9.0)) / 3, Matrix.MeanDice!.Value, 1e-15);
    }

    [Fact]
    public void VolumeFractionErrors_OfAHandMadeMatrix_AreTheirDefinitions()
    {
        Assert.Equal([-1 / 20.0, 2 / 20.0, -1 / 20.0], Enumerable.Range(0, 3).Select(Matrix.VolumeFractionError));
        Assert.Equal(4 / 60.0, Matrix.MeanVolumeFractionError!.Value, 1e-15);
    }

    [Fact]
    public void Dice_OfEveryPhase_FollowsFromItsIoU()
    {
        for (var phase = 0; phase < 3; phase++)
            Assert.Equal(2 * Matrix.IoU(phase)!.Value / (1 + Matrix.IoU(phase)!.Value), Matrix.Dice(phase)!.Value, 1e-15);
    }

    [Fact]
    public void Against_OnePhase_TakesTheOthersTogether()
    {
        var two = Matrix.Against(1);
        Assert.Equal([7, 3, 1, 9], new[] { two[0, 0], two[0, 1], two[1, 0], two[1, 1] });
        Assert.Equal(Matrix.IoU(1), two.IoU(0));
        Assert.Equal(9 / 13.0, two.IoU(1));
        Assert.Equal(16 / 20.0, two.Accuracy);
        Assert.Equal(3, two.Ignored);
    }

    [Fact]
    public void Phase_AbsentFromBoth_HasNoValueAndDoesNotCountInTheMeans()
    {
        var matrix = new ConfusionMatrix(new long[,] { { 3, 0, 1 }, { 0, 0, 0 }, { 0, 0, 4 } }, 0);
        Assert.Null(matrix.IoU(1));
        Assert.Null(matrix.Dice(1));
        Assert.Null(matrix.Precision(1));
        Assert.Null(matrix.Recall(1));
        Assert.Equal(((3 / 4.0) + (4 / 5.0)) / 2, matrix.MeanIoU!.Value, 1e-15);
        Assert.Equal(((6 / 7.0) + (8 / 9.0)) / 2, matrix.MeanDice!.Value, 1e-15);
    }

    [Fact]
    public void Phase_OnlyInOne_HasIoUZeroAndNoRecallOrPrecision()
    {
        var matrix = new ConfusionMatrix(new long[,] { { 3, 2 }, { 0, 0 } }, 0);
        Assert.Equal(0, matrix.IoU(1));
        Assert.Equal(0, matrix.Dice(1));
        Assert.Null(matrix.Precision(1));
        Assert.Equal(0, matrix.Recall(1));
        Assert.Equal(3 / 10.0, matrix.MeanIoU!.Value, 1e-15);
    }

    [Fact]
    public void Measures_OfNothing_AreNull()
    {
        var matrix = new ConfusionMatrix(new long[2, 2], 7);
        Assert.Null(matrix.Accuracy);
        Assert.Null(matrix.MeanIoU);
        Assert.Null(matrix.MeanDice);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(7, 2)]
    [InlineData(255, 255)]
    public void Count_OfRandomLabels_EqualsCountingVoxelByVoxel(int phases, int referencePhases)
    {
        var labels = LabelVolumes.Random(LabelVolumes.Box, phases, 1);
        var reference = LabelVolumes.Random(LabelVolumes.Box, referencePhases, 2);
        var expected = new long[phases + 1, referencePhases + 1];
        for (var z = 0; z < 4; z++)
        {
            for (var i = 0; i < 30; i++)
                expected[Math.Min((int)labels.Slice(z)[i], phases), Math.Min((int)reference.Slice(z)[i], referencePhases)]++;
        }
        Assert.Equal(expected, AgreementOperation.Count(labels, reference));
    }

    // Counts go into several sets; a length that is no multiple of their number needs the remainder.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(1001)]
    public void Count_OfAnyLength_CountsEveryVoxel(int length)
    {
        byte[] ones = [.. Enumerable.Repeat((byte)1, length)];
        var counts = PairCounts.Count(ones, ones, 2, 2);
        Assert.Equal(length, counts[1, 1]);
        Assert.Equal(length, counts.Cast<long>().Sum());
    }

    [Fact]
    public void OfPairs_WithPhasesInAnotherOrder_PutsEachInItsPlace()
    {
        // 2 phases here, 3 in the reference: "b" is label 0 here and 2 there, "c" is not known here, "d" is not known there.
        MatchedPhase[] matched = [new("a", 0, null, 0), new("c", 1, null, 1), new("b", 2, 0, 2), new("d", 3, 1, null)];
        var matrix = ConfusionMatrix.OfPairs(new long[,] { { 1, 2, 3, 10 }, { 4, 5, 6, 20 }, { 100, 200, 300, 1000 } }, matched);
        Assert.Equal(3, matrix[2, 2]);
        Assert.Equal([1, 2], new[] { matrix[2, 0], matrix[2, 1] });
        Assert.Equal([4, 5, 6], new[] { matrix[3, 0], matrix[3, 1], matrix[3, 2] });
        Assert.Equal(21, matrix.Compared);
        Assert.Equal(1630, matrix.Ignored);
    }
}
