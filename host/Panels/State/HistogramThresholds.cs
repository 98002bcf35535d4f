namespace VolumeViewer.Host.Panels;

/// <summary>Parts a histogram into classes.</summary>
internal static class HistogramThresholds
{
    /// <summary>
    /// The limits between classes with the greatest variance between them (Otsu 1979, for several classes), found exactly by the sums over all
    /// ranges of bins and the best parting of every beginning (Liao, Chen and Chung 2001).
    /// </summary>
    /// <param name="counts">The histogram.</param>
    /// <param name="classes">2 or more.</param>
    /// <returns>The first bin of every class but the lowest, and the mean bin of each class; nothing where fewer bins than classes are filled.</returns>
    public static (int[] Firsts, double[] Means)? Otsu(IReadOnlyList<double> counts, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        var bins = counts.Count;
        if (counts.Count(count => count > 0) < classes)
            return null;
        var (weights, sums) = (new double[bins + 1], new double[bins + 1]);
        for (var bin = 0; bin < bins; bin++)
            (weights[bin + 1], sums[bin + 1]) = (weights[bin] + counts[bin], sums[bin] + (counts[bin] * bin));
        double Share(int from, int to) => weights[to] - weights[from] is > 0 and var weight ? (sums[to] - sums[from]) * (sums[to] - sums[from]) / weight : double.NegativeInfinity;

        // best[k][to]: the most that k + 1 classes over the first `to` bins can have; from[k][to]: where the last of them begins.
        var best = new double[classes, bins + 1];
        var from = new int[classes, bins + 1];
        for (var to = 0; to <= bins; to++)
            best[0, to] = Share(0, to);
        for (var parts = 1; parts < classes; parts++)
        {
            for (var to = 0; to <= bins; to++)
            {
                best[parts, to] = double.NegativeInfinity;
                for (var start = parts; start < to; start++)
                {
                    if (best[parts - 1, start] + Share(start, to) is var value && value > best[parts, to])
                        (best[parts, to], from[parts, to]) = (value, start);
                }
            }
        }
        var (firsts, means, end) = (new int[classes - 1], new double[classes], bins);
        for (var parts = classes - 1; parts >= 0; parts--)
        {
            var start = parts == 0 ? 0 : from[parts, end];
            means[parts] = (sums[end] - sums[start]) / (weights[end] - weights[start]);
            if (parts > 0)
                firsts[parts - 1] = Between(counts, start);
            end = start;
        }
        return (firsts, means);
    }

    // Where bins between two classes are empty, all limits among them part as well: the middle one is the safest.
    private static int Between(IReadOnlyList<double> counts, int first)
    {
        var filled = first;
        while (counts[filled] <= 0)
            filled++;
        return (first + filled + 1) / 2;
    }
}
