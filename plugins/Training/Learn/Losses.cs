using TorchSharp;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>
/// Losses of logits (N, phases, H, W) against labels (N, H, W), or (N, phases, D, H, W) against (N, D, H, W); voxels labelled <see cref="Ignored"/>
/// count for nothing.
/// </summary>
internal static class Losses
{
    /// <summary>The label of voxels that nobody labelled.</summary>
    internal const long Ignored = -100;

    // Keeps a phase that is neither in the labels nor predicted from dividing by zero, and calls it fully right.
    private const double Smoothing = 1;

    // Lin et al., ICCV 2017, section 3: the best of those they tried.
    private const double Focusing = 2;

    /// <param name="kind">The loss.</param>
    /// <param name="logits">Of the network.</param>
    /// <param name="labels">Int64; not all ignored.</param>
    /// <param name="weights">
    /// How much each phase counts, (phases); null for all alike. Sums over voxels are divided by the sum of their weights, so that only the
    /// weights' ratios matter.
    /// </param>
    internal static Tensor Compute(LossKind kind, Tensor logits, Tensor labels, Tensor? weights = null) => kind switch
    {
        LossKind.CrossEntropy => CrossEntropy(logits, labels, weights),
        LossKind.Dice => Dice(logits, labels, weights),
        LossKind.Both => CrossEntropy(logits, labels, weights).add(Dice(logits, labels, weights)),
        LossKind.Focal => Focal(logits, labels, weights),
        LossKind.SegmentpyDice => SegmentpyDice(logits, labels, weights),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a loss."),
    };

    private static Tensor CrossEntropy(Tensor logits, Tensor labels, Tensor? weights) =>
        nn.functional.cross_entropy(logits, labels, weights, ignore_index: Ignored);

    private static Tensor Dice(Tensor logits, Tensor labels, Tensor? weights)
    {
        long[] overVoxels = [0, .. Enumerable.Range(2, (int)logits.dim() - 2)];
        var (probabilities, truth) = Shares(logits, labels);
        var common = probabilities.mul(truth).sum(overVoxels).mul(2.0.ToScalar()).add(Smoothing.ToScalar());
        var both = probabilities.sum(overVoxels).add(truth.sum(overVoxels)).add(Smoothing.ToScalar());
        var ratios = common.div(both);
        var mean = weights is null ? ratios.mean() : ratios.mul(weights).sum().div(weights.sum());
        return mean.neg().add(1.0.ToScalar());
    }

    private static Tensor Focal(Tensor logits, Tensor labels, Tensor? weights)
    {
        var logarithms = nn.functional.log_softmax(logits, 1);
        var ignored = labels.eq(Ignored.ToScalar());
        var known = labels.masked_fill(ignored, 0L.ToScalar());
        var logarithm = logarithms.gather(1, known.unsqueeze(1)).squeeze(1);
        var counted = ignored.logical_not().to_type(ScalarType.Float32);
        if (weights is not null)
            counted = counted.mul(weights.index_select(0, known.reshape(-1)).reshape(known.shape));
        var wrong = logarithm.exp().neg().add(1.0.ToScalar());
        return logarithm.neg().mul(wrong.pow(Focusing.ToScalar())).mul(counted).sum().div(counted.sum());
    }

    private static Tensor SegmentpyDice(Tensor logits, Tensor labels, Tensor? weights)
    {
        var (probabilities, truth) = Shares(logits, labels);
        var (common, both) = (probabilities.mul(truth), probabilities.add(truth));
        if (weights is not null)
        {
            var byPhase = weights.reshape([1, -1, .. Enumerable.Repeat(1L, (int)logits.dim() - 2)]);
            (common, both) = (common.mul(byPhase), both.mul(byPhase));
        }
        return common.sum().mul(2.0.ToScalar()).div(both.sum()).neg().add(1.0.ToScalar());
    }

    /// <summary>The probability of every phase, and 1 for the true one; 0 for all where nobody labelled.</summary>
    private static (Tensor Probabilities, Tensor Truth) Shares(Tensor logits, Tensor labels)
    {
        var ignored = labels.eq(Ignored.ToScalar());
        var known = ignored.logical_not().unsqueeze(1).to_type(ScalarType.Float32);
        var probabilities = nn.functional.softmax(logits, 1).mul(known);
        // one_hot puts the phases last.
        var last = labels.dim();
        var truth = nn.functional.one_hot(labels.masked_fill(ignored, 0L.ToScalar()), logits.shape[1])
            .permute([0, last, .. Enumerable.Range(1, (int)last - 1)]).to_type(ScalarType.Float32).mul(known);
        return (probabilities, truth);
    }
}
