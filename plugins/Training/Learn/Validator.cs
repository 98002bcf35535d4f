using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Predict;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Judges a network by the regions that were held back.</summary>
internal sealed class Validator(IReadOnlyList<ValidationRegion> regions, SlicePredictor predictor, int phases, int halo, int alignment)
{
    /// <summary>Call it with the network in evaluation mode.</summary>
    internal ConfusionMatrix Judge(CancellationToken cancellationToken)
    {
        var matrix = new ConfusionMatrix(phases);
        foreach (var (slice, firstRow) in regions)
        {
            // The rows above are context: predicted with the region, not judged.
            var top = Math.Max(0, firstRow - halo) / alignment * alignment;
            var predicted = new byte[(slice.Height - top) * slice.Width];
            predictor.Predict(slice.Grey.AsSpan(top * slice.Width), slice.Height - top, slice.Width, predicted, null, cancellationToken);
            matrix.Add(slice.Labels.AsSpan(firstRow * slice.Width), predicted.AsSpan((firstRow - top) * slice.Width));
        }
        return matrix;
    }
}
