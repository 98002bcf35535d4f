using System.Reflection;

using TorchSharp;
using TorchSharp.Modules;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Predict.Speed;

/// <summary>Merges batch normalisations into the convolutions before them: at prediction both are linear, and one pass over the feature maps is saved.</summary>
/// <remarks>
/// Logits change in their last bits, as sums are rounded elsewhere. Of a network it finds the sequences of layers (<see cref="Sequential"/>) that its
/// modules hold in fields; a network that is built in another way keeps its normalisations.
/// </remarks>
internal static class NetworkFolding
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Changes a network in place; it cannot be trained on, nor its weights be saved, afterwards.</summary>
    /// <param name="network">With its weights, in evaluation mode.</param>
    /// <returns>How many normalisations were merged.</returns>
    internal static int Fold(nn.Module network)
    {
        using var scope = NewDisposeScope();
        using var constant = no_grad();
        var folded = 0;
        foreach (var module in network.modules().Append(network).ToList())
        {
            // A sequence cannot be changed once it is made: the field that holds it gets another one.
            for (var type = module.GetType(); type is not null && type.Assembly != typeof(nn.Module).Assembly; type = type.BaseType)
            {
                foreach (var field in type.GetFields(Own))
                    FoldField(module, field, ref folded);
            }
        }
        return folded;
    }

    private static void FoldField(nn.Module module, FieldInfo field, ref int folded)
    {
        switch (field.GetValue(module))
        {
            case Sequential sequence when Folded(sequence, ref folded) is var shorter && !ReferenceEquals(shorter, sequence):
                field.SetValue(module, shorter);
                break;
            case Array { Rank: 1 } several:
                for (var i = 0; i < several.Length; i++)
                {
                    if (several.GetValue(i) is Sequential each)
                        several.SetValue(Folded(each, ref folded), i);
                }
                break;
        }
    }

    private static Sequential Folded(Sequential sequence, ref int folded)
    {
        // What derives from it may do more than call one module after the other.
        if (sequence.GetType() != typeof(Sequential))
            return sequence;
        var (layers, isChanged) = (new List<nn.Module<Tensor, Tensor>>(), false);
        for (var i = 0; i < sequence.Count; i++)
        {
            var layer = (nn.Module<Tensor, Tensor>)sequence[i];
            if (layer is Sequential inner && Folded(inner, ref folded) is var shorter && !ReferenceEquals(shorter, inner))
                (layer, isChanged) = (shorter, true);
            if (layer is BatchNorm2d or BatchNorm3d && layers.Count > 0 && layers[^1] is Conv2d or Conv3d
                && TryMerge((Convolution)layers[^1], (NormBase)layer))
            {
                (folded, isChanged) = (folded + 1, true);
                continue;
            }
            layers.Add(layer);
        }
        if (!isChanged)
            return sequence;
        var result = nn.Sequential(layers);
        result.eval();
        return result;
    }

    // ((W∗x + b) − mean) · s + shift, with s = scale / √(variance + ε).
    private static bool TryMerge(Convolution convolution, NormBase norm)
    {
        if (norm.training || norm.running_mean is not { } mean || norm.running_var is not { } variance || convolution.transposed)
            return false;
        var factor = variance.to_type(ScalarType.Float64).add(norm.eps.ToScalar()).rsqrt();
        if (norm.affine)
            factor = factor.mul(norm.weight.to_type(ScalarType.Float64));
        var shift = mean.to_type(ScalarType.Float64).neg();
        if (convolution.bias is { } bias)
            shift = shift.add(bias.to_type(ScalarType.Float64));
        shift = shift.mul(factor);
        if (norm.affine)
            shift = shift.add(norm.bias!.to_type(ScalarType.Float64));
        long[] perOutput = [convolution.out_channels, .. convolution.kernel_size.Select(_ => 1L), 1];
        var weight = convolution.weight.to_type(ScalarType.Float64).mul(factor.view(perOutput)).to_type(ScalarType.Float32);
        convolution.weight = nn.Parameter(weight.DetachFromDisposeScope(), requires_grad: false);
        convolution.bias = nn.Parameter(shift.to_type(ScalarType.Float32).DetachFromDisposeScope(), requires_grad: false);
        return true;
    }
}
