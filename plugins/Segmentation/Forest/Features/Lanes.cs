using System.Numerics;
using System.Runtime.InteropServices;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Arithmetic of rows whose lengths are whole vectors.</summary>
internal static class Lanes
{
    public static void Multiply(ReadOnlySpan<float> one, ReadOnlySpan<float> other, Span<float> result)
    {
        var a = Of(one);
        var b = Of(other);
        var c = Of(result);
        for (var i = 0; i < a.Length; i++)
            c[i] = a[i] * b[i];
    }

    public static void Subtract(ReadOnlySpan<float> one, ReadOnlySpan<float> other, Span<float> result)
    {
        var a = Of(one);
        var b = Of(other);
        var c = Of(result);
        for (var i = 0; i < a.Length; i++)
            c[i] = a[i] - b[i];
    }

    /// <summary>Lengths of vectors; the third component may be empty.</summary>
    public static void Norm(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, Span<float> result)
    {
        var a = Of(x);
        var b = Of(y);
        var c = Of(z);
        var r = Of(result);
        for (var i = 0; i < a.Length; i++)
        {
            var square = (a[i] * a[i]) + (b[i] * b[i]);
            r[i] = Vector.SquareRoot(c.Length > 0 ? square + (c[i] * c[i]) : square);
        }
    }

    /// <summary>Sums; the third may be empty.</summary>
    public static void Sum(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, Span<float> result)
    {
        var a = Of(x);
        var b = Of(y);
        var c = Of(z);
        var r = Of(result);
        for (var i = 0; i < a.Length; i++)
            r[i] = c.Length > 0 ? a[i] + b[i] + c[i] : a[i] + b[i];
    }

    /// <summary>Mean of squares less square of mean, at least 0.</summary>
    public static void Variance(ReadOnlySpan<float> mean, ReadOnlySpan<float> square, Span<float> result)
    {
        var m = Of(mean);
        var s = Of(square);
        var r = Of(result);
        for (var i = 0; i < m.Length; i++)
            r[i] = Vector.Max(s[i] - (m[i] * m[i]), Vector<float>.Zero);
    }

    private static Span<Vector<float>> Of(Span<float> values) => MemoryMarshal.Cast<float, Vector<float>>(values);

    private static ReadOnlySpan<Vector<float>> Of(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, Vector<float>>(values);
}
