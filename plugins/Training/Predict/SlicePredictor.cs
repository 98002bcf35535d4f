using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>Labels slices with a network of two dimensions. Patches give what the whole slice would, as <see cref="WindowEngine"/> says.</summary>
internal sealed class SlicePredictor
{
    private readonly WindowEngine _engine;

    /// <param name="network">Lent.</param>
    /// <param name="geometry">Of the network.</param>
    /// <param name="device">Where the network lies.</param>
    /// <param name="patchSize">Edge of the patches' cores, or 0 to choose.</param>
    internal SlicePredictor(nn.Module<Tensor, Tensor> network, NetworkGeometry geometry, Device device, int patchSize = 0) =>
        _engine = new WindowEngine(network, geometry, device, patchSize);

    /// <summary>Labels one slice. Call it with the network in evaluation mode.</summary>
    /// <param name="grey">Normalised: as many planes one after the other as the network has inputs, each row by row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="labels">Filled with the most probable phase of each voxel.</param>
    /// <param name="probabilities">Per phase, filled with its probability from 0 to 255; or null.</param>
    /// <param name="cancellationToken">Looked at between patches.</param>
    internal void Predict(
        ReadOnlySpan<float> grey, int height, int width, Span<byte> labels, IReadOnlyList<Memory<byte>>? probabilities, CancellationToken cancellationToken)
    {
        var shape = new BlockShape(grey.Length / (height * width), 1, height, width);
        PredictBytes.Run(_engine, grey, shape, labels, probabilities, cancellationToken);
    }
}
