using TorchSharp;

namespace VolumeViewer.Plugins.Networks;

/// <summary>What follows a convolution.</summary>
internal enum Activation
{
    /// <summary>x where positive, 0.1·x elsewhere.</summary>
    LeakyRelu,

    /// <summary>x where positive, 0 elsewhere.</summary>
    Relu,

    /// <summary>1 / (1 + exp(−x)).</summary>
    Sigmoid,

    /// <summary>tanh x.</summary>
    Tanh,
}

internal static class ActivationModules
{
    private const double LeakySlope = 0.1;

    /// <summary>A module without parameters; it overwrites its input, which saves a copy of every feature map.</summary>
    internal static torch.nn.Module<torch.Tensor, torch.Tensor> Create(this Activation activation) => activation switch
    {
        Activation.LeakyRelu => torch.nn.LeakyReLU(LeakySlope, inplace: true),
        Activation.Relu => torch.nn.ReLU(inplace: true),
        Activation.Sigmoid => torch.nn.Sigmoid(inplace: true),
        Activation.Tanh => torch.nn.Tanh(inplace: true),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation."),
    };
}
