using System.Runtime.Intrinsics;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// Fourier transforms of eight complex sequences at once, as lanes of vectors (Cooley and Tukey, 1965). The spectrum is left in bit-reversed order, which
/// spares the reordering where it is only multiplied and transformed back.
/// </summary>
internal sealed unsafe class LaneFourier
{
    private const int Lanes = Projector.Lanes;

    private readonly float[] _cosines;
    private readonly float[] _sines;

    /// <param name="length">Of the sequences; a power of two.</param>
    public LaneFourier(int length)
    {
        if (length < 2 || !int.IsPow2(length))
            throw new ArgumentOutOfRangeException(nameof(length), length, $"The length must be a power of two from 2 on, got {length}.");
        Length = length;
        _cosines = new float[length / 2];
        _sines = new float[length / 2];
        for (var k = 0; k < length / 2; k++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * k / length);
            (_cosines[k], _sines[k]) = ((float)cosine, (float)sine);
        }
    }

    /// <summary>Length of the sequences.</summary>
    public int Length { get; }

    /// <summary>The frequency, in cycles per <see cref="Length"/> and from −Length/2 on, that stands at a place of the spectrum.</summary>
    public int FrequencyAt(int place)
    {
        var frequency = 0;
        for (var bit = 1; bit < Length; bit <<= 1, place >>= 1)
            frequency = (frequency << 1) | (place & 1);
        return frequency < Length / 2 ? frequency : frequency - Length;
    }

    /// <summary>Transforms in place: (index, lane) to (place of the spectrum, lane), without a factor.</summary>
    public void Forward(Span<float> real, Span<float> imaginary)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(real.Length, imaginary.Length), Length * Lanes);
        fixed (float* re = real, im = imaginary)
            Forward(re, im);
    }

    /// <summary>Transforms a spectrum back in place, without the factor 1 / <see cref="Length"/>.</summary>
    public void Backward(Span<float> real, Span<float> imaginary)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(real.Length, imaginary.Length), Length * Lanes);
        fixed (float* re = real, im = imaginary)
            Backward(re, im);
    }

    private void Forward(float* real, float* imaginary)
    {
        for (var half = Length / 2; half >= 1; half /= 2)
        {
            var stride = Length / 2 / half;
            for (var group = 0; group < Length; group += 2 * half)
            {
                for (var j = 0; j < half; j++)
                {
                    var (cosine, sine) = (Vector256.Create(_cosines[j * stride]), Vector256.Create(_sines[j * stride]));
                    var (low, high) = ((group + j) * Lanes, (group + j + half) * Lanes);
                    var (a, b) = (Vector256.Load(real + low), Vector256.Load(imaginary + low));
                    var (c, d) = (Vector256.Load(real + high), Vector256.Load(imaginary + high));
                    (a + c).Store(real + low);
                    (b + d).Store(imaginary + low);
                    (a, b) = (a - c, b - d);
                    ((a * cosine) + (b * sine)).Store(real + high);
                    ((b * cosine) - (a * sine)).Store(imaginary + high);
                }
            }
        }
    }

    private void Backward(float* real, float* imaginary)
    {
        for (var half = 1; half < Length; half *= 2)
        {
            var stride = Length / 2 / half;
            for (var group = 0; group < Length; group += 2 * half)
            {
                for (var j = 0; j < half; j++)
                {
                    var (cosine, sine) = (Vector256.Create(_cosines[j * stride]), Vector256.Create(_sines[j * stride]));
                    var (low, high) = ((group + j) * Lanes, (group + j + half) * Lanes);
                    var (a, b) = (Vector256.Load(real + low), Vector256.Load(imaginary + low));
                    var (c, d) = (Vector256.Load(real + high), Vector256.Load(imaginary + high));
                    (c, d) = ((c * cosine) - (d * sine), (d * cosine) + (c * sine));
                    (a + c).Store(real + low);
                    (b + d).Store(imaginary + low);
                    (a - c).Store(real + high);
                    (b - d).Store(imaginary + high);
                }
            }
        }
    }
}
