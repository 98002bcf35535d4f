using System.Diagnostics;

using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;

namespace Training.Tests;

public class FullAugmenterTests
{
    private const string Everything = "rotation=1,scaling=1,elastic=1,elastic-spacing=8,"
        + "blur=0,brightness=0,contrast=0,low-resolution=0,gamma=0,inverted-gamma=0,drift=0,rings=0,noise=0";

    // Labels 0 and 2 only, so that any mixing of the two would show as 1; grey is 100 times the label.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fill_NeverInterpolatesLabels(bool isBlock)
    {
        var shape = isBlock ? new PatchShape(32, 0, 4, true) : new PatchShape(32, 1);
        var volume = Volume(6, 50, 60, (z, y, x) => (((y / 5) + (x / 4) + z) % 3) switch { 0 => 0, 1 => 2, _ => LabelVolume.Unlabelled });
        var maker = new BatchMaker([volume], new PatchSampler([volume], shape, 4, 6, 1), shape, Augmenters.For(AugmentationKind.Full, Everything), 1);
        for (var step = 0; step < 6; step++)
            Assert.Subset(new HashSet<long> { Losses.Ignored, 0, 2 }, maker.Make(step).Labels.ToHashSet());
    }

    // Grey values rise evenly, so that a voxel's grey value says where it came from: the label must be that of the nearest voxel there.
    [Fact]
    public void Fill_GivesEachVoxelTheLabelOfTheNearestOneToItsSource()
    {
        var labels = new byte[64 * 64];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = (byte)(((i / 64 / 8) + (i % 64 / 8)) % 3);
        var rows = TrainingVolume.OfSlice("rows", 64, 64, [.. Enumerable.Range(0, 4096).Select(i => (float)(i / 64))], labels);
        var columns = rows with { Grey = [[.. Enumerable.Range(0, 4096).Select(i => (float)(i % 64))]] };
        var (y, truth) = Fill(rows, new PatchOrigin(0, 0, 16, 16), new PatchShape(32), Everything);
        var (x, _) = Fill(columns, new PatchOrigin(0, 0, 16, 16), new PatchShape(32), Everything);
        var seen = 0;
        for (var i = 0; i < truth.Length; i++)
        {
            // Where the patch is mirrored, or right between two voxels, the grey values do not tell enough.
            if (y[i] is < 1 or > 62 || x[i] is < 1 or > 62 || Math.Abs(y[i] - Math.Floor(y[i]) - 0.5) < 0.01 || Math.Abs(x[i] - Math.Floor(x[i]) - 0.5) < 0.01)
                continue;
            Assert.Equal(labels[((int)Math.Round(y[i]) * 64) + (int)Math.Round(x[i])], truth[i]);
            seen++;
        }
        Assert.True(seen > 500, $"{seen} voxels");
        Assert.Contains(y, value => Math.Abs(value - Math.Round(value)) > 0.2);
    }

    [Fact]
    public void Cut_TurnedByARightAngle_IsTheExactQuarterTurn()
    {
        var volume = Volume(1, 40, 44, (_, y, x) => ((y * 7) + (x * 3)) % 5);
        var cutter = new PatchCutter([volume], new PatchShape(16));
        var (warped, turned) = ((Grey: new float[256], Labels: new long[256]), (Grey: new float[256], Labels: new long[256]));
        cutter.Cut(new PatchOrigin(0, 0, 9, 5), Augmentation.None, Warp.Linear(16, Math.PI / 2, 1), warped.Grey, warped.Labels);
        // A quarter turn is rows for columns and one flip.
        cutter.Cut(new PatchOrigin(0, 0, 9, 5), Augmentation.None with { Transpose = true, FlipX = true }, turned.Grey, turned.Labels);
        Assert.Equal(turned.Labels, warped.Labels);
        Assert.All(turned.Grey.Zip(warped.Grey), pair => Assert.Equal(pair.First, pair.Second, 0.01f));
    }

    [Fact]
    public void Cut_Magnified_ShowsTheMiddle()
    {
        var volume = TrainingVolume.OfSlice("1", 32, 32, [.. Enumerable.Range(0, 1024).Select(i => (float)(i % 32))], new byte[1024]);
        var (grey, labels) = (new float[1024], new long[1024]);
        new PatchCutter([volume], new PatchShape(32)).Cut(new PatchOrigin(0, 0, 0, 0), Augmentation.None, Warp.Linear(32, 0, 2), grey, labels);
        // Twice as large, the half of the columns is left: 15.5 ± 15.5 / 2.
        Assert.Equal(7.75f, grey[0], 1e-4f);
        Assert.Equal(23.25f, grey[31], 1e-4f);
    }

    [Fact]
    public void Fill_NeverShowsTheRowsHeldBack()
    {
        var volume = TrainingVolume.OfSlice("1", 40, 40, [.. Enumerable.Range(0, 1600).Select(i => i / 40 < 30 ? 1f : 99f)], new byte[1600]) with { TrainingRows = 30 };
        var shape = new PatchShape(24);
        var maker = new BatchMaker([volume], new PatchSampler([volume], shape, 4, 8, 1), shape, Augmenters.For(AugmentationKind.Full, Everything), 1);
        Assert.All(Enumerable.Range(0, 8).SelectMany(step => maker.Make(step).Grey), value => Assert.Equal(1, value, 1e-4f));
    }

    [Fact]
    public void Make_DependsOnSeedAndStepOnly()
    {
        var volume = Volume(3, 40, 50, (z, y, x) => (y + x + z) % 3);
        var shape = new PatchShape(16, 1);
        BatchMaker Maker(int seed) => new([volume], new PatchSampler([volume], shape, 2, 5, seed), shape, Augmenters.For(AugmentationKind.Full, ""), seed);
        var (one, other) = (Maker(1), Maker(1));
        one.Make(0);
        Assert.Equal(one.Make(3).Grey, other.Make(3).Grey);
        Assert.NotEqual(one.Make(3).Grey, one.Make(4).Grey);
        Assert.NotEqual(one.Make(3).Grey, Maker(2).Make(3).Grey);
    }

    [Fact]
    public void For_WithBadOptions_SaysWhichThereAre()
    {
        Assert.Contains("rotation-degrees", Assert.Throws<UserException>(() => Augmenters.For(AugmentationKind.Full, "rotatoin=1")).Message);
        Assert.Contains("--augmentation-options", Assert.Throws<UserException>(() => Augmenters.For(AugmentationKind.Full, "rotation=2")).Message);
        Assert.Contains("--augmentation full", Assert.Throws<UserException>(() => Augmenters.For(AugmentationKind.Basic, "rotation=1")).Message);
    }

    [Fact]
    public void For_WithEveryChanceZero_LeavesPatchesAsTheyAre()
    {
        var chances = string.Join(',', ParameterSchema.For(typeof(AugmentationOptions)).Items.Where(item => item.Max == 1).Select(item => $"{item.Name}=0"));
        var volume = Volume(1, 20, 20, (_, y, x) => (y + x) % 3);
        var (grey, labels) = Fill(volume, new PatchOrigin(0, 0, 2, 3), new PatchShape(16), chances);
        var (plainGrey, plainLabels) = (new float[256], new long[256]);
        new NoAugmenter().Fill(new PatchCutter([volume], new PatchShape(16)), new PatchOrigin(0, 0, 2, 3),
            RandomSource.For(1, RandomSource.Purpose.Augmentation, 0), plainGrey, plainLabels);
        Assert.Equal(plainGrey, grey);
        Assert.Equal(plainLabels, labels);
    }

    // A training step takes 200 ms and more; a batch is made beside it. Every change at once, on one core; the least of several, since the machine has other work.
    [Fact]
    public void Make_OfEightLargePatches_TakesFarLessThanAStep()
    {
        var volume = Volume(1, 500, 600, (_, y, x) => (y / 9 + x / 7) % 3);
        var shape = new PatchShape(128);
        var chances = string.Join(',', ParameterSchema.For(typeof(AugmentationOptions)).Items.Where(item => item.Max == 1).Select(item => $"{item.Name}=1"));
        var maker = new BatchMaker([volume], new PatchSampler([volume], shape, 8, 20, 1), shape, Augmenters.For(AugmentationKind.Full, chances), 1);
        var least = TimeSpan.MaxValue;
        for (var step = 0; step < 6; step++)
        {
            var clock = Stopwatch.StartNew();
            maker.Make(step);
            least = clock.Elapsed < least ? clock.Elapsed : least;
        }
        Console.WriteLine($"A batch of 8 × 128² with every change takes {least.TotalMilliseconds:0} ms.");
        Assert.True(least.TotalMilliseconds < 150, $"{least.TotalMilliseconds:0} ms");
    }

    private static (float[] Grey, long[] Labels) Fill(TrainingVolume volume, PatchOrigin origin, PatchShape shape, string options)
    {
        var (grey, labels) = (new float[shape.GreyPlanes * shape.PlaneLength], new long[shape.Depth * shape.PlaneLength]);
        Augmenters.For(AugmentationKind.Full, options)
            .Fill(new PatchCutter([volume], shape), origin, RandomSource.For(1, RandomSource.Purpose.Augmentation, 0), grey, labels);
        return (grey, labels);
    }

    private static TrainingVolume Volume(int depth, int height, int width, Func<int, int, int, int> label)
    {
        var labels = Enumerable.Range(0, depth)
            .Select(z => Enumerable.Range(0, height * width).Select(i => (byte)label(z, i / width, i % width)).ToArray()).ToArray();
        return new TrainingVolume("1", height, width, [.. labels.Select(slice => slice.Select(value => 100f * value).ToArray())], labels);
    }
}
