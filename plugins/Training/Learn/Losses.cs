using TorchSharp;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Losses of logits (N, phases, H, W) against labels (N, H, W); voxels labelled <see cref="Ignored"/> count for nothing.</summary>
internal static class Losses
{
    /// <summary>The label of voxels that nobody labelled.</summary>
    internal const long Ignored = -100;

    // Keeps a phase that is neither in the labels nor predicted from dividing by zero, and calls it fully right.
    private const double Smoothing = 1;

    internal static Tensor Compute(LossKind kind, Tensor logits, Tensor labels) => kind switch
    {
        LossKind.CrossEntropy => CrossEntropy(logits, labels),
        LossKind.Dice => Dice(logits, labels),
        LossKind.Both => CrossEntropy(logits, labels).add(Dice(logits, labels)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a loss."),
    };

    private static Tensor CrossEntropy(Tensor logits, Tensor labels) => nn.functional.cross_entropy(logits, labels, ignore_index: Ignored);

    private static Tensor Dice(Tensor logits, Tensor labels)
    {
        long[] overVoxels = [0, 2, 3];
        var ignored = labels.eq(Ignored.ToScalar());
        var known = ignored.logical_not().unsqueeze(1).to_type(ScalarType.Float32);
        var probabilities = nn.functional.softmax(logits, 1).mul(known);
        var truth = nn.functional.one_hot(labels.masked_fill(ignored, 0L.ToScalar()), logits.shape[1])
            .permute(0, 3, 1, 2).to_type(ScalarType.Float32).mul(known);
        var common = probabilities.mul(truth).sum(overVoxels).mul(2.0.ToScalar()).add(Smoothing.ToScalar());
        var both = probabilities.sum(overVoxels).add(truth.sum(overVoxels)).add(Smoothing.ToScalar());
        return common.div(both).mean().neg().add(1.0.ToScalar());
    }
}
