using TorchSharp;

namespace VolumeViewer.Sdk.Neural;

/// <summary>A network architecture. Training and prediction know networks only through this.</summary>
/// <remarks>Usually made by deriving from <see cref="Network{TOptions}"/>.</remarks>
public interface INetwork : IContribution
{
    /// <summary>A sentence or two: where it comes from and what it is good at.</summary>
    string Description { get; }

    /// <summary>The options, such as width and kernel size, declared as parameters of operations are.</summary>
    ParameterSchema Options { get; }

    /// <summary>The facts that tiling needs.</summary>
    /// <param name="options">A record of the type of <see cref="Options"/>.</param>
    NetworkGeometry Geometry(object options);

    /// <summary>
    /// Builds the network with fresh weights drawn from torch's global generator. It takes float32 (N, <paramref name="inputs"/>, H, W), or
    /// (N, <paramref name="inputs"/>, D, H, W), and gives logits (N, <paramref name="phases"/>, …) of the same lengths. The caller disposes it.
    /// </summary>
    /// <param name="inputs">Channels of the input, at least 1.</param>
    /// <param name="phases">Channels of the logits, at least 2.</param>
    /// <param name="options">A record of the type of <see cref="Options"/>.</param>
    torch.nn.Module<torch.Tensor, torch.Tensor> Build(int inputs, int phases, object options);
}
