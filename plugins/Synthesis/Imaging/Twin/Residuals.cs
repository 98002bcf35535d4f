using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// Noise of an image: the greys of interior voxels less what their phase has around them in the same slice (a Gaussian mean over voxels of the phase), so that
/// neither phases nor slow changes are left. Takes 4 bytes a voxel.
/// </summary>
internal sealed class Residuals : IDisposable
{
    // Wide enough that the mean around takes little of the noise away, narrow enough to follow shading.
    private const double MeanWidth = 8;

    /// <summary>Lags at which the noise is correlated with itself.</summary>
    public const int Lags = 16;

    private readonly Volume<float> _values;
    private readonly Volume<byte> _interior;

    private Residuals(Volume<float> values, Volume<byte> interior) => (_values, _interior) = (values, interior);

    /// <summary>Finds the residuals.</summary>
    /// <param name="greys">The image.</param>
    /// <param name="labels">Its phases.</param>
    /// <param name="interior">See <see cref="Interior"/>; lent as long as the residuals are used.</param>
    /// <param name="cancellationToken">Stops between slices.</param>
    public static Residuals Of(IVolumeSource greys, LabelVolume labels, Volume<byte> interior, CancellationToken cancellationToken)
    {
        var values = new Volume<float>(labels.Shape);
        labels.ForEachSlice(z =>
        {
            var grey = new float[labels.Shape.SliceLength];
            greys.ReadSlice(z, grey);
            var (sums, weights) = (new float[grey.Length], new float[grey.Length]);
            for (var phase = 0; phase < labels.Phases.Count; phase++)
            {
                if (Choose(labels.Slice(z), interior.Slice(z), grey, (byte)phase, sums, weights) is not { } offset)
                    continue;
                GaussianBlur.Apply(sums, labels.Shape.Width, MeanWidth, MeanWidth);
                GaussianBlur.Apply(weights, labels.Shape.Width, MeanWidth, MeanWidth);
                var of = labels.Slice(z);
                var chosen = interior.Slice(z);
                var target = values.Slice(z);
                for (var i = 0; i < grey.Length; i++)
                {
                    if (of[i] == phase && chosen[i] != 0)
                        target[i] = grey[i] - offset - (sums[i] / weights[i]);
                }
            }
        }, cancellationToken);
        return new Residuals(values, interior);
    }

    /// <summary>The standard deviation of the noise.</summary>
    public double Deviation(CancellationToken cancellationToken) => Math.Sqrt(Covariance(0, 0, 0, cancellationToken));

    /// <summary>The covariance of the noise with itself at 0, 1 … voxels within the slices, the mean of the two directions.</summary>
    public double[] WithinSlices(CancellationToken cancellationToken) => [.. Enumerable.Range(0, Lags).Select(lag =>
        (Covariance(0, lag, 0, cancellationToken) + Covariance(0, 0, lag, cancellationToken)) / 2)];

    /// <summary>Correlation from one slice to the next; NaN if there is one only.</summary>
    public double BetweenSlices(CancellationToken cancellationToken) =>
        _values.Shape.Depth < 2 ? double.NaN : Covariance(1, 0, 0, cancellationToken) / Covariance(0, 0, 0, cancellationToken);

    /// <summary>The power spectrum along a line by its covariance, tapered (Blackman and Tukey, 1958): at 0 … ½ cycles per voxel; its mean is the variance.</summary>
    public static PlotSeries Spectrum(string name, double[] covariance)
    {
        var frequencies = Enumerable.Range(0, 51).Select(i => i / 100.0).ToArray();
        return new PlotSeries(name, frequencies, [.. frequencies.Select(frequency => covariance[0] + (2 * Enumerable.Range(1, Lags - 1).Sum(lag =>
            covariance[lag] * (0.5 + (0.5 * Math.Cos(Math.PI * lag / Lags))) * Math.Cos(2 * Math.PI * frequency * lag))))]);
    }

    /// <summary>
    /// How strong rings around an axis are: the root mean square of the means around it, less what the same means are around four places where there is no axis.
    /// </summary>
    public double Rings(double centreY, double centreX, CancellationToken cancellationToken)
    {
        var (height, width) = (_values.Shape.Height, _values.Shape.Width);
        var (dy, dx) = (height * 0.17, width * 0.17);
        var elsewhere = new[] { (dy, dx), (dy, -dx), (-dy, dx), (-dy, -dx) }
            .Average(shift => AroundAxis(centreY + shift.Item1, centreX + shift.Item2, cancellationToken));
        return Math.Sqrt(Math.Max(0, AroundAxis(centreY, centreX, cancellationToken) - elsewhere));
    }

    /// <inheritdoc/>
    public void Dispose() => _values.Dispose();

    // Greys of the interior voxels of a phase less their mean, and ones where they are.
    private static float? Choose(ReadOnlySpan<byte> labels, ReadOnlySpan<byte> interior, float[] grey, byte phase, float[] sums, float[] weights)
    {
        double sum = 0;
        var count = 0;
        for (var i = 0; i < grey.Length; i++)
        {
            var isChosen = labels[i] == phase && interior[i] != 0;
            weights[i] = isChosen ? 1 : 0;
            sum += isChosen ? grey[i] : 0;
            count += isChosen ? 1 : 0;
        }
        if (count == 0)
            return null;
        var mean = (float)(sum / count);
        for (var i = 0; i < grey.Length; i++)
            sums[i] = weights[i] * (grey[i] - mean);
        return mean;
    }

    // The mean square, over slices and radii, of the mean around a place.
    private double AroundAxis(double centreY, double centreX, CancellationToken cancellationToken)
    {
        const int LeastRadius = 5;
        const int LeastVoxels = 30;
        var (height, width) = (_values.Shape.Height, _values.Shape.Width);
        var squares = new (double Sum, int Count)[_values.Shape.Depth];
        _values.ForEachSlice(z =>
        {
            var value = _values.Slice(z);
            var chosen = _interior.Slice(z);
            var sums = new double[height + width];
            var counts = new int[height + width];
            for (var i = 0; i < value.Length; i++)
            {
                var radius = (int)Math.Round(Math.Sqrt(Math.Pow((i / width) - centreY, 2) + Math.Pow((i % width) - centreX, 2)));
                if (chosen[i] == 0 || radius >= sums.Length)
                    continue;
                sums[radius] += value[i];
                counts[radius]++;
            }
            for (var radius = LeastRadius; radius < sums.Length; radius++)
            {
                if (counts[radius] >= LeastVoxels)
                    squares[z] = (squares[z].Sum + Math.Pow(sums[radius] / counts[radius], 2), squares[z].Count + 1);
            }
        }, cancellationToken);
        var all = squares.Sum(square => square.Count);
        return all == 0 ? 0 : squares.Sum(square => square.Sum) / all;
    }

    private double Covariance(int dz, int dy, int dx, CancellationToken cancellationToken)
    {
        var (depth, width) = (_values.Shape.Depth, _values.Shape.Width);
        var sums = new (double Sum, long Count)[depth];
        _values.ForEachSlice(z =>
        {
            if (z + dz >= depth)
                return;
            var one = _values.Slice(z);
            var other = _values.Slice(z + dz);
            var chosen = _interior.Slice(z);
            var chosenThere = _interior.Slice(z + dz);
            double sum = 0;
            long count = 0;
            for (var y = 0; y + dy < _values.Shape.Height; y++)
            {
                for (var x = 0; x + dx < width; x++)
                {
                    var (here, there) = ((y * width) + x, ((y + dy) * width) + x + dx);
                    if ((chosen[here] & chosenThere[there]) == 0)
                        continue;
                    sum += one[here] * other[there];
                    count++;
                }
            }
            sums[z] = (sum, count);
        }, cancellationToken);
        return sums.Sum(part => part.Sum) / Math.Max(1, sums.Sum(part => part.Count));
    }
}
