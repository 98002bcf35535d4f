using System.Buffers;

using VolumeViewer.Plugins.Training.Predict.Combine;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>Labels a whole block, with its probabilities as bytes where they are asked for.</summary>
internal static class PredictBytes
{
    internal static void Run(
        WindowEngine engine, ReadOnlySpan<float> grey, BlockShape shape, Span<byte> labels, IReadOnlyList<Memory<byte>>? probabilities,
        CancellationToken cancellationToken)
    {
        var planes = new Span1D(0, shape.Depth);
        if (probabilities is null)
        {
            engine.Run(grey, shape, planes, new LabelSink(shape, labels, []), cancellationToken);
            return;
        }
        var length = checked(shape.Voxels * probabilities.Count);
        var rented = ArrayPool<float>.Shared.Rent(length);
        try
        {
            var shares = rented.AsSpan(0, length);
            engine.Run(grey, shape, planes, new LabelSink(shape, labels, shares), cancellationToken);
            for (var phase = 0; phase < probabilities.Count; phase++)
                Shares.ToBytes(shares, probabilities.Count, phase, probabilities[phase].Span[..shape.Voxels]);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }
}
