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
        TrainingSlice[] slices = [Slice(height, width), Slice(height + 5, width - 3)];
        var sampler = new PatchSampler(slices, patchSize, batchSize: 3, stepsPerEpoch: 0, seed: 1);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            var covered = slices.Select(slice => new bool[slice.TrainingRows, slice.Width]).ToArray();
            foreach (var (i, y, x) in sampler.Epoch(epoch))
            {
                for (var row = Math.Max(0, y); row < Math.Min(y + patchSize, slices[i].TrainingRows); row++)
                {
                    for (var column = Math.Max(0, x); column < Math.Min(x + patchSize, slices[i].Width); column++)
                        covered[i][row, column] = true;
                }
                // Only a slice that is smaller than a patch is looked beyond.
                Assert.True(patchSize > slices[i].TrainingRows || (y >= 0 && y + patchSize <= slices[i].TrainingRows));
                Assert.True(patchSize > slices[i].Width || (x >= 0 && x + patchSize <= slices[i].Width));
            }
            Assert.All(covered, slice => Assert.DoesNotContain(false, slice.Cast<bool>()));
        }
    }

    [Fact]
    public void Epoch_DependsOnSeedAndNumberOnly()
    {
        PatchSampler Sampler(int seed) => new([Slice(60, 70)], 16, 4, 0, seed);
        Assert.Equal(Sampler(1).Epoch(2), Sampler(1).Epoch(2));
        Assert.NotEqual(Sampler(1).Epoch(2), Sampler(1).Epoch(3));
        Assert.NotEqual(Sampler(1).Epoch(2), Sampler(2).Epoch(2));
    }

    [Fact]
    public void StepsPerEpoch_AreFortyAtLeastUnlessGiven()
    {
        Assert.InRange(new PatchSampler([Slice(60, 70)], 16, 4, 0, 1).StepsPerEpoch, 40, 50);
        Assert.Equal(7, new PatchSampler([Slice(60, 70)], 16, 4, 7, 1).StepsPerEpoch);
        Assert.InRange(new PatchSampler([Slice(900, 900)], 16, 4, 0, 1).StepsPerEpoch, 3 * 3136 / 4 / 3, 1000);
    }

    [Fact]
    public void Epoch_LeavesOutPatchesWithoutLabels()
    {
        var slice = Slice(64, 64);
        Array.Fill(slice.Labels, LabelVolume.Unlabelled);
        slice.Labels[(10 * 64) + 50] = 1;
        var patches = new PatchSampler([slice], 16, 4, 0, 1).Epoch(0);
        Assert.NotEmpty(patches);
        Assert.All(patches, patch => Assert.True(patch.Y <= 10 && 10 < patch.Y + 16 && patch.X <= 50 && 50 < patch.X + 16));
    }

    private static TrainingSlice Slice(int height, int width) =>
        new("1", height, width, new float[height * width], new byte[height * width]) { TrainingRows = height - 2 };
}
