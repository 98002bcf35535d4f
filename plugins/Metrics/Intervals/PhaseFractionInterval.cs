using VolumeViewer.Plugins.Metrics.Correlation;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Intervals;

/// <summary>
/// How far the volume fraction of a phase in a sample may lie from that of the material: from the integral range, which is the volume that one independent sample takes
/// (Lantuéjoul 1991; Kanit et al. 2003; for images Dahari et al. 2025).
/// </summary>
/// <remarks>
/// The variance of the fraction is Σ C(h) n(h) / n², with the covariance C and the number n(h) of pairs of labelled voxels at a lag h. Averaging over blocks of voxels changes the
/// covariance but not this sum, so that it is taken over at most 2¹⁸ blocks, which keeps it fast in any volume. Beyond the distance where the covariance first falls to nothing
/// it is noise, and is left out. That the mean is that of the sample itself lowers the covariance by the variance wanted, which is given back.
/// 12 bytes for each block and phase.
/// </remarks>
internal sealed class PhaseFractionInterval
{
    private const int MostCells = 1 << 18;

    /// <summary>Two-sided 95 % quantile of the normal distribution.</summary>
    private const double Normal95 = 1.959963985;

    private readonly double _volume;

    private readonly bool _isPlanar;

    private PhaseFractionInterval(double fraction, double variance, double volume, bool isPlanar) =>
        (Fraction, Variance, _volume, _isPlanar) = (fraction, variance, volume, isPlanar);

    /// <summary>The phase's share of the labelled voxels.</summary>
    public double Fraction { get; }

    /// <summary>Variance of <see cref="Fraction"/>; NaN where the phase has no voxels, or all.</summary>
    public double Variance { get; }

    /// <summary>Half the width of the 95 % interval of the fraction.</summary>
    public double HalfWidth => Normal95 * Math.Sqrt(Variance);

    /// <summary>The integral range: the volume (for a single slice the area) that one independent sample takes, in the unit of the spacing.</summary>
    public double IntegralRange => Variance * _volume / (Fraction * (1 - Fraction));

    /// <summary>Edge of the cube (for a single slice the square) whose 95 % interval is ± a share of the fraction, in the unit of the spacing.</summary>
    /// <param name="relative">The share, such as 0.05.</param>
    public double EdgeFor(double relative)
    {
        var share = Normal95 / relative;
        return Math.Pow(IntegralRange * (1 - Fraction) / Fraction * share * share, _isPlanar ? 1 / 2.0 : 1 / 3.0);
    }

    /// <summary>The intervals of phases.</summary>
    /// <param name="labels">The volume; unlabelled voxels are left out.</param>
    /// <param name="phases">The labels of the phases.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>One for each phase, in their order.</returns>
    public static IReadOnlyList<PhaseFractionInterval> Of(LabelVolume labels, IReadOnlyList<int> phases, CancellationToken cancellationToken = default)
    {
        var cells = PhaseCells.Count(labels, phases, MostCells, cancellationToken);
        // Half of the volume along each axis: beyond, pairs are too few.
        var reach = (cells.Shape.Depth / 2, cells.Shape.Height / 2, cells.Shape.Width / 2);
        var pairs = Autocorrelation.Bounded(cells.Shape, reach, (z, y, row) => cells.LabelledRow(z, y).CopyTo(row), cancellationToken);
        return [.. phases.Select((_, index) => OfPhase(cells, index, labels.Spacing, pairs, cancellationToken))];
    }

    private static PhaseFractionInterval OfPhase(PhaseCells cells, int index, Spacing spacing, LagVolume pairs, CancellationToken cancellationToken)
    {
        var (labelled, inPhase) = cells.Totals(index);
        var (fraction, isPlanar) = (inPhase / labelled, cells.Shape.Depth == 1);
        var volume = labelled * spacing.Y * spacing.X * (isPlanar ? 1 : spacing.Z);
        if (!(fraction > 0 && fraction < 1))
            return new PhaseFractionInterval(fraction, double.NaN, volume, isPlanar);
        var mean = (float)fraction;
        var covariance = Autocorrelation.Bounded(cells.Shape, pairs.Reach, (z, y, row) =>
        {
            var all = cells.LabelledRow(z, y);
            var some = cells.PhaseRow(index, z, y);
            for (var x = 0; x < row.Length; x++)
                row[x] = some[x] - (mean * all[x]);
        }, cancellationToken);
        var (sum, seen) = SumWithinReach(covariance, pairs, spacing, cells.Edge);
        return new PhaseFractionInterval(fraction, Math.Max(sum, 0) / ((labelled * labelled) - seen), volume, isPlanar);
    }

    // Σ C(h) n(h) and Σ n(h) over the lags nearer than the distance at which the covariance of a shell is first not positive.
    private static (double Sum, double Pairs) SumWithinReach(LagVolume covariance, LagVolume pairs, Spacing spacing, int edge)
    {
        var width = edge * Math.Min(spacing.Y, spacing.X);
        var shells = RadialShells.Of(covariance, pairs, spacing, edge, width);
        double sum = 0, seen = 0;
        for (var shell = 0; shell < shells.Count && shells.Sum[shell] > 0; shell++)
        {
            sum += shells.Sum[shell];
            seen += shells.Weight[shell];
        }
        return (sum, seen);
    }
}
