using TorchSharp.Modules;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Networks;

/// <summary>Makes the layers of a network as its options ask, in two or three dimensions.</summary>
/// <remarks>
/// Weights begin as torch's own layers draw them. Stages are plain sequences of convolution, normalisation and activation, so that whoever predicts can
/// merge a batch normalisation into the convolution before it.
/// </remarks>
internal sealed class LayerKit(int dimensions, ConvolutionOptions options)
{
    internal int Dimensions => dimensions;

    /// <summary>A convolution that keeps the lengths.</summary>
    internal nn.Module<Tensor, Tensor> Convolution(int inputs, int outputs, int size, bool bias) => dimensions == 2
        ? nn.Conv2d(inputs, outputs, size, padding: (long)(size / 2), bias: bias)
        : nn.Conv3d(inputs, outputs, size, padding: (long)(size / 2), bias: bias);

    /// <summary>The last layer: a convolution to the logits.</summary>
    internal nn.Module<Tensor, Tensor> Logits(int inputs, int phases, int size) => Convolution(inputs, phases, size, bias: true);

    /// <summary>A transposed convolution that doubles the lengths.</summary>
    internal nn.Module<Tensor, Tensor> Up(int inputs, int outputs, bool bias) => dimensions == 2
        ? nn.ConvTranspose2d(inputs, outputs, 2, stride: 2, bias: bias)
        : nn.ConvTranspose3d(inputs, outputs, 2, stride: 2, bias: bias);

    internal nn.Module<Tensor, Tensor> Pool() => dimensions == 2 ? nn.MaxPool2d(2) : nn.MaxPool3d(2);

    /// <summary>Convolution, normalisation and activation, once for each of the widths; then dropout.</summary>
    internal Sequential Stage(int inputs, params ReadOnlySpan<int> widths)
    {
        var layers = new List<nn.Module<Tensor, Tensor>>();
        foreach (var width in widths)
        {
            layers.AddRange(NormalisedConvolution(inputs, width, options.KernelSize));
            layers.Add(Activate());
            inputs = width;
        }
        return nn.Sequential(layers.Concat(Dropout()));
    }

    /// <summary>One convolution and its activation without normalisation; then dropout.</summary>
    internal Sequential PlainStage(int inputs, int outputs, Activation activation) => nn.Sequential(
        [Convolution(inputs, outputs, options.KernelSize, bias: true), Activate(activation), .. Dropout()]);

    /// <summary>A convolution and its normalisation. The normalisation takes away any constant that a bias before it would add.</summary>
    internal IEnumerable<nn.Module<Tensor, Tensor>> NormalisedConvolution(int inputs, int outputs, int size)
    {
        yield return Convolution(inputs, outputs, size, bias: options.Normalisation == NormalisationLayer.None);
        if (options.Normalisation == NormalisationLayer.Channel)
            yield return new ChannelNorm(outputs);
        else if (options.Normalisation == NormalisationLayer.Batch)
            yield return dimensions == 2
                ? nn.BatchNorm2d(outputs, momentum: options.BatchNormMomentum)
                : nn.BatchNorm3d(outputs, momentum: options.BatchNormMomentum);
    }

    internal nn.Module<Tensor, Tensor> Activate() => Activate(options.Activation);

    /// <summary>A layer that drops values in training; none where nothing is to be dropped.</summary>
    internal IEnumerable<nn.Module<Tensor, Tensor>> Dropout() => options.Dropout > 0 ? [nn.Dropout(options.Dropout)] : [];

    // Most overwrite their input, which saves a copy of every feature map.
    private nn.Module<Tensor, Tensor> Activate(Activation activation) => activation switch
    {
        Activation.LeakyRelu => nn.LeakyReLU(options.LeakySlope, inplace: true),
        Activation.Relu => nn.ReLU(inplace: true),
        Activation.Sigmoid => nn.Sigmoid(inplace: true),
        Activation.Tanh => nn.Tanh(inplace: true),
        Activation.Elu => nn.ELU(inplace: true),
        Activation.Gelu => nn.GELU(),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation."),
    };
}
