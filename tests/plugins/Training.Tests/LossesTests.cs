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

    // python3-torch 1.13, of the same logits and labels with weights 1, 2, 5 and without: cross_entropy, and the formulas of Losses written out.
    [Theory]
    [InlineData("CrossEntropy", 2.0251753, 2.0563283)]
    [InlineData("Dice", 0.6635767, 0.6562306)]
    [InlineData("Both", 2.6887520, 2.7125589)]
    [InlineData("Focal", 1.7025752, 1.7293867)]
    [InlineData("SegmentpyDice", 0.7097005, 0.7044668)]
    public void Compute_OfBlocks_IsWhatTorchSays(string loss, double plain, double weighted)
    {
        using var scope = NewDisposeScope();
        long[] shape = [2, 3, 2, 2, 3];
        var logits = tensor(Enumerable.Range(0, 72).Select(i => MathF.Sin(i * 0.7f) * 2).ToArray(), shape);
        var values = Enumerable.Range(0, 24).Select(i => (long)(i * 5 % 3)).ToArray();
        (values[1], values[23]) = (Losses.Ignored, Losses.Ignored);
        var labels = tensor(values, new long[] { 2, 2, 2, 3 });
        var kind = Enum.Parse<LossKind>(loss);
        Assert.Equal(plain, Losses.Compute(kind, logits, labels).item<float>(), 2e-6);
        Assert.Equal(weighted, Losses.Compute(kind, logits, labels, tensor(new float[] { 1, 2, 5 })).item<float>(), 2e-6);
        // Only the weights' ratios matter.
        Assert.Equal(weighted, Losses.Compute(kind, logits, labels, tensor(new float[] { 10, 20, 50 })).item<float>(), 2e-6);
    }

    // With one true phase a voxel the ratio is the mean probability of the true phase: here 1/3 of it everywhere.
    [Fact]
    public void SegmentpyDice_OfEqualLogits_IsOneLessTheProbability() =>
        Assert.Equal(1 - (1.0 / 3), Loss(LossKind.SegmentpyDice, new float[12], [0, 1, 2, 2]), 1e-6);

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
