namespace VolumeViewer.Plugins.Metrics.Intervals;

/// <summary>The interval of a mean over voxels, objects or lengths that are spread unevenly over independent blocks: a ratio of two sums.</summary>
internal static class RatioInterval
{
    /// <summary>Half the width of the 95 % interval of Σ sums / Σ counts, from the scatter of the blocks about it (the ratio estimator: Cochran 1977, chapter 6).</summary>
    /// <param name="sums">Sum of the property in each block.</param>
    /// <param name="counts">What it is divided by in each block; blocks with 0 count as samples with nothing in them.</param>
    /// <returns>NaN if fewer than two blocks have anything.</returns>
    public static double HalfWidth(ReadOnlySpan<double> sums, ReadOnlySpan<double> counts)
    {
        double sum = 0, count = 0;
        var filled = 0;
        for (var block = 0; block < sums.Length; block++)
        {
            sum += sums[block];
            count += counts[block];
            filled += counts[block] > 0 ? 1 : 0;
        }
        if (filled < 2)
            return double.NaN;
        var ratio = sum / count;
        double squares = 0;
        for (var block = 0; block < sums.Length; block++)
        {
            var residual = sums[block] - (ratio * counts[block]);
            squares += residual * residual;
        }
        // Student's t, with as many samples as there are blocks that say something.
        var blocks = (double)sums.Length;
        return SampleInterval.Student95(filled - 1) * Math.Sqrt(squares * blocks / (blocks - 1)) / count;
    }
}
