using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>
/// The thresholds that make the variance between the classes of a histogram as large as it can be (Otsu, IEEE Trans. Syst. Man Cybern. 9
/// (1979) 62; several classes: Liao, Chen and Chung, J. Inf. Sci. Eng. 17 (2001) 713).
/// </summary>
internal static class MultiOtsu
{
    /// <summary>Splits a histogram.</summary>
    /// <param name="histogram">Counts over grey.</param>
    /// <param name="classes">At least two.</param>
    /// <returns>classes − 1 rising greys; a voxel at or above a threshold belongs to the brighter class.</returns>
    /// <exception cref="UserException">Fewer bins than classes hold a voxel.</exception>
    public static double[] Thresholds(GreyHistogram histogram, int classes)
    {
        var (counts, edges) = histogram;
        int[] filled = [.. Enumerable.Range(0, counts.Length).Where(bin => counts[bin] > 0)];
        if (filled.Length < classes)
        {
            throw new UserException($"The volume has only {filled.Length} distinct greys in {counts.Length} bins, which is too few for {classes} phases; "
                + $"ask for at most {filled.Length}, or take more bins.");
        }
        // Where bins between two classes are empty, the threshold stands in the middle of the gap.
        return [.. Split([.. filled.Select(bin => counts[bin])], filled, classes).Select(first => (edges[filled[first - 1] + 1] + edges[filled[first]]) / 2)];
    }

    /// <summary>Share of the histogram's variance that lies between the classes, from 0 to 1: Otsu's η.</summary>
    public static double Separability(GreyHistogram histogram, IReadOnlyList<double> thresholds)
    {
        var (counts, edges) = histogram;
        var voxels = new double[thresholds.Count + 1];
        var sums = new double[thresholds.Count + 1];
        double total = 0, sum = 0;
        for (var bin = 0; bin < counts.Length; bin++)
        {
            var grey = (edges[bin] + edges[bin + 1]) / 2;
            var label = thresholds.Count(threshold => grey >= threshold);
            voxels[label] += counts[bin];
            sums[label] += counts[bin] * grey;
            total += counts[bin];
            sum += counts[bin] * grey;
        }
        var mean = sum / total;
        var between = voxels.Zip(sums, (n, s) => n > 0 ? n * ((s / n) - mean) * ((s / n) - mean) : 0).Sum();
        var variance = counts.Select((count, bin) => count * Math.Pow(((edges[bin] + edges[bin + 1]) / 2) - mean, 2)).Sum();
        return between / variance;
    }

    /// <summary>Splits counts at places, none of them empty, into runs with the greatest variance between them.</summary>
    /// <remarks>
    /// With the mean taken off the places, that variance is the sum over the runs of (Σ n·x)² / Σ n, up to constants. Dynamic programming over
    /// the last run finds the exact optimum. The best start of the last run never moves down as its end moves up (the variance within runs
    /// obeys the quadrangle inequality), so halving the range of ends halves the range of starts: n log n steps per class instead of n².
    /// </remarks>
    /// <returns>The index of the first count of the second, third … run.</returns>
    internal static int[] Split(long[] counts, int[] places, int classes)
    {
        var bins = counts.Length;
        // Sums of whole numbers below 2⁵³ are exact, so equal histograms give equal thresholds on every machine.
        var middle = (long)Math.Round(counts.Zip(places, (count, place) => (double)count * place).Sum() / counts.Sum());
        var mass = new double[bins + 1];
        var moment = new double[bins + 1];
        for (var i = 0; i < bins; i++)
        {
            mass[i + 1] = mass[i] + counts[i];
            moment[i + 1] = moment[i] + ((double)counts[i] * (places[i] - middle));
        }
        // best[end]: the greatest value for the counts before end in as many runs as were made so far.
        var best = new double[bins + 1];
        for (var end = 1; end <= bins; end++)
            best[end] = Run(0, end);
        var starts = new int[classes][];
        for (var run = 1; run < classes; run++)
        {
            var next = new double[bins + 1];
            starts[run] = new int[bins + 1];
            Fill(run, run + 1, bins, run, bins - 1, best, next);
            best = next;
        }
        var result = new int[classes - 1];
        for (int run = classes - 1, end = bins; run > 0; run--)
            end = result[run - 1] = starts[run][end];
        return result;

        double Run(int start, int end)
        {
            var sum = moment[end] - moment[start];
            return sum * sum / (mass[end] - mass[start]);
        }

        // Ends from first to last, whose best starts lie between low and high.
        void Fill(int run, int first, int last, int low, int high, double[] before, double[] after)
        {
            if (first > last)
                return;
            var end = (first + last) / 2;
            var (value, start) = (double.NegativeInfinity, low);
            for (var candidate = low; candidate <= Math.Min(high, end - 1); candidate++)
            {
                var total = before[candidate] + Run(candidate, end);
                if (total > value)
                    (value, start) = (total, candidate);
            }
            (after[end], starts[run][end]) = (value, start);
            Fill(run, first, end - 1, low, start, before, after);
            Fill(run, end + 1, last, start, high, before, after);
        }
    }
}
