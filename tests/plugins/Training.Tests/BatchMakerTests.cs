using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;

namespace Training.Tests;

public class BatchMakerTests
{
    private const int Patch = 16;

    [Fact]
    public void Make_MovesLabelsWithTheirVoxelsAndInventsNone()
    {
        var batch = Maker(augment: true).Make(5);
        for (var i = 0; i < batch.Grey.Length; i++)
        {
            // Grey values are 1000 apart, which gain, shift and noise cannot bridge.
            var expected = batch.Grey[i] < -500 ? Losses.Ignored : batch.Grey[i] < 500 ? 0 : batch.Grey[i] < 1500 ? 1 : 2;
            Assert.Equal(expected, batch.Labels[i]);
        }
        Assert.Equal([Losses.Ignored, 0, 1, 2], batch.Labels.Distinct().Order());
    }

    [Fact]
    public void Make_WithoutAugmentation_CutsWhatIsThere()
    {
        var maker = Maker(augment: false);
        Assert.All(maker.Make(3).Grey, value => Assert.Contains(value, new float[] { -1000, 0, 1000, 2000 }));
        Assert.NotEqual(maker.Make(3).Labels, maker.Make(4).Labels);
    }

    [Fact]
    public void Take_GivesTheSameBatchesFromWhereverItStarts()
    {
        var (all, later) = (Maker(augment: true), Maker(augment: true));
        var taken = Enumerable.Range(0, 9).Select(all.Take).ToList();
        Assert.Equal(taken[6].Grey, later.Take(6).Grey);
        Assert.Equal(taken[7].Grey, later.Take(7).Grey);
        Assert.Equal(taken[8].Labels, later.Take(8).Labels);
    }

    [Fact]
    public void Make_NeverShowsTheRowsHeldBack()
    {
        var slice = TrainingVolume.OfSlice("1", 12, 20, [.. Enumerable.Range(0, 240).Select(i => i / 20 < 10 ? 1f : 99f)], new byte[240])
            with
        { TrainingRows = 10 };
        var maker = new BatchMaker([slice], new PatchSampler([slice], new PatchShape(Patch), 4, 0, 1), new PatchShape(Patch), new NoAugmenter(), seed: 1);
        Assert.All(Enumerable.Range(0, 10).SelectMany(step => maker.Make(step).Grey), value => Assert.Equal(1, value));
    }

    [Fact]
    public void Source_OfTheEightSymmetries_ShowsEachOnce()
    {
        var seen = new HashSet<string>();
        for (var symmetry = 0; symmetry < 8; symmetry++)
        {
            var augmentation = Augmentation.None with { FlipY = (symmetry & 1) != 0, FlipX = (symmetry & 2) != 0, Transpose = (symmetry & 4) != 0 };
            var cells = (from y in Enumerable.Range(0, 3) from x in Enumerable.Range(0, 3) select augmentation.Source(y, x, 3)).ToList();
            Assert.Equal(9, cells.Distinct().Count());
            Assert.Equal((1, 1), cells[4]);
            seen.Add(string.Join(' ', cells));
        }
        Assert.Equal(8, seen.Count);
    }

    [Theory]
    [InlineData(-1, 4, 1)]
    [InlineData(-4, 4, 2)]
    [InlineData(4, 4, 2)]
    [InlineData(7, 4, 1)]
    [InlineData(-3, 1, 0)]
    [InlineData(2, 4, 2)]
    public void Index_BeyondTheEnds_IsReflected(int position, int length, int expected) => Assert.Equal(expected, Mirror.Index(position, length));

    [Fact]
    public void NextGaussian_HasMeanZeroAndVarianceOne()
    {
        var random = RandomSource.For(3, RandomSource.Purpose.Augmentation, 0);
        var numbers = Enumerable.Range(0, 20_000).Select(_ => random.NextGaussian()).ToList();
        // Standard errors are 0.007 and 0.01.
        Assert.Equal(0, numbers.Average(), 0.03);
        Assert.Equal(1, numbers.Average(number => number * number), 0.04);
    }

    [Fact]
    public void NextInt_ReachesEveryValueBelowItsBound()
    {
        var random = RandomSource.For(3, RandomSource.Purpose.Patches, 0);
        Assert.Equal([0, 1, 2, 3, 4], Enumerable.Range(0, 200).Select(_ => random.NextInt(5)).Distinct().Order());
    }

    private static BatchMaker Maker(bool augment)
    {
        const int Height = 40, Width = 50;
        var labels = Enumerable.Range(0, Height * Width).Select(i => ((i / Width / 3) + (i % Width / 4)) % 4)
            .Select(i => i == 3 ? LabelVolume.Unlabelled : (byte)i).ToArray();
        var slice = TrainingVolume.OfSlice("1", Height, Width, [.. labels.Select(label => label == LabelVolume.Unlabelled ? -1000f : 1000f * label)], labels);
        IAugmenter augmenter = augment ? new BasicAugmenter() : new NoAugmenter();
        return new BatchMaker([slice], new PatchSampler([slice], new PatchShape(Patch), 4, 3, 1), new PatchShape(Patch), augmenter, seed: 1);
    }
}
