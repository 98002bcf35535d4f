using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>What is compared of the images of a real volume and its twin.</summary>
/// <param name="Inside">Greys of voxels far from other phases, by phase.</param>
/// <param name="Noise">Standard deviation of the noise.</param>
/// <param name="Covariance">Of the noise with itself, at 0, 1 … voxels within the slices.</param>
/// <param name="BetweenSlices">Correlation of the noise from one slice to the next; NaN in a single slice.</param>
/// <param name="Edge">Across borders, or null if there are too few flat ones.</param>
/// <param name="Drift">Standard deviation, over the slices, of the brightest phase's mean grey, relative to its height over the darkest; without what noise does.</param>
/// <param name="DriftLength">Slices over which the drift's correlation falls to a half.</param>
/// <param name="Rings">Root mean square of the means around the axis.</param>
internal sealed record GreyMeasures(
    GreyByPhase Inside, double Noise, double[] Covariance, double BetweenSlices, EdgeProfile? Edge, double Drift, double DriftLength, double Rings)
{
    private const int SlicesForDrift = 8;

    /// <summary>Correlation of the noise in neighbouring voxels of a slice.</summary>
    public double Neighbours => Covariance[1] / Covariance[0];

    /// <summary>Measures an image with its phases.</summary>
    /// <param name="greys">The image.</param>
    /// <param name="labels">Its phases.</param>
    /// <param name="centre">Place of the axis (y, x), or null for the middle.</param>
    /// <param name="limits">Ends of the histogram of greys, or null to choose them.</param>
    /// <param name="cancellationToken">Stops between slices.</param>
    public static GreyMeasures Of(
        IVolumeSource greys, LabelVolume labels, (double Y, double X)? centre, (float Low, float High)? limits, CancellationToken cancellationToken)
    {
        using var interior = Interior.Of(labels, cancellationToken);
        var inside = GreyByPhase.Measure(greys, labels, interior, limits, cancellationToken);
        using var residuals = Residuals.Of(greys, labels, interior, cancellationToken);
        var covariance = residuals.WithinSlices(cancellationToken);
        var (y, x) = centre ?? ((labels.Shape.Height - 1) / 2.0, (labels.Shape.Width - 1) / 2.0);
        var (drift, length) = DriftOf(greys, labels, interior, inside, cancellationToken);
        return new GreyMeasures(inside, Math.Sqrt(covariance[0]), covariance, residuals.BetweenSlices(cancellationToken),
            EdgeProfile.Of(greys, labels, cancellationToken), drift, length, residuals.Rings(y, x, cancellationToken));
    }

    private static (double Drift, double Length) DriftOf(
        IVolumeSource greys, LabelVolume labels, Volume<byte> interior, GreyByPhase inside, CancellationToken cancellationToken)
    {
        var present = Enumerable.Range(0, labels.Phases.Count).Where(label => inside.Voxels[label] > 0).ToArray();
        var (bright, dark) = (present.MaxBy(label => inside.Means[label]), inside.Means[present.MinBy(label => inside.Means[label])]);
        if (labels.Shape.Depth < SlicesForDrift || inside.Means[bright] <= dark)
            return (0, 1);
        var means = new double[labels.Shape.Depth];
        labels.ForEachSlice(z =>
        {
            var slice = new float[labels.Shape.SliceLength];
            greys.ReadSlice(z, slice);
            var of = labels.Slice(z);
            var chosen = interior.Slice(z);
            double sum = 0;
            long count = 0;
            for (var i = 0; i < slice.Length; i++)
            {
                if (of[i] != bright || chosen[i] == 0)
                    continue;
                sum += slice[i];
                count++;
            }
            means[z] = count > 0 ? sum / count : double.NaN;
        }, cancellationToken);
        var deviations = means.Where(double.IsFinite).Select(mean => (mean - inside.Means[bright]) / (inside.Means[bright] - dark)).ToArray();
        if (deviations.Length < SlicesForDrift)
            return (0, 1);
        var average = deviations.Average();
        double At(int lag) => Enumerable.Range(0, deviations.Length - lag).Average(i => (deviations[i] - average) * (deviations[i + lag] - average));
        // Noise of a slice's mean is nothing to the next slice's: the covariance of neighbours is the drift's own.
        var variance = Math.Max(0, At(1));
        if (variance == 0)
            return (0, 1);
        var curve = Enumerable.Range(0, deviations.Length / 2).Select(lag => lag == 0 ? 1 : At(lag) / variance).ToArray();
        return (Math.Sqrt(variance), PhaseCovariance.Reaches(curve, 0.5) ?? deviations.Length / 2.0);
    }
}
