using System.Numerics;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Rows of numbers for one thread to work with.</summary>
/// <param name="length">The longest row, its rims included.</param>
internal sealed class RowScratch(int length)
{
    private const int Count = 24;

    private readonly int _stride = length + Fir.Slack;
    private readonly float[] _values = new float[Count * (length + Fir.Slack)];

    /// <summary>The n-th row.</summary>
    public Span<float> this[int number] => _values.AsSpan(number * _stride, _stride);

    /// <summary>A length filled up to whole vectors.</summary>
    public static int Whole(int count) => (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
}
