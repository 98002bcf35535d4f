namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>What independent sub-volumes of one size say about a property.</summary>
/// <param name="Parts">Sub-volumes along each axis.</param>
/// <param name="Samples">How many are at least half labelled.</param>
/// <param name="Volume">Their mean volume.</param>
/// <param name="Mean">Mean of the property.</param>
/// <param name="Deviation">Standard deviation of the property between them.</param>
internal readonly record struct SubVolumeScatter(int Parts, int Samples, double Volume, double Mean, double Deviation);

/// <summary>
/// How a property scatters between sub-volumes of each size: by the law σ² = K / V of independent samples, the volume at which the 95 % interval is a given share of the mean
/// (Kanit et al. 2003).
/// </summary>
internal sealed class Representativity
{
    private const double Normal95 = 1.959963985;

    /// <param name="scatters">From the largest to the smallest sub-volumes.</param>
    private Representativity(IReadOnlyList<SubVolumeScatter> scatters)
    {
        Scatters = scatters;
        // Only sub-volumes with a scatter say how it falls.
        var known = scatters.Where(scatter => scatter.Deviation > 0).ToArray();
        // The largest sub-volumes are the most independent; small ones, of the size of the structure, scatter less than the law says.
        var largest = known.Take(3).ToArray();
        var freedom = largest.Sum(scatter => scatter.Samples - 1.0);
        Constant = largest.Sum(scatter => (scatter.Samples - 1) * scatter.Deviation * scatter.Deviation * scatter.Volume) / freedom;
        Exponent = known.Length < 2 ? double.NaN : Slope(known);
    }

    /// <summary>By size, from the largest to the smallest sub-volumes.</summary>
    public IReadOnlyList<SubVolumeScatter> Scatters { get; }

    /// <summary>K of σ² = K / V, from the three largest sizes, each weighted by its degrees of freedom; NaN if nothing scatters.</summary>
    public double Constant { get; }

    /// <summary>α of σ² ∝ V^−α over all sizes: near 1 where the sub-volumes are larger than the structure.</summary>
    public double Exponent { get; }

    /// <summary>Volume at which the 95 % interval of a property with the given mean is ± a share of it.</summary>
    public double VolumeFor(double mean, double share) => Constant * Math.Pow(Normal95 / (share * mean), 2);

    /// <summary>Half the width of the 95 % interval of the property in a volume.</summary>
    public double HalfWidth(double volume) => Normal95 * Math.Sqrt(Constant / volume);

    /// <summary>Measures the scatter of a property.</summary>
    /// <param name="counts">Of the phase.</param>
    /// <param name="property">Picks the property from a box's fraction and surface.</param>
    public static Representativity Of(SubVolumes counts, Func<(double Volume, double Fraction, double Surface), double> property)
    {
        var scatters = new List<SubVolumeScatter>();
        foreach (var parts in new[] { 2, 3, 4, 6, 8, 12 }.Where(parts => counts.Cells % parts == 0))
        {
            var samples = Boxes(counts, parts).Select(box => (box.Volume, Value: property(box))).ToArray();
            // Those that lie mostly out of what is labelled are of another size.
            var most = samples.Max(sample => sample.Volume);
            var full = samples.Where(sample => sample.Volume >= most / 2).ToArray();
            if (full.Length < 4)
                continue;
            var mean = full.Average(sample => sample.Value);
            var variance = full.Sum(sample => (sample.Value - mean) * (sample.Value - mean)) / (full.Length - 1);
            scatters.Add(new SubVolumeScatter(parts, full.Length, full.Average(sample => sample.Volume), mean, Math.Sqrt(variance)));
        }
        return new Representativity(scatters);
    }

    private static IEnumerable<(double Volume, double Fraction, double Surface)> Boxes(SubVolumes counts, int parts)
    {
        var (edge, planes) = (counts.Cells / parts, counts.CellsAlongZ == 1 ? 1 : parts);
        for (var z = 0; z < planes; z++)
        {
            for (var y = 0; y < parts; y++)
            {
                for (var x = 0; x < parts; x++)
                    yield return counts.In((z * edge, y * edge, x * edge), (planes == 1 ? 1 : (z + 1) * edge, (y + 1) * edge, (x + 1) * edge));
            }
        }
    }

    // Of the logarithms of variance and volume.
    private static double Slope(SubVolumeScatter[] known)
    {
        var (x, y) = (known.Select(scatter => Math.Log(scatter.Volume)).ToArray(), known.Select(scatter => 2 * Math.Log(scatter.Deviation)).ToArray());
        var (meanX, meanY) = (x.Average(), y.Average());
        return -x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }
}
