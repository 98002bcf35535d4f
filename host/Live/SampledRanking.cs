using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Live;

/// <summary>Where to label next, for sessions that cannot say: slices spread over the volume, by mean uncertainty and distance to the labelled ones.</summary>
internal static class SampledRanking
{
    private const int MostSlices = 16;

    /// <param name="session">Predicts the slices.</param>
    /// <param name="strokes">What is labelled.</param>
    /// <param name="count">How many slices at most.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static IReadOnlyList<SliceSuggestion> Of(ILiveSession session, LiveStrokes strokes, int count, CancellationToken cancellationToken)
    {
        var (shape, samples) = (strokes.Shape, Math.Min(MostSlices, strokes.Shape.Depth));
        var result = new List<SliceSuggestion>();
        for (var sample = 0; sample < samples; sample++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // In the middle of equal parts of the volume.
            var z = (int)((((2L * sample) + 1) * shape.Depth) / (2 * samples));
            var region = new LiveRegion(new VoxelBox(z, 0, 0, 1, shape.Height, shape.Width));
            session.Predict(region, null, cancellationToken);
            var uncertainty = Mean(region.Uncertainty.Span) / 255;
            var away = strokes.Slices.Min(labelled => Math.Abs(labelled - z));
            var novelty = Math.Min(1, (double)away * 2 / Math.Max(1, shape.Depth - 1));
            result.Add(new SliceSuggestion(z, uncertainty * novelty, uncertainty, novelty, $"{uncertainty * 100:0.0} % undecided, {away} slices away"));
        }
        return [.. result.OrderByDescending(slice => slice.Score).ThenBy(slice => slice.Slice).Take(count)];
    }

    private static double Mean(ReadOnlySpan<byte> values)
    {
        long sum = 0;
        foreach (var value in values)
            sum += value;
        return (double)sum / values.Length;
    }
}
