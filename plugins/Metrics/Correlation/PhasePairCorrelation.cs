using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>
/// Cross-correlation of two phases, S_ij(h): how likely of two voxels a lag h apart one is of the first phase and the other, in this order, of the second; the mean of h and −h.
/// </summary>
/// <remarks>
/// From three correlations of one phase each, without a transform of its own: what is correlated when both are taken for one is S_i + S_j + 2 S_ij. So is the interface from their
/// surfaces: what S_i + S_j has more than the surface of both in one counts the interface twice.
/// </remarks>
internal sealed class PhasePairCorrelation
{
    private readonly MeasuredCorrelation _first;
    private readonly MeasuredCorrelation _second;
    private readonly MeasuredCorrelation _both;

    /// <param name="name">Of the pair.</param>
    /// <param name="first">Of the first phase.</param>
    /// <param name="second">Of the second phase, with the same reach.</param>
    /// <param name="both">Of both as one phase, likewise.</param>
    public PhasePairCorrelation(string name, MeasuredCorrelation first, MeasuredCorrelation second, MeasuredCorrelation both)
    {
        (Name, _first, _second, _both) = (name, first, second, both);
        Radial = [.. both.Whole.Radial.Select((value, i) => (value - first.Whole.Radial[i] - second.Whole.Radial[i]) / 2)];
    }

    /// <summary>Of the pair, for the user.</summary>
    public string Name { get; }

    /// <summary>Lengths of lags, ascending from 0, in the unit of the spacing.</summary>
    public IReadOnlyList<double> Distances => _both.Whole.Distances;

    /// <summary>S_ij at those lengths, averaged over all directions: 0 at 0, and the product of the fractions where the phases know nothing of each other.</summary>
    public IReadOnlyList<double> Radial { get; }

    /// <summary>Interface of the two phases per volume, from the slopes at the origin.</summary>
    public double Interface => InterfaceOf(_first.Whole, _second.Whole, _both.Whole);

    /// <summary>Half the 95 % interval of <see cref="Interface"/>, from the scatter between blocks; null where there are too few.</summary>
    public double? InterfaceHalfWidth => Finite(SampleInterval.HalfWidth(_both.Blocks.Select((both, i) => InterfaceOf(_first.Blocks[i], _second.Blocks[i], both))));

    /// <summary>The product of the two fractions.</summary>
    public double Independent => _first.Whole.Fraction * _second.Whole.Fraction;

    /// <summary>All pairs of different phases.</summary>
    public static IReadOnlyList<(int First, int Second)> PairsOf(IReadOnlyList<int> phases) =>
        [.. from i in Enumerable.Range(0, phases.Count) from j in Enumerable.Range(i + 1, phases.Count - i - 1) select (phases[i], phases[j])];

    /// <summary>A row for each pair.</summary>
    public static Table TableOf(IReadOnlyList<PhasePairCorrelation> pairs, string unit)
    {
        var table = new Table("pairs of phases", new("pair"), new("product of the fractions", Format: "0.000000"), new("interface per volume (slope of S_ij)", $"1/{unit}", "0.000000"),
            new("± 95 %", $"1/{unit}", "0.000000"), new("greatest excess", Format: "0.000000"), new("at distance", unit, "0.00000"));
        foreach (var pair in pairs)
        {
            var most = Enumerable.Range(0, pair.Radial.Count).MaxBy(i => pair.Radial[i]);
            table.Add(pair.Name, pair.Independent, Finite(pair.Interface), pair.InterfaceHalfWidth, pair.Radial[most] - pair.Independent, pair.Distances[most]);
        }
        return table;
    }

    /// <summary>The curves of all pairs.</summary>
    public static Plot PlotOf(IReadOnlyList<PhasePairCorrelation> pairs, string unit) =>
        new("Cross-correlation of phases", $"distance [{unit}]", "probability of one phase here and the other there", [.. pairs.Select(pair => new PlotSeries(pair.Name, pair.Distances, pair.Radial))]);

    private static double InterfaceOf(TwoPointCorrelation first, TwoPointCorrelation second, TwoPointCorrelation both) =>
        (first.SpecificSurface + second.SpecificSurface - both.SpecificSurface) / 2;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
