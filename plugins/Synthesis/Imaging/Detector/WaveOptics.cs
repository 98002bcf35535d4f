namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// Phase contrast of a specimen whose refraction δ is everywhere in the same ratio to its absorption β. Its strength is F = R λ (δ/β) / 4π in voxels², with
/// the distance R to the detector and the wavelength λ. Frequencies are in cycles per bin and per row; images are (row, bin) of one projection.
/// </summary>
internal sealed class WaveOptics
{
    // The least share of the intensity that interference leaves in the transport model, which is a first order and would go below nothing at strong edges.
    private const float LeastIntensity = 0.05f;

    // Beyond the image's ends, so that what a wave carries around the end of the padded image does not matter.
    private const int Padding = 16;

    private readonly int _rows;
    private readonly int _bins;
    private readonly double _binsPerVoxel;
    private readonly double _rowsPerVoxel;
    private readonly Lazy<PlaneFourier> _fourier;

    /// <param name="rows">Rows of a projection.</param>
    /// <param name="bins">Columns of a projection.</param>
    /// <param name="binsPerVoxel">Columns of the detector in the length of a voxel.</param>
    /// <param name="rowsPerVoxel">Rows of the detector in the length of a voxel within the slice.</param>
    public WaveOptics(int rows, int bins, double binsPerVoxel, double rowsPerVoxel)
    {
        (_rows, _bins, _binsPerVoxel, _rowsPerVoxel) = (rows, bins, binsPerVoxel, rowsPerVoxel);
        _fourier = new(() => new PlaneFourier(Padded(rows), Padded(bins)));

        static int Padded(int length) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(length + Padding));
    }

    /// <summary>
    /// The intensity by the transport-of-intensity equation (Teague, J. Opt. Soc. Am. 73 (1983) 1434), to first order: e^(−p) (1 + F ∇²p).
    /// </summary>
    /// <param name="lineIntegrals">p, overwritten with the intensity.</param>
    /// <param name="strength">F.</param>
    /// <param name="width">Standard deviation of the Gaussian over ∇²p, in voxels.</param>
    public void Transport(float[] lineIntegrals, double strength, double width)
    {
        var smooth = (float[])lineIntegrals.Clone();
        if (width > 0)
            GaussianBlur.Apply(smooth, _bins, width * _binsPerVoxel, width * _rowsPerVoxel);
        var across = (float)(strength * _binsPerVoxel * _binsPerVoxel);
        var down = (float)(strength * _rowsPerVoxel * _rowsPerVoxel);
        for (var row = 0; row < _rows; row++)
        {
            var here = smooth.AsSpan(row * _bins, _bins);
            var above = smooth.AsSpan(Math.Max(row - 1, 0) * _bins, _bins);
            var below = smooth.AsSpan(Math.Min(row + 1, _rows - 1) * _bins, _bins);
            var target = lineIntegrals.AsSpan(row * _bins, _bins);
            for (var bin = 0; bin < _bins; bin++)
            {
                var (left, right) = (here[Math.Max(bin - 1, 0)], here[Math.Min(bin + 1, _bins - 1)]);
                var curvature = (across * (left + right - (2 * here[bin]))) + (down * (above[bin] + below[bin] - (2 * here[bin])));
                target[bin] = MathF.Exp(-target[bin]) * Math.Max(1 + curvature, LeastIntensity);
            }
        }
    }

    /// <summary>
    /// The intensity of the wave e^(−p/2 (1 + i δ/β)) behind the distance: its spectrum times e^(−iπλR f²) (Fresnel; Goodman, "Introduction to Fourier optics").
    /// </summary>
    /// <param name="lineIntegrals">p, overwritten with the intensity.</param>
    /// <param name="strength">F.</param>
    /// <param name="deltaOverBeta">δ/β.</param>
    public void Fresnel(float[] lineIntegrals, double strength, double deltaOverBeta)
    {
        var (real, imaginary) = (Padded(lineIntegrals, 0), new float[_fourier.Value.Rows * _fourier.Value.Columns]);
        for (var i = 0; i < real.Length; i++)
        {
            var (sine, cosine) = MathF.SinCos(-real[i] / 2 * (float)deltaOverBeta);
            var amplitude = MathF.Exp(-real[i] / 2);
            (real[i], imaginary[i]) = (amplitude * cosine, amplitude * sine);
        }
        var turn = -4 * Math.PI * Math.PI * strength / deltaOverBeta;
        _fourier.Value.Filter(real, imaginary, (down, across) =>
        {
            var (sine, cosine) = Math.SinCos(turn * SquaredFrequency(down, across));
            return (cosine, sine);
        });
        for (var i = 0; i < real.Length; i++)
            real[i] = (real[i] * real[i]) + (imaginary[i] * imaginary[i]);
        Cut(real, lineIntegrals);
    }

    /// <summary>
    /// The intensity without its fringes: its spectrum divided by 1 + F (2πf)² (Paganin, Mayo, Gureyev, Miller, Wilkins, J. Microsc. 206 (2002) 33).
    /// </summary>
    public void Retrieve(float[] intensity, double strength)
    {
        var (real, imaginary) = (Padded(intensity, 1), new float[_fourier.Value.Rows * _fourier.Value.Columns]);
        var scale = 4 * Math.PI * Math.PI * strength;
        _fourier.Value.Filter(real, imaginary, (down, across) => (1 / (1 + (scale * SquaredFrequency(down, across))), 0));
        Cut(real, intensity);
    }

    // In cycles per voxel, squared.
    private double SquaredFrequency(double down, double across) =>
        (down * down * _rowsPerVoxel * _rowsPerVoxel) + (across * across * _binsPerVoxel * _binsPerVoxel);

    // Beside the projection is nothing but the beam; above and below, the specimen goes on as at its end.
    private float[] Padded(float[] image, float beside)
    {
        var fourier = _fourier.Value;
        var padded = new float[fourier.Rows * fourier.Columns];
        for (var row = 0; row < fourier.Rows; row++)
        {
            var from = row < _rows ? row : row < (_rows + fourier.Rows) / 2 ? _rows - 1 : 0;
            var target = padded.AsSpan(row * fourier.Columns, fourier.Columns);
            image.AsSpan(from * _bins, _bins).CopyTo(target);
            target[_bins..].Fill(beside);
        }
        return padded;
    }

    private void Cut(float[] padded, float[] image)
    {
        for (var row = 0; row < _rows; row++)
            padded.AsSpan(row * _fourier.Value.Columns, _bins).CopyTo(image.AsSpan(row * _bins));
    }
}
