using VolumeViewer.Plugins.Synthesis.Structures;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// Which diameters to ask for so that the particles' phase has the sizes of the real one: those of the real phase at first, then each corrected by what came of it, since particles
/// that touch are thicker where they meet, and those that are no balls thinner than a ball of their volume. Lengths are in voxels.
/// </summary>
internal sealed class SizeFit
{
    // Steps of the table: every twentieth of the volume. Its ends are where measures of single voxels no longer count.
    private const int Steps = 20;
    private const double Ends = 0.01;

    private const double GreatestStep = 2;
    private const double Damping = 0.8;

    private static readonly double[] Told = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

    private readonly PhaseSizes _real;
    private readonly double _least;
    private readonly double _most;

    /// <param name="real">Sizes of the real phase.</param>
    /// <param name="least">No particle is smaller.</param>
    /// <param name="most">None is larger.</param>
    public SizeFit(PhaseSizes real, double least, double most)
    {
        (_real, _least, _most) = (real, least, Math.Max(least, most));
        Asked = Within(Shares.Select(real.Quantile));
    }

    /// <summary>The diameters to ask for, by volume.</summary>
    public VolumeSizes Asked { get; private set; }

    private static IEnumerable<double> Shares => Enumerable.Range(0, Steps + 1).Select(step => Math.Clamp(step / (double)Steps, Ends, 1 - Ends));

    /// <summary>How far sizes are from the real ones: the mean of the absolute logarithm of their ratio over the volume.</summary>
    public double Distance(PhaseSizes made) => Shares.Average(share => Math.Abs(Math.Log(made.Quantile(share) / _real.Quantile(share))));

    /// <summary>Asks for other diameters, by what came of these.</summary>
    public void Correct(PhaseSizes made) => Asked = Within(Asked.Diameters.Zip(Shares, (diameter, share) =>
        diameter * Math.Pow(Math.Clamp(_real.Quantile(share) / made.Quantile(share), 1 / GreatestStep, GreatestStep), Damping)));

    /// <summary>Real and made sizes, and diameters asked for and packed, side by side.</summary>
    /// <param name="phase">What the phase is called.</param>
    /// <param name="made">Sizes of the twin.</param>
    /// <param name="asked">The diameters it was made with.</param>
    /// <param name="packed">Diameters of its particles.</param>
    /// <param name="spacing">Of the volume.</param>
    public Table Compare(string phase, PhaseSizes made, VolumeSizes asked, IReadOnlyList<double> packed, Spacing spacing)
    {
        var unit = spacing.Unit;
        var table = new Table($"sizes of {phase}", new("volume below"), new("real", unit, "0.###"), new("± 95 %", unit, "0.###"), new("twin", unit, "0.###"),
            new("difference", "%", "+0.0;-0.0;0"), new("diameter asked", unit, "0.###"), new("diameter packed", unit, "0.###"));
        var byVolume = ByVolume(packed);
        foreach (var share in Told)
            Add($"{share:0 %}", _real.Quantile(share), _real.HalfWidth(share), made.Quantile(share), asked.OfVolume(share), byVolume(share));
        Add("mean", _real.Mean, _real.MeanHalfWidth, made.Mean, Mean(asked.OfVolume), Mean(byVolume));
        return table;

        void Add(string name, double real, double? half, double twin, double wanted, double got) =>
            table.Add(name, real * spacing.X, half * spacing.X, twin * spacing.X, 100 * ((twin / real) - 1), wanted * spacing.X, got * spacing.X);
    }

    /// <summary>The same as curves.</summary>
    public Plot Curves(string phase, PhaseSizes made, VolumeSizes asked, IReadOnlyList<double> packed, Spacing spacing)
    {
        var byVolume = ByVolume(packed);
        return new Plot($"sizes of {phase}", $"thickness or diameter [{spacing.Unit}]", "share of the volume below",
            [Curve("real", _real.Quantile), Curve("twin", made.Quantile), Curve("diameter asked", asked.OfVolume), Curve("diameter packed", byVolume)]);

        PlotSeries Curve(string name, Func<double, double> quantile) => new(name, [.. Shares.Select(share => quantile(share) * spacing.X)], [.. Shares]);
    }

    private VolumeSizes Within(IEnumerable<double> diameters)
    {
        // A smaller share never has the larger diameter.
        var last = 0.0;
        return new VolumeSizes([.. diameters.Select(diameter => last = Math.Max(last, Math.Clamp(diameter, _least, _most)))]);
    }

    private static Func<double, double> ByVolume(IReadOnlyList<double> diameters)
    {
        double[] sorted = [.. diameters.Order()];
        var below = new double[sorted.Length];
        for (var (i, sum) = (0, 0.0); i < sorted.Length; i++)
            below[i] = sum += Math.Pow(sorted[i], 3);
        return share =>
        {
            var place = Array.BinarySearch(below, share * below[^1]);
            return sorted[Math.Min(place < 0 ? ~place : place, sorted.Length - 1)];
        };
    }

    private static double Mean(Func<double, double> quantile) => Enumerable.Range(0, 1000).Average(i => quantile((i + 0.5) / 1000));
}
