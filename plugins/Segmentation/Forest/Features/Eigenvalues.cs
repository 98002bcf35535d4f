using System.Numerics;
using System.Runtime.InteropServices;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Eigenvalues of symmetric matrices, for a run of voxels at once; the greatest first.</summary>
internal static class Eigenvalues
{
    /// <summary>Of 2×2 matrices. Lengths are filled up to whole vectors.</summary>
    public static void Of2(ReadOnlySpan<float> xx, ReadOnlySpan<float> yy, ReadOnlySpan<float> xy, Span<float> high, Span<float> low)
    {
        var a = Cast(xx);
        var b = Cast(yy);
        var c = Cast(xy);
        var h = MemoryMarshal.Cast<float, Vector<float>>(high);
        var l = MemoryMarshal.Cast<float, Vector<float>>(low);
        for (var i = 0; i < h.Length; i++)
        {
            var (mean, half) = ((a[i] + b[i]) * 0.5f, (a[i] - b[i]) * 0.5f);
            var root = Vector.SquareRoot((half * half) + (c[i] * c[i]));
            (h[i], l[i]) = (mean + root, mean - root);
        }
    }

    /// <summary>Of 3×3 matrices, by the trigonometric solution of the cubic (Smith, Commun. ACM 4 (1961) 168).</summary>
    public static void Of3(
        ReadOnlySpan<float> xx, ReadOnlySpan<float> yy, ReadOnlySpan<float> zz, ReadOnlySpan<float> xy, ReadOnlySpan<float> xz, ReadOnlySpan<float> yz,
        Span<float> high, Span<float> middle, Span<float> low)
    {
        var a = Cast(xx);
        var b = Cast(yy);
        var c = Cast(zz);
        var d = Cast(xy);
        var e = Cast(xz);
        var f = Cast(yz);
        var h = MemoryMarshal.Cast<float, Vector<float>>(high);
        var m = MemoryMarshal.Cast<float, Vector<float>>(middle);
        var l = MemoryMarshal.Cast<float, Vector<float>>(low);
        for (var i = 0; i < h.Length; i++)
        {
            var mean = (a[i] + b[i] + c[i]) * (1 / 3f);
            var (x, y, z) = (a[i] - mean, b[i] - mean, c[i] - mean);
            var square = ((x * x) + (y * y) + (z * z) + (((d[i] * d[i]) + (e[i] * e[i]) + (f[i] * f[i])) * 2)) * (1 / 6f);
            var p = Vector.SquareRoot(square);
            // A multiple of the unit matrix has p = 0; whatever angle follows is multiplied by it.
            var inverse = Vector.ConditionalSelect(Vector.GreaterThan(p, new Vector<float>(1e-18f)), Vector<float>.One / p, Vector<float>.Zero);
            (x, y, z) = (x * inverse, y * inverse, z * inverse);
            var (u, v, w) = (d[i] * inverse, e[i] * inverse, f[i] * inverse);
            var determinant = (x * ((y * z) - (w * w))) - (u * ((u * z) - (w * v))) + (v * ((u * w) - (y * v)));
            var cosine = Vector.Max(Vector.Min(determinant * 0.5f, Vector<float>.One), -Vector<float>.One);
            var greatest = mean + (p * 2 * CosineOfThird(cosine));
            var least = mean - (p * 2 * CosineOfThird(-cosine));
            (h[i], m[i], l[i]) = (greatest, (mean * 3) - greatest - least, least);
        }
    }

    // cos(acos(r) / 3): the arc cosine by Abramowitz and Stegun 4.4.46, the cosine of up to π/3 by its series.
    private static Vector<float> CosineOfThird(Vector<float> r)
    {
        var t = Vector.Abs(r);
        var series = new Vector<float>(-0.0012624911f);
        foreach (var coefficient in (ReadOnlySpan<float>)[0.0066700901f, -0.0170881256f, 0.0308918810f, -0.0501743046f, 0.0889789874f, -0.2145988016f, 1.5707963050f])
            series = (series * t) + new Vector<float>(coefficient);
        var angle = Vector.SquareRoot(Vector<float>.One - t) * series;
        angle = Vector.ConditionalSelect(Vector.LessThan(r, Vector<float>.Zero), new Vector<float>(MathF.PI) - angle, angle) * (1 / 3f);
        var square = angle * angle;
        var cosine = new Vector<float>(-1 / 3628800f);
        foreach (var coefficient in (ReadOnlySpan<float>)[1 / 40320f, -1 / 720f, 1 / 24f, -1 / 2f, 1f])
            cosine = (cosine * square) + new Vector<float>(coefficient);
        return cosine;
    }

    private static ReadOnlySpan<Vector<float>> Cast(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, Vector<float>>(values);
}
