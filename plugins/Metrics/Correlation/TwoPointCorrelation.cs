using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>
/// Two-point correlation S₂(h) of a phase: how likely two voxels are both of the phase if they lie a lag h apart (Torquato 2002), with what follows from it.
/// </summary>
/// <remarks>Memory is that of <see cref="Autocorrelation"/>; with unlabelled voxels the pairs are counted by a second one.</remarks>
internal sealed class TwoPointCorrelation
{
    // Below, the logarithm is more noise than decay.
    private const double LeastFitted = 0.1;

    private readonly LagVolume _both;

    private readonly LagVolume _pairs;

    private readonly Spacing _spacing;

    private TwoPointCorrelation(LagVolume both, LagVolume? covariance, LagVolume pairs, Spacing spacing, double fraction)
    {
        (_both, _pairs, _spacing, Fraction) = (both, pairs, spacing, fraction);
        var width = spacing.Finest;
        var shells = RadialShells.Of(both, pairs, spacing, 1, width);
        var known = Enumerable.Range(0, shells.Count).Where(shell => shells.Weight[shell] > 0.5).ToArray();
        Distances = [.. known.Select(shell => shells.Distance[shell])];
        Radial = [.. known.Select(shell => shells.Sum[shell] / shells.Weight[shell])];
        var variance = fraction * (1 - fraction);
        if (covariance is null)
        {
            Normalised = [.. Radial.Select(value => (value - (fraction * fraction)) / variance)];
            return;
        }
        var centred = RadialShells.Of(covariance, pairs, spacing, 1, width);
        Normalised = [.. known.Select(shell => centred.Sum[shell] / (centred.Weight[shell] * variance))];
    }

    /// <summary>The phase's share of the labelled voxels.</summary>
    public double Fraction { get; }

    /// <summary>Lengths of lags, ascending from 0, in the unit of the spacing.</summary>
    public IReadOnlyList<double> Distances { get; }

    /// <summary>S₂ at those lengths, averaged over all directions.</summary>
    public IReadOnlyList<double> Radial { get; }

    /// <summary>
    /// ρ, the covariance over ε − ε², at those lengths. In a volume that does not repeat, voxels near the faces are in fewer pairs, so that it is measured about the mean itself
    /// rather than as S₂ − ε².
    /// </summary>
    public IReadOnlyList<double> Normalised { get; }

    /// <summary>
    /// Surface of the phase per volume from the slope of S₂ at the origin, S = −4 dS₂/dr (Debye, Anderson and Brumberger 1957): the steps to the neighbouring voxels,
    /// averaged over all directions by the solid angle that is nearest to each. For a single slice the directions within it stand for all.
    /// </summary>
    public double SpecificSurface => NeighbourDirections.Of(_spacing, _both.Reach).Sum(step =>
        step.Weight * 4 * (At(0, 0, 0) - At(step.Z, step.Y, step.X)) / step.Length);

    /// <summary>∫ ρ dr from 0 to where ρ first falls to nothing; NaN if it does not within the reach.</summary>
    public double IntegralLength
    {
        get
        {
            double length = 0;
            for (var i = 1; i < Distances.Count; i++)
            {
                var (step, before, after) = (Distances[i] - Distances[i - 1], Normalised[i - 1], Normalised[i]);
                if (after <= 0)
                    return length + (before * before * step / (2 * (before - after)));
                length += (before + after) * step / 2;
            }
            return double.NaN;
        }
    }

    /// <summary>λ of ρ = exp(−r/λ) through the lags up to where ρ falls to 0.1, by least squares of the logarithm with the weight ρ²; NaN if there are none.</summary>
    public double ExponentialLength
    {
        get
        {
            double squares = 0, products = 0;
            for (var i = 1; i < Distances.Count && Normalised[i] > LeastFitted; i++)
            {
                var value = Normalised[i];
                squares += value * value * Distances[i] * Distances[i];
                products -= value * value * Distances[i] * Math.Log(value);
            }
            return products > 0 ? squares / products : double.NaN;
        }
    }

    /// <summary>Measures a phase.</summary>
    /// <param name="labels">The volume; pairs with unlabelled voxels do not count.</param>
    /// <param name="phase">The label of the phase.</param>
    /// <param name="reach">The largest lag along each axis, in voxels; less where the volume is shorter than twice that (periodic) or than that.</param>
    /// <param name="isPeriodic">Whether the volume repeats at its faces; otherwise only pairs within it count.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="UserException">The volume is periodic but has unlabelled voxels, or no voxel is labelled.</exception>
    public static TwoPointCorrelation Of(LabelVolume labels, int phase, int reach, bool isPeriodic, CancellationToken cancellationToken = default) =>
        Of(labels, [phase], reach, isPeriodic, cancellationToken);

    /// <summary>Measures several phases as if they were one, likewise.</summary>
    public static TwoPointCorrelation Of(LabelVolume labels, IReadOnlyList<int> phases, int reach, bool isPeriodic, CancellationToken cancellationToken = default)
    {
        var shape = labels.Shape;
        var (labelled, inPhase) = Count(labels, phases, cancellationToken);
        if (labelled == 0)
            throw new UserException("No voxel is labelled, so there is nothing to correlate.");
        var isWhole = labelled == shape.VoxelCount;
        if (isPeriodic && !isWhole)
            throw new UserException("A volume with unlabelled voxels does not repeat at its faces. Measure it without 'periodic', or crop it to what is labelled.");
        var limit = (int length) => Math.Min(reach, isPeriodic ? length / 2 : length - 1);
        var lags = (limit(shape.Depth), limit(shape.Height), limit(shape.Width));
        var mean = inPhase / (float)labelled;
        var (indicator, centred) = (Values(phases, 0), Values(phases, mean));
        FieldRow phaseRows = (z, y, row) => Indicate(labels.Slice(z).Slice(y * shape.Width, shape.Width), row, indicator);
        FieldRow centredRows = (z, y, row) => Indicate(labels.Slice(z).Slice(y * shape.Width, shape.Width), row, centred);
        var both = isPeriodic ? Autocorrelation.Periodic(shape, lags, phaseRows, cancellationToken) : Autocorrelation.Bounded(shape, lags, phaseRows, cancellationToken);
        var pairs = isWhole ? AllPairs(shape, lags, isPeriodic) : Autocorrelation.Bounded(shape, lags, (z, y, row) =>
        {
            var from = labels.Slice(z).Slice(y * shape.Width, shape.Width);
            for (var x = 0; x < row.Length; x++)
                row[x] = from[x] == LabelVolume.Unlabelled ? 0 : 1;
        }, cancellationToken);
        var covariance = isPeriodic ? null : Autocorrelation.Bounded(shape, lags, centredRows, cancellationToken);
        return new TwoPointCorrelation(both, covariance, pairs, labels.Spacing, inPhase / (double)labelled);
    }

    /// <summary>S₂ at a lag within the reach; NaN where there is no pair.</summary>
    public double At(int z, int y, int x) => _pairs[z, y, x] > 0.5 ? _both[z, y, x] / (double)_pairs[z, y, x] : double.NaN;

    /// <summary>S₂ at the lags 0, 1, 2 … along an axis, in voxels.</summary>
    public double[] Along(Axis axis)
    {
        var count = 1 + (axis switch { Axis.Z => _both.Reach.Z, Axis.Y => _both.Reach.Y, _ => _both.Reach.X });
        return [.. Enumerable.Range(0, count).Select(lag => At(axis == Axis.Z ? lag : 0, axis == Axis.Y ? lag : 0, axis == Axis.X ? lag : 0))];
    }

    // By label, what a voxel counts.
    private static float[] Values(IReadOnlyList<int> phases, float mean)
    {
        var values = new float[LabelVolume.Unlabelled + 1];
        Array.Fill(values, -mean);
        foreach (var phase in phases)
            values[phase] = 1 - mean;
        values[LabelVolume.Unlabelled] = 0;
        return values;
    }

    private static void Indicate(ReadOnlySpan<byte> from, Span<float> row, float[] values)
    {
        for (var x = 0; x < row.Length; x++)
            row[x] = values[from[x]];
    }

    private static (long Labelled, long InPhase) Count(LabelVolume labels, IReadOnlyList<int> phases, CancellationToken cancellationToken)
    {
        long unlabelled = 0, inPhase = 0;
        labels.ForEachSlice(z =>
        {
            Interlocked.Add(ref unlabelled, labels.Slice(z).Count(LabelVolume.Unlabelled));
            foreach (var phase in phases)
                Interlocked.Add(ref inPhase, labels.Slice(z).Count((byte)phase));
        }, cancellationToken);
        return (labels.Shape.VoxelCount - unlabelled, inPhase);
    }

    private static LagVolume AllPairs(VolumeShape shape, (int Z, int Y, int X) lags, bool isPeriodic)
    {
        var pairs = new LagVolume(lags);
        for (var z = 0; z <= lags.Z; z++)
        {
            for (var y = -lags.Y; y <= lags.Y; y++)
            {
                var row = pairs.Row(z, y);
                for (var x = -lags.X; x <= lags.X; x++)
                    row[x + lags.X] = isPeriodic ? shape.VoxelCount : (float)((long)(shape.Depth - z) * (shape.Height - Math.Abs(y)) * (shape.Width - Math.Abs(x)));
            }
        }
        return pairs;
    }
}
