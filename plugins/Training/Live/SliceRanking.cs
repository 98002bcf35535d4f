using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Live;

/// <summary>
/// Where to label next: slices by mean uncertainty times novelty. Novelty is the distance of a slice's pooled features to those of the nearest labelled slice,
/// and a slice that is suggested counts as labelled for those after it, so that the list does not name one place again and again.
/// </summary>
internal sealed class SliceRanking(SliceCache slices, RegionPredictor predictor)
{
    /// <summary>Slices looked at while the user waits.</summary>
    internal const int FewSlices = 16;

    /// <param name="labelled">Slices with labels.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="samples">How many slices to look at, besides the labelled ones.</param>
    /// <param name="progress">Told of each slice.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    internal IReadOnlyList<SliceSuggestion> Rank(IReadOnlySet<int> labelled, int count, int samples, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        var shape = slices.Shape;
        samples = Math.Min(samples, shape.Depth);
        var known = Spread([.. labelled.Order()], FewSlices);
        // In the middle of equal parts of the volume.
        var asked = Enumerable.Range(0, samples).Select(sample => (int)((((2L * sample) + 1) * shape.Depth) / (2 * samples))).Where(z => !labelled.Contains(z)).ToList();
        var looked = new List<SliceLook>();
        foreach (var z in known.Concat(asked))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var region = new LiveRegion(new VoxelBox(z, 0, 0, 1, shape.Height, shape.Width));
            predictor.Fill(region, cancellationToken);
            looked.Add(SliceLook.Of(z, slices.Get(z), region));
            progress?.Report(new JobProgress((double)looked.Count / (known.Count + asked.Count), $"looking at slice {z}"));
        }
        return SliceChoice.Best([.. looked.Take(known.Count)], [.. looked.Skip(known.Count)], count);
    }

    private static List<int> Spread(IReadOnlyList<int> all, int most) =>
        all.Count <= most ? [.. all] : [.. Enumerable.Range(0, most).Select(i => all[(int)((long)i * all.Count / most)])];
}
