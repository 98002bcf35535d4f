using System.Numerics;
using System.Runtime.InteropServices;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>Equal bins over a range of greys.</summary>
internal readonly struct Binning
{
    private readonly float _halfMinimum;
    private readonly float _scale;

    /// <param name="minimum">Lower edge of the first bin.</param>
    /// <param name="maximum">Upper edge of the last bin, which it belongs to.</param>
    /// <param name="bins">How many.</param>
    public Binning(double minimum, double maximum, int bins)
    {
        (Minimum, Maximum, Bins) = (minimum, maximum, bins);
        // Halves, since a range of floats can be twice as wide as the greatest float.
        _halfMinimum = (float)(minimum / 2);
        _scale = (float)(2 * bins / (maximum - minimum));
    }

    public double Minimum { get; }

    public double Maximum { get; }

    public int Bins { get; }

    /// <summary>The grey at a place counted in bins: at n is the lower edge of bin n, at n + ½ its middle.</summary>
    public double GreyAt(double place) => Minimum + (place * (Maximum - Minimum) / Bins);

    /// <summary>The bin of each value; NaN gives <see cref="Bins"/>.</summary>
    public void Indices(ReadOnlySpan<float> values, Span<int> indices)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        var results = MemoryMarshal.Cast<int, Vector<int>>(indices);
        var (halfMinimum, scale) = (new Vector<float>(_halfMinimum), new Vector<float>(_scale));
        var (last, none) = (new Vector<int>(Bins - 1), new Vector<int>(Bins));
        for (var i = 0; i < vectors.Length; i++)
        {
            var value = vectors[i];
            var bin = Vector.ConvertToInt32Native(((value * 0.5f) - halfMinimum) * scale);
            bin = Vector.Max(Vector.Min(bin, last), Vector<int>.Zero);
            results[i] = Vector.ConditionalSelect(Vector.Equals(value, value), bin, none);
        }
        for (var i = vectors.Length * Vector<float>.Count; i < values.Length; i++)
        {
            indices[i] = float.IsNaN(values[i])
                ? Bins
                : Math.Clamp((int)(((values[i] * 0.5f) - _halfMinimum) * _scale), 0, Bins - 1);
        }
    }
}
