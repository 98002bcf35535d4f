using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;

namespace Training.Tests;

public class PatchSamplerTests
{
    [Theory]
    [InlineData(40, 50, 16)]
    [InlineData(33, 17, 16)]
    [InlineData(64, 96, 32)]
    [InlineData(10, 70, 24)]
    public void Epoch_CoversEveryTrainingVoxel(int height, int width, int patchSize)
    {
        TrainingVolume[] slices = [Slice(height, width), Slice(height + 5, width - 3)];
        var sampler = new PatchSampler(slices, new PatchShape(patchSize), batchSize: 3, stepsPerEpoch: 0, seed: 1);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            var covered = slices.Select(slice => new bool[slice.TrainingRows, slice.Width]).ToArray();
            foreach (var (i, _, y, x) in sampler.Epoch(epoch))
            {
                for (var row = Math.Max(0, y); row < Math.Min(y + patchSize, slices[i].TrainingRows); row++)
                {
                    for (var column = Math.Max(0, x); column < Math.Min(x + patchSize, slices[i].Width); column++)
                        covered[i][row, column] = true;
                }
                // No patch is all mirror image.
                Assert.True(y > -patchSize && y < slices[i].TrainingRows && x > -patchSize && x < slices[i].Width);
            }
            Assert.All(covered, slice => Assert.DoesNotContain(false, slice.Cast<bool>()));
        }
    }

    [Theory]
    [InlineData(224, 128)]
    [InlineData(400, 128)]
    [InlineData(601, 128)]
    [InlineData(150, 128)]
    public void Epochs_CutASliceElsewhereEachTime(int length, int patchSize)
    {
        var sampler = new PatchSampler([Slice(length, length)], new PatchShape(patchSize), 8, 0, seed: 1);
        var patches = Enumerable.Range(0, 10).SelectMany(sampler.Epoch).ToList();
        // Where a patch ends, a network sees nothing more: an edge that is always at the same voxels would teach them in that light alone.
        foreach (var edges in new[] { patches.Select(patch => patch.X), patches.Select(patch => patch.Y) })
        {
            var counts = edges.CountBy(edge => edge).ToList();
            Assert.True(counts.Count > patchSize / 4, $"Patches begin at only {counts.Count} places.");
            Assert.True(counts.Max(edge => edge.Value) < patches.Count / 8, $"{counts.Max(edge => edge.Value)} of {patches.Count} patches begin at the same place.");
        }
    }

    [Fact]
    public void Epoch_DependsOnSeedAndNumberOnly()
    {
        PatchSampler Sampler(int seed) => new([Slice(60, 70)], new PatchShape(16), 4, 0, seed);
        Assert.Equal(Sampler(1).Epoch(2), Sampler(1).Epoch(2));
        Assert.NotEqual(Sampler(1).Epoch(2), Sampler(1).Epoch(3));
        Assert.NotEqual(Sampler(1).Epoch(2), Sampler(2).Epoch(2));
    }

    [Fact]
    public void StepsPerEpoch_AreFortyAtLeastUnlessGiven()
    {
        Assert.InRange(new PatchSampler([Slice(60, 70)], new PatchShape(16), 4, 0, 1).StepsPerEpoch, 40, 50);
        Assert.Equal(7, new PatchSampler([Slice(60, 70)], new PatchShape(16), 4, 7, 1).StepsPerEpoch);
        Assert.InRange(new PatchSampler([Slice(900, 900)], new PatchShape(16), 4, 0, 1).StepsPerEpoch, 3 * 3136 / 4 / 3, 1000);
    }

    [Fact]
    public void Epoch_LeavesOutPatchesWithoutLabels()
    {
        var slice = Slice(64, 64);
        Array.Fill(slice.Labels[0]!, LabelVolume.Unlabelled);
        slice.Labels[0]![(10 * 64) + 50] = 1;
        var patches = new PatchSampler([slice], new PatchShape(16), 4, 0, 1).Epoch(0);
        Assert.NotEmpty(patches);
        Assert.All(patches, patch => Assert.True(patch.Y <= 10 && 10 < patch.Y + 16 && patch.X <= 50 && 50 < patch.X + 16));
    }

    private static TrainingVolume Slice(int height, int width) =>
        TrainingVolume.OfSlice("1", height, width, new float[height * width], new byte[height * width]) with { TrainingRows = height - 2 };
}
