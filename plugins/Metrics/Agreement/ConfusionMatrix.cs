namespace VolumeViewer.Plugins.Metrics;

/// <summary>Voxels by the phase they have and the phase the reference gives them; unlabelled in either is left out.</summary>
/// <remarks>
/// A measure without a denominator is null, not 0 and not 1: a phase that is absent from both volumes says nothing about how well they agree.
/// Means are taken over the phases that have a value.
/// </remarks>
internal sealed class ConfusionMatrix
{
    private readonly long[,] _voxels;

    /// <param name="voxels">By [phase, reference phase].</param>
    /// <param name="ignored">Voxels that were left out.</param>
    public ConfusionMatrix(long[,] voxels, long ignored)
    {
        if (voxels.GetLength(0) != voxels.GetLength(1))
            throw new ArgumentException($"A confusion matrix is square, got {voxels.GetLength(0)} × {voxels.GetLength(1)}.", nameof(voxels));
        (_voxels, Ignored) = (voxels, ignored);
    }

    /// <summary>How many phases there are.</summary>
    public int Phases => _voxels.GetLength(0);

    /// <summary>Voxels unlabelled in either volume.</summary>
    public long Ignored { get; }

    /// <summary>Voxels labelled in both volumes.</summary>
    public long Compared => _voxels.Cast<long>().Sum();

    /// <summary>Share of the compared voxels that have the same phase in both.</summary>
    public double? Accuracy => Share(Enumerable.Range(0, Phases).Sum(phase => _voxels[phase, phase]), Compared);

    /// <summary>Mean of the phases' IoU.</summary>
    public double? MeanIoU => Mean(IoU);

    /// <summary>Mean of the phases' Dice coefficient.</summary>
    public double? MeanDice => Mean(Dice);

    /// <summary>Voxels that have one phase here and another in the reference.</summary>
    public long this[int phase, int referencePhase] => _voxels[phase, referencePhase];

    /// <summary>Voxels that have the phase.</summary>
    public long Voxels(int phase) => Enumerable.Range(0, Phases).Sum(other => _voxels[phase, other]);

    /// <summary>Voxels that the reference gives the phase.</summary>
    public long ReferenceVoxels(int phase) => Enumerable.Range(0, Phases).Sum(other => _voxels[other, phase]);

    /// <summary>Share of the voxels of a phase that the reference confirms.</summary>
    public double? Precision(int phase) => Share(_voxels[phase, phase], Voxels(phase));

    /// <summary>Share of the reference's voxels of a phase that were found.</summary>
    public double? Recall(int phase) => Share(_voxels[phase, phase], ReferenceVoxels(phase));

    /// <summary>Intersection over union of a phase.</summary>
    public double? IoU(int phase) => Share(_voxels[phase, phase], Voxels(phase) + ReferenceVoxels(phase) - _voxels[phase, phase]);

    /// <summary>Dice coefficient of a phase: twice the intersection over the sum of both.</summary>
    public double? Dice(int phase) => Share(2 * _voxels[phase, phase], Voxels(phase) + ReferenceVoxels(phase));

    /// <summary>How much greater the volume fraction of a phase is than in the reference, over the compared voxels.</summary>
    public double? VolumeFractionError(int phase) => Share(Voxels(phase) - ReferenceVoxels(phase), Compared);

    /// <summary>Mean of the phases' volume fraction errors, each without its sign.</summary>
    public double? MeanVolumeFractionError => Mean(phase => VolumeFractionError(phase) is { } error ? Math.Abs(error) : null);

    /// <summary>The same with two phases: 0 is the given one, 1 all others.</summary>
    public ConfusionMatrix Against(int phase)
    {
        var two = new long[2, 2];
        for (var row = 0; row < Phases; row++)
        {
            for (var column = 0; column < Phases; column++)
                two[row == phase ? 0 : 1, column == phase ? 0 : 1] += _voxels[row, column];
        }
        return new ConfusionMatrix(two, Ignored);
    }

    /// <summary>Picks the matched phases out of the counts of all pairs of labels.</summary>
    /// <param name="pairs">By [label, reference label], the unlabelled last: see <see cref="PairCounts"/>.</param>
    /// <param name="matched">The phases.</param>
    public static ConfusionMatrix OfPairs(long[,] pairs, IReadOnlyList<MatchedPhase> matched)
    {
        var voxels = new long[matched.Count, matched.Count];
        for (var row = 0; row < matched.Count; row++)
        {
            for (var column = 0; column < matched.Count; column++)
            {
                if (matched[row].Label is { } label && matched[column].ReferenceLabel is { } reference)
                    voxels[row, column] = pairs[label, reference];
            }
        }
        return new ConfusionMatrix(voxels, pairs.Cast<long>().Sum() - voxels.Cast<long>().Sum());
    }

    private static double? Share(long part, long whole) => whole > 0 ? part / (double)whole : null;

    // The average of a sequence leaves nulls out, and is null without any value.
    private double? Mean(Func<int, double?> measure) => Enumerable.Range(0, Phases).Average(measure);
}
