using VolumeViewer.Plugins.Training.Learn;

using static TorchSharp.torch;

namespace Training.Tests;

public class LossesTests
{
    // Equal logits mean equal probabilities, of which −ln is ln 3.
    [Fact]
    public void CrossEntropy_OfEqualLogits_IsTheLogarithmOfTheNumberOfPhases() =>
        Assert.Equal(Math.Log(3), Loss(LossKind.CrossEntropy, new float[12], [0, 1, 2, 2]), 1e-6);

    [Fact]
    public void Compute_LeavesOutUnlabelledVoxels()
    {
        // Two phases, two voxels: the first voxel is surely right, the second surely wrong, or not labelled.
        float[] logits = [20, 20, -20, -20];
        foreach (var kind in Enum.GetValues<LossKind>())
        {
            Assert.Equal(0, Loss(kind, logits, [0, Losses.Ignored]), 1e-6);
            Assert.True(Loss(kind, logits, [0, 1]) > 0.3);
        }
    }

    // Probabilities 1/2 over two voxels of phase 0 and 1: 2·(1/2) + 1 over 1 + 1 + 1 for either phase.
    [Fact]
    public void Dice_OfEqualLogits_HasItsClosedForm() => Assert.Equal(1 - (2.0 / 3), Loss(LossKind.Dice, new float[4], [0, 1]), 1e-6);

    [Fact]
    public void Both_IsTheSum()
    {
        float[] logits = [0.3f, -1, 2, 0.5f, 0, 1];
        long[] labels = [2, 0];
        Assert.Equal(Loss(LossKind.CrossEntropy, logits, labels) + Loss(LossKind.Dice, logits, labels), Loss(LossKind.Both, logits, labels), 1e-6);
    }

    [Theory]
    [InlineData("constant", 1, 1)]
    [InlineData("step", 0.1, 0.01)]
    [InlineData("exponential", 0.0398107, 0.0158489)]
    [InlineData("polynomial", 0.3383835, 0.1258925)]
    [InlineData("cosine", 0.2061074, 0.0244717)]
    public void At_FallsAsTheScheduleSays(string schedule, double at70, double at90)
    {
        var kind = Enum.Parse<LearningRateSchedule>(schedule, ignoreCase: true);
        Assert.Equal(2, kind.At(2, 0, 100), 1e-12);
        Assert.Equal(2 * at70, kind.At(2, 70, 100), 1e-6);
        Assert.Equal(2 * at90, kind.At(2, 90, 100), 1e-6);
    }

    [Fact]
    public void ConfusionMatrix_CountsByPhaseAndLeavesOutTheUnlabelled()
    {
        var matrix = new ConfusionMatrix(4);
        matrix.Add([0, 0, 0, 1, 1, 2, 255], [0, 0, 1, 1, 0, 2, 2]);
        Assert.Equal(4.0 / 6, matrix.Accuracy(), 1e-12);
        Assert.Equal([2.0 / 4, 1.0 / 3, 1.0, null], matrix.IntersectionsOverUnion());
    }

    // Logits (1, phases, 1, voxels) phase by phase.
    private static float Loss(LossKind kind, float[] logits, long[] labels)
    {
        using var scope = NewDisposeScope();
        var tensors = tensor(logits, new long[] { 1, logits.Length / labels.Length, 1, labels.Length });
        return Losses.Compute(kind, tensors, tensor(labels, new long[] { 1, 1, labels.Length })).item<float>();
    }
}
