using System.Runtime.Intrinsics;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// The filter of filtered back-projection: convolution with the sampled inverse transform of |f|, which has the right mean (Kak and Slaney, "Principles of
/// computerized tomographic imaging" (1988), eq. 61), by Fourier transforms of lines padded to twice their length, times a window.
/// </summary>
internal sealed unsafe class RampFilter
{
    private const int Lanes = Projector.Lanes;

    private readonly LaneFourier _fourier;
    private readonly float[] _response;
    private readonly int _bins;

    /// <param name="bins">Length of a detector line.</param>
    /// <param name="pitch">Width of a bin.</param>
    /// <param name="window">What the ramp is multiplied with.</param>
    public RampFilter(int bins, double pitch, FilterWindow window)
    {
        _bins = bins;
        _fourier = new LaneFourier((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(2 * bins)));
        _response = new float[_fourier.Length];
        var (real, imaginary) = (new float[_fourier.Length * Lanes], new float[_fourier.Length * Lanes]);
        real[0] = (float)(1 / (4 * pitch));
        for (var n = 1; n < _fourier.Length / 2; n += 2)
        {
            var value = (float)(-1 / (Math.PI * Math.PI * n * n * pitch));
            real[n * Lanes] = value;
            real[(_fourier.Length - n) * Lanes] = value;
        }
        _fourier.Forward(real, imaginary);
        for (var place = 0; place < _response.Length; place++)
        {
            var cycles = Math.Abs(_fourier.FrequencyAt(place)) / (double)_fourier.Length;
            _response[place] = (float)(real[place * Lanes] * Gain(window, cycles) / _fourier.Length);
        }
    }

    /// <summary>Filters all lines in place, two angles as real and imaginary part of one transform.</summary>
    /// <param name="lines">(angle, bin, lane).</param>
    /// <param name="angles">Number of angles.</param>
    /// <param name="cancellationToken">Stops between angles.</param>
    public void Apply(float[] lines, int angles, CancellationToken cancellationToken)
    {
        var length = _bins * Lanes;
        Parallel.For(0, (angles + 1) / 2, new ParallelOptions { CancellationToken = cancellationToken },
            () => (Real: new float[_fourier.Length * Lanes], Imaginary: new float[_fourier.Length * Lanes]),
            (pair, _, buffers) =>
            {
                var first = lines.AsSpan(2 * pair * length, length);
                var second = (2 * pair) + 1 < angles ? lines.AsSpan(((2 * pair) + 1) * length, length) : [];
                Load(first, buffers.Real);
                Load(second, buffers.Imaginary);
                Convolve(buffers.Real, buffers.Imaginary);
                buffers.Real.AsSpan(0, length).CopyTo(first);
                buffers.Imaginary.AsSpan(0, second.Length).CopyTo(second);
                return buffers;
            },
            _ => { });
    }

    private static void Load(ReadOnlySpan<float> line, Span<float> buffer)
    {
        line.CopyTo(buffer);
        buffer[line.Length..].Clear();
    }

    private void Convolve(float[] real, float[] imaginary)
    {
        _fourier.Forward(real, imaginary);
        fixed (float* re = real, im = imaginary)
        {
            for (var place = 0; place < _response.Length; place++)
            {
                var response = Vector256.Create(_response[place]);
                (Vector256.Load(re + (place * Lanes)) * response).Store(re + (place * Lanes));
                (Vector256.Load(im + (place * Lanes)) * response).Store(im + (place * Lanes));
            }
        }
        _fourier.Backward(real, imaginary);
    }

    private static double Gain(FilterWindow window, double cycles) => window switch
    {
        FilterWindow.SheppLogan => cycles == 0 ? 1 : Math.Sin(Math.PI * cycles) / (Math.PI * cycles),
        FilterWindow.Cosine => Math.Cos(Math.PI * cycles),
        FilterWindow.Hann => 0.5 + (0.5 * Math.Cos(2 * Math.PI * cycles)),
        _ => 1,
    };
}
