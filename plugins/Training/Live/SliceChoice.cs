using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Live;

/// <summary>Chooses slices one after the other, by uncertainty times novelty.</summary>
internal static class SliceChoice
{
    /// <param name="labelled">The slices with labels.</param>
    /// <param name="candidates">Those to choose from.</param>
    /// <param name="count">How many at most.</param>
    internal static IReadOnlyList<SliceSuggestion> Best(IReadOnlyList<SliceLook> labelled, IReadOnlyList<SliceLook> candidates, int count)
    {
        var all = labelled.Concat(candidates).ToList();
        var length = all.Count > 0 ? all.Max(look => look.Features.Count) : 0;
        var scales = Enumerable.Range(0, length).Select(feature => Spread([.. all.Select(look => At(look, feature))])).ToArray();
        double Distance(SliceLook one, SliceLook other) => Math.Sqrt(Enumerable.Range(0, length)
            .Sum(feature => scales[feature] > 0 ? Math.Pow((At(one, feature) - At(other, feature)) / scales[feature], 2) : 0));

        // The largest distance there is counts as 1.
        var widest = candidates.SelectMany(one => all.Select(other => Distance(one, other))).DefaultIfEmpty(0).Max();
        var (known, left, result) = (labelled.ToList(), candidates.ToList(), new List<SliceSuggestion>());
        while (result.Count < count && left.Count > 0)
        {
            double Novelty(SliceLook look) => known.Count == 0 ? 1 : widest > 0 ? known.Min(other => Distance(look, other)) / widest : 0;
            var best = left.OrderByDescending(look => look.Uncertainty * Novelty(look)).ThenByDescending(look => look.Uncertainty).ThenBy(look => look.Slice).First();
            var novelty = Novelty(best);
            result.Add(new SliceSuggestion(best.Slice, best.Uncertainty * novelty, best.Uncertainty, novelty, Reason(best.Uncertainty, novelty, known.Count)));
            left.Remove(best);
            known.Add(best);
        }
        return result;
    }

    private static double At(SliceLook look, int feature) => feature < look.Features.Count ? look.Features[feature] : 0;

    private static double Spread(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        // What differs by rounding only says nothing.
        return deviation > 1e-9 * Math.Max(1, Math.Abs(mean)) ? deviation : 0;
    }

    private static string Reason(double uncertainty, double novelty, int known) => known == 0
        ? $"{uncertainty * 100:0.0} % undecided"
        : $"{uncertainty * 100:0.0} % undecided, {(novelty > 0.66 ? "very" : novelty > 0.33 ? "quite" : "hardly")} new";
}
