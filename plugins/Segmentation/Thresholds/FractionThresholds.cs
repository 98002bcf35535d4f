using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>Thresholds that come nearest to given volume fractions.</summary>
internal static class FractionThresholds
{
    private const double Tolerance = 1e-3;
    private const int MaxPhases = 16;

    /// <summary>The fractions, scaled so that they sum to 1 exactly.</summary>
    /// <exception cref="UserException">There are too few or too many, one is not positive, or they are too far from 1.</exception>
    public static double[] Normalised(IReadOnlyList<double> fractions)
    {
        var list = string.Join(", ", fractions);
        if (fractions.Count is < 2 or > MaxPhases)
            throw new UserException($"Volume fractions are needed for 2 to {MaxPhases} phases, got {fractions.Count} ({list}).");
        if (fractions.Any(fraction => !(fraction > 0)))
            throw new UserException($"Every phase needs a volume fraction above 0, got {list}; leave out phases that are not there.");
        var sum = fractions.Sum();
        return Math.Abs(sum - 1) <= Tolerance
            ? [.. fractions.Select(fraction => fraction / sum)]
            : throw new UserException($"The volume fractions {list} sum to {sum:0.######}, not to 1; give one for every phase, pores included.");
    }

    /// <summary>The share of voxels below each threshold.</summary>
    public static double[] Shares(IReadOnlyList<double> rising) => [.. Enumerable.Range(1, rising.Count - 1).Select(count => rising.Take(count).Sum())];

    /// <summary>Puts each threshold at or just above the grey of its rank, whichever comes nearer to the share that was asked for.</summary>
    /// <param name="greys">The grey at each share of <see cref="Shares"/>.</param>
    /// <param name="voxels">Voxels with a grey value.</param>
    /// <param name="rising">The fractions of the phases by rising grey.</param>
    /// <param name="wholeNumbers">Whether greys are whole numbers; thresholds then stand between two of them.</param>
    /// <exception cref="UserException">So many voxels share one grey that a phase would get none.</exception>
    public static float[] Choose(RankedGrey[] greys, long voxels, double[] rising, bool wholeNumbers)
    {
        var shares = Shares(rising);
        var thresholds = new float[greys.Length];
        long before = 0;
        for (var i = 0; i < greys.Length; i++)
        {
            var (grey, below, upTo) = greys[i];
            var wanted = shares[i] * voxels;
            var (fitsBelow, fitsAbove) = (below > before, upTo > before && upTo < voxels);
            if (!fitsBelow && !fitsAbove)
            {
                throw new UserException($"The volume fraction {(upTo >= voxels && upTo > before ? rising[i + 1] : rising[i]):0.######} cannot be reached: "
                    + $"{(upTo - below) / (double)voxels:0.####} of the voxels have the same grey {grey}, which no threshold can split. "
                    + "Ask for fewer phases, or smooth the volume first.");
            }
            var takeAbove = fitsAbove && (!fitsBelow || upTo - wanted < wanted - below);
            before = takeAbove ? upTo : below;
            // From 2²³ on there are no halves between floats, and the next float is as good.
            var betweenWholes = wholeNumbers && MathF.Abs(grey) < 1 << 22;
            thresholds[i] = takeAbove ? (betweenWholes ? grey + 0.5f : MathF.BitIncrement(grey)) : betweenWholes ? grey - 0.5f : grey;
        }
        return thresholds;
    }
}
