namespace VolumeViewer.Plugins.Synthesis.Bias.Estimate;

/// <summary>
/// The wander of boundaries along themselves: the covariance of their advances over the distance r of two places in a slice, fitted by σ²·exp(−r²/2ℓ²). Short
/// distances are left out, where the cutting into voxels adds scatter of its own, and so is what has fallen below a fifth, which is mostly chance.
/// </summary>
/// <param name="Amplitude">σ, in voxels along x; 0 where there is no wander.</param>
/// <param name="Length">ℓ, in voxels along x; NaN where there is no wander.</param>
/// <param name="Covariances">By distance in whole voxels.</param>
internal sealed record WanderFit(double Amplitude, double Length, IReadOnlyList<double> Covariances)
{
    private const int FirstBin = 4;
    private const int Bins = 48;
    private const double Enough = 0.2;
    // Below this variance the voxels' own scatter hides all.
    private const double LeastVariance = 0.03;
    private const int MostRaysOfSlice = 1500;

    /// <summary>Fits to rays, with their pairs' means and what the grey explains taken off.</summary>
    internal static WanderFit Of(IReadOnlyList<BoundaryRay> rays, IReadOnlyList<PairShift> shifts, double preference, double aspectY)
    {
        var means = shifts.ToDictionary(shift => (shift.First, shift.Second), shift => shift.Mean);
        var parts = rays.GroupBy(ray => ray.Z).Select(group => Thin([.. group])).AsParallel().AsOrdered().Select(slice =>
            Sums([.. slice.Select(ray => (ray.Y * aspectY, (double)ray.X, ray.Advance - (preference * ray.Pull) - means[(ray.First, ray.Second)]))])).ToList();
        var covariances = new double[Bins];
        var counts = new long[Bins];
        for (var bin = 0; bin < Bins; bin++)
        {
            counts[bin] = parts.Sum(part => part.Counts[bin]);
            covariances[bin] = counts[bin] > 0 ? parts.Sum(part => part.Sums[bin]) / counts[bin] : double.NaN;
        }
        return Fit(covariances, counts);
    }

    private static WanderFit Fit(double[] covariances, long[] counts)
    {
        if (!(covariances[FirstBin] > LeastVariance))
            return new WanderFit(0, double.NaN, covariances);
        // A straight line through ln C over r², each bin as heavy as its logarithm is sure.
        double weights = 0, x = 0, y = 0, xx = 0, xy = 0;
        var used = 0;
        for (var bin = FirstBin; bin < Bins && covariances[bin] > Enough * covariances[FirstBin]; bin++, used++)
        {
            var (weight, square, logarithm) = (counts[bin] * covariances[bin] * covariances[bin], (double)bin * bin, Math.Log(covariances[bin]));
            (weights, x, y, xx, xy) = (weights + weight, x + (weight * square), y + (weight * logarithm), xx + (weight * square * square), xy + (weight * square * logarithm));
        }
        var slope = used < 2 ? double.NaN : ((weights * xy) - (x * y)) / ((weights * xx) - (x * x));
        return slope < 0 ? new WanderFit(Math.Exp(((y - (slope * x)) / weights) / 2), Math.Sqrt(-1 / (2 * slope)), covariances)
            : new WanderFit(Math.Sqrt(covariances[FirstBin]), double.NaN, covariances);
    }

    private static BoundaryRay[] Thin(BoundaryRay[] rays)
    {
        var step = (rays.Length + MostRaysOfSlice - 1) / MostRaysOfSlice;
        return step <= 1 ? rays : [.. rays.Where((_, i) => i % step == 0)];
    }

    private static (double[] Sums, long[] Counts) Sums((double Y, double X, double Value)[] places)
    {
        var (sums, counts) = (new double[Bins], new long[Bins]);
        for (var i = 0; i < places.Length; i++)
        {
            for (var j = i; j < places.Length; j++)
            {
                var (down, across) = (places[i].Y - places[j].Y, places[i].X - places[j].X);
                var bin = (int)Math.Round(Math.Sqrt((down * down) + (across * across)));
                if (bin >= Bins)
                    continue;
                sums[bin] += places[i].Value * places[j].Value;
                counts[bin]++;
            }
        }
        return (sums, counts);
    }
}
