using Training.Tests.Support;

using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;

namespace Training.Tests;

/// <summary>Patches of several slices, and volumes of which only some slices are labelled.</summary>
public class VolumePatchTests
{
    private const byte None = LabelVolume.Unlabelled;

    [Theory]
    [InlineData(0, 10f, 0f, 10f)]
    [InlineData(3, 20f, 30f, 40f)]
    [InlineData(5, 40f, 50f, 40f)]
    public void Make_WithNeighbours_GivesTheSlicesAroundMirroredAtTheEnds(int labelled, float below, float middle, float above)
    {
        var volume = Volume(6, 20, 24, z => z == labelled ? Filled(20 * 24, 1) : null);
        var batch = Maker(volume, new PatchShape(8, Neighbours: 1)).Make(0);
        Assert.Equal([2, 3, 8, 8], batch.GreyShape);
        Assert.Equal([2, 8, 8], batch.LabelShape);
        for (var i = 0; i < 2; i++)
            Assert.Equal([below, middle, above], Enumerable.Range(0, 3).Select(channel => batch.Grey.AsSpan(((i * 3) + channel) * 64, 64).ToArray().Distinct().Single()));
        Assert.All(batch.Labels, label => Assert.Equal(1, label));
    }

    [Fact]
    public void Make_OfBlocks_KeepsGreyAndLabelsTogetherInEveryFlip()
    {
        // Label z % 3 in slice z, grey 10 z: a label belongs to its grey value whichever way the block is turned.
        var volume = Volume(9, 20, 24, z => z == 4 ? null : Filled(20 * 24, (byte)(z % 3)));
        var shape = new PatchShape(8, Depth: 4, IsBlock: true);
        var maker = new BatchMaker([volume], new PatchSampler([volume], shape, 2, 12, 1), shape, new BasicAugmenter(), 1);
        var (up, down) = (0, 0);
        for (var step = 0; step < 12; step++)
        {
            var batch = maker.Make(step);
            Assert.Equal([2, 1, 4, 8, 8], batch.GreyShape);
            Assert.Equal([2, 4, 8, 8], batch.LabelShape);
            for (var plane = 0; plane < 8; plane++)
            {
                // Gain and shift are at most 0.2, of slices that lie 10 apart: enough to tell which one it is for those below 2.
                var label = batch.Labels[plane * 64];
                var isUnlabelled = label == Losses.Ignored;
                Assert.All(batch.Labels.Skip(plane * 64).Take(64), each => Assert.Equal(label, each));
                if (plane % 4 > 0 && !isUnlabelled)
                {
                    var rises = batch.Grey[plane * 64] > batch.Grey[(plane - 1) * 64];
                    (up, down) = (up + (rises ? 1 : 0), down + (rises ? 0 : 1));
                }
            }
        }
        Assert.True(up > 5 && down > 5, $"{up} up, {down} down");
    }

    [Fact]
    public void Make_OfBlocksWithoutAugmentation_HasTheLabelOfEachSlice()
    {
        var volume = Volume(9, 20, 24, z => z == 4 ? null : Filled(20 * 24, (byte)(z % 3)));
        var maker = Maker(volume, new PatchShape(8, Depth: 4, IsBlock: true));
        for (var step = 0; step < 4; step++)
        {
            var batch = maker.Make(step);
            for (var i = 0; i < batch.Grey.Length; i++)
            {
                var z = (int)(batch.Grey[i] / 10);
                Assert.Equal(z == 4 ? Losses.Ignored : z % 3, batch.Labels[i]);
            }
        }
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 2)]
    [InlineData(true, 0)]
    public void Epoch_HasEveryLabelledVoxelInSomePatch(bool isBlock, int neighbours)
    {
        // Strokes: a few voxels in three of forty slices, at borders and corners too.
        (int Z, int Y, int X)[] strokes = [(0, 0, 0), (0, 17, 30), (21, 36, 49), (21, 5, 44), (39, 20, 0), (39, 36, 12)];
        var volume = Volume(40, 40, 50, z => strokes.Any(stroke => stroke.Z == z) ? Filled(2000, None) : null) with { TrainingRows = 37 };
        foreach (var (z, y, x) in strokes)
            volume.Labels[z]![(y * 50) + x] = 1;
        var shape = isBlock ? new PatchShape(16, 0, 8, true) : new PatchShape(16, neighbours);
        foreach (var share in new[] { 0, 0.4 })
        {
            var sampler = new PatchSampler([volume], shape, 3, 0, 1, share);
            for (var epoch = 0; epoch < 3; epoch++)
            {
                var patches = sampler.Epoch(epoch);
                Assert.All(strokes, stroke => Assert.Contains(patches, patch => Covers(patch, shape, stroke)));
                Assert.All(patches, patch => Assert.Contains(strokes, stroke => Covers(patch, shape, stroke)));
            }
            // Hundreds of places of the grid are empty; an epoch is not made longer by them.
            Assert.InRange(sampler.StepsPerEpoch, 40, share == 0 ? 48 : 80);
        }
    }

    [Fact]
    public void Epoch_WithAShareOfRarePhases_HasThemAtTheCentreOfThatManyPatches()
    {
        // Phase 2 is one voxel in 3600; by chance no patch of a thousand would be centred on it.
        var labels = Filled(3600, 0);
        labels[(40 * 60) + 7] = 2;
        labels.AsSpan(600, 300).Fill(1);
        var volume = TrainingVolume.OfSlice("1", 60, 60, new float[3600], labels);
        var sampler = new PatchSampler([volume], new PatchShape(16), 10, 60, 1, evenShare: 0.3);
        var centres = sampler.Epoch(0).Select(patch => (Y: patch.Y + 8, X: patch.X + 8)).ToList();
        Assert.Equal(600, centres.Count);
        // A third of 180, with a standard deviation of 6.3.
        Assert.InRange(centres.Count(centre => centre == (40, 7)), 40, 80);
        Assert.InRange(centres.Count(centre => centre.Y is >= 10 and < 15 && centre.X is >= 0 and < 60), 40, 120);
        Assert.Equal(sampler.Epoch(3), new PatchSampler([volume], new PatchShape(16), 10, 60, 1, evenShare: 0.3).Epoch(3));
    }

    // Regression: recorded when the patches and batches of plain slices were those by which the documented results were trained.
    [Fact]
    public void Make_OfPlainSlices_GivesTheBatchesItAlwaysGave()
    {
        var grey = Enumerable.Range(0, 70 * 90).Select(i => (float)((i * 7919) % 101)).ToArray();
        var labels = Enumerable.Range(0, 70 * 90).Select(i => (byte)(i % 3)).ToArray();
        var slice = TrainingVolume.OfSlice("1", 70, 90, grey, labels) with { TrainingRows = 63 };
        var sampler = new PatchSampler([slice], new PatchShape(32), 4, 0, 1);
        Assert.Equal(PlainSlices.StepsPerEpoch, sampler.StepsPerEpoch);
        Assert.Equal(PlainSlices.FirstPatches, sampler.Epoch(1).Take(3).Select(patch => (patch.Y, patch.X)));
        var batch = new BatchMaker([slice], sampler, new PatchShape(32), new BasicAugmenter(), 1).Make(3);
        Assert.Equal(PlainSlices.FirstGrey, batch.Grey[..3]);
        Assert.Equal(PlainSlices.FirstLabels, batch.Labels[..6]);
    }

    private static bool Covers(PatchOrigin patch, PatchShape shape, (int Z, int Y, int X) voxel) =>
        voxel.Z >= patch.Z && voxel.Z < patch.Z + shape.Depth && voxel.Y >= patch.Y && voxel.Y < patch.Y + shape.Edge && voxel.X >= patch.X && voxel.X < patch.X + shape.Edge;

    private static BatchMaker Maker(TrainingVolume volume, PatchShape shape) =>
        new([volume], new PatchSampler([volume], shape, 2, 4, 1), shape, new NoAugmenter(), 1);

    private static byte[] Filled(int length, byte value)
    {
        var labels = new byte[length];
        Array.Fill(labels, value);
        return labels;
    }

    // Every voxel of slice z has the grey value 10 z.
    private static TrainingVolume Volume(int depth, int height, int width, Func<int, byte[]?> labels) => new("1", height, width,
        [.. Enumerable.Range(0, depth).Select(z => Enumerable.Repeat(10f * z, height * width).ToArray())], [.. Enumerable.Range(0, depth).Select(labels)]);
}
