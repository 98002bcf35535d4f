namespace VolumeViewer.Sdk.Tests;

public sealed class LiveStrokesTests
{
    private const byte None = LabelVolume.Unlabelled;
    private static readonly VolumeShape Shape = new(4, 5, 6);

    [Fact]
    public void Set_InABox_KeepsLabelsCountsAndSlices()
    {
        var strokes = new LiveStrokes(Shape, PhaseTable.Numbered(3));
        strokes.Set(new VoxelBox(1, 2, 3, 2, 1, 2), [0, 2, None, 2]);
        Assert.Equal([1, 2], strokes.Slices);
        Assert.Equal([1L, 0, 2], strokes.Counts);
        Assert.Equal(3, strokes.Count);
        Assert.Equal([0, 2], strokes.Slice(1).Slice((2 * 6) + 3, 2).ToArray());
        Assert.Equal(28, strokes.Slice(1).ToArray().Count(label => label == None));
        Assert.True(strokes.Slice(0).IsEmpty);

        // Painted over, and taken back.
        strokes.Set(new VoxelBox(1, 2, 4, 1, 1, 1), [1]);
        strokes.Set(new VoxelBox(2, 0, 0, 1, 5, 6), Enumerable.Repeat(None, 30).ToArray());
        Assert.Equal([1], strokes.Slices);
        Assert.Equal([1L, 1, 0], strokes.Counts);
        Assert.True(strokes.Slice(2).IsEmpty);
    }

    [Fact]
    public void Of_ALabelVolume_HasItsLabelledVoxels()
    {
        using var labels = new LabelVolume(Shape, PhaseTable.Numbered(2));
        for (var z = 0; z < Shape.Depth; z++)
            labels.Slice(z).Fill(None);
        labels.Slice(3)[7] = 1;
        var strokes = LiveStrokes.Of(labels);
        Assert.Equal([3], strokes.Slices);
        Assert.Equal([0L, 1], strokes.Counts);
        Assert.Equal(1, strokes.Slice(3)[7]);
    }

    [Fact]
    public void Set_WithLabelsThatDoNotFit_IsRefusedAndChangesNothing()
    {
        var strokes = new LiveStrokes(Shape, PhaseTable.Numbered(2));
        Assert.Throws<ArgumentException>(() => strokes.Set(new VoxelBox(3, 0, 0, 2, 1, 1), [0, 0]));
        Assert.Throws<ArgumentException>(() => strokes.Set(new VoxelBox(0, 0, 0, 1, 1, 2), [0]));
        Assert.Contains("2", Assert.Throws<ArgumentException>(() => strokes.Set(new VoxelBox(0, 0, 0, 1, 1, 2), [0, 2])).Message, StringComparison.Ordinal);
        Assert.Equal(0, strokes.Count);
    }

    // Entropy over its greatest: of (1/2, 1/2, 0) it is ln 2 / ln 3 = 0.6309, of equal shares 1, of certainty 0.
    [Theory]
    [InlineData(0.5f, 0.5f, 0f, 0, 128, 161)]
    [InlineData(0f, 0f, 1f, 2, 255, 0)]
    [InlineData(0.33333334f, 0.33333334f, 0.33333334f, 0, 85, 255)]
    public void Region_SetFromProbabilities_HasLabelProbabilityAndEntropy(float first, float second, float third, int label, int probability, int uncertainty)
    {
        var region = new LiveRegion(new VoxelBox(0, 0, 0, 1, 1, 2));
        region.Set(1, [first, second, third]);
        Assert.Equal([None, (byte)label], region.Labels.ToArray());
        Assert.Equal([0, (byte)probability], region.Probability.ToArray());
        Assert.Equal([0, (byte)uncertainty], region.Uncertainty.ToArray());
    }

    [Fact]
    public void Region_LargerThanAnArray_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new LiveRegion(new VoxelBox(0, 0, 0, 4096, 4096, 4096)));
}
