using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>
/// Sums and extremes over voxels at fixed distances along one axis, for a run of voxels at once. Along which axis is only a matter of the distances
/// in memory: 1 along x, a row along y, a slice along z.
/// </summary>
/// <remarks>Runs are filled up to whole blocks of vectors, so all buffers have <see cref="Slack"/> numbers behind their end.</remarks>
internal static class Fir
{
    private const int BlockVectors = 4;

    /// <summary>How far past the end of a run is read and written.</summary>
    public static int Slack => BlockVectors * Vector<float>.Count;

    /// <summary>Smooths, and takes the first and second derivative where there is room for them.</summary>
    /// <param name="source">Holds the run at <paramref name="start"/>, and the voxels around it.</param>
    /// <param name="start">The first voxel of the run.</param>
    /// <param name="lower">By distance k: how far behind is the k-th voxel before (a negative number).</param>
    /// <param name="upper">By distance k: how far ahead is the k-th voxel after.</param>
    /// <param name="kernel">The weights.</param>
    /// <param name="count">Voxels of the run.</param>
    /// <param name="smooth">The result.</param>
    /// <param name="first">The first derivative; empty to leave it out.</param>
    /// <param name="second">The second derivative; empty to leave it out. Only together with the first.</param>
    public static void Convolve(
        ReadOnlySpan<float> source, int start, ReadOnlySpan<int> lower, ReadOnlySpan<int> upper, GaussianKernel kernel, int count,
        Span<float> smooth, Span<float> first = default, Span<float> second = default)
    {
        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), start);
        ref var to = ref MemoryMarshal.GetReference(smooth);
        var taps = kernel.Radius + 1;
        lower = lower[..taps];
        upper = upper[..taps];
        if (first.IsEmpty)
            Order0(ref from, lower, upper, kernel.Smooth, count, ref to);
        else if (second.IsEmpty)
            Order1(ref from, lower, upper, kernel, count, ref to, ref MemoryMarshal.GetReference(first));
        else
            Order2(ref from, lower, upper, kernel, count, ref to, ref MemoryMarshal.GetReference(first), ref MemoryMarshal.GetReference(second));
    }

    /// <summary>The least (or greatest) of the voxels at distances up to <paramref name="radius"/>.</summary>
    public static void Extreme(
        ReadOnlySpan<float> source, int start, ReadOnlySpan<int> lower, ReadOnlySpan<int> upper, int radius, int count, bool greatest, Span<float> result)
    {
        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), start);
        ref var to = ref MemoryMarshal.GetReference(result);
        var n = Vector<float>.Count;
        for (var x = 0; x < count; x += 2 * n)
        {
            var (a, b) = (Load(ref from, x), Load(ref from, x + n));
            for (var k = 1; k <= radius; k++)
            {
                var (l, u) = (lower[k] + x, upper[k] + x);
                if (greatest)
                {
                    a = Vector.MaxNative(a, Vector.MaxNative(Load(ref from, l), Load(ref from, u)));
                    b = Vector.MaxNative(b, Vector.MaxNative(Load(ref from, l + n), Load(ref from, u + n)));
                }
                else
                {
                    a = Vector.MinNative(a, Vector.MinNative(Load(ref from, l), Load(ref from, u)));
                    b = Vector.MinNative(b, Vector.MinNative(Load(ref from, l + n), Load(ref from, u + n)));
                }
            }
            Store(a, ref to, x);
            Store(b, ref to, x + n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Load(ref float start, int offset) =>
        Unsafe.ReadUnaligned<Vector<float>>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref start, offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector<float> value, ref float start, int offset) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref start, offset)), value);

    private static void Order0(ref float from, ReadOnlySpan<int> lower, ReadOnlySpan<int> upper, ReadOnlySpan<float> weights, int count, ref float to)
    {
        var n = Vector<float>.Count;
        for (var x = 0; x < count; x += 4 * n)
        {
            var w = new Vector<float>(weights[0]);
            var (a, b, c, d) = (Load(ref from, x) * w, Load(ref from, x + n) * w, Load(ref from, x + (2 * n)) * w, Load(ref from, x + (3 * n)) * w);
            for (var k = 1; k < lower.Length; k++)
            {
                ref var l = ref Unsafe.Add(ref from, lower[k] + x);
                ref var u = ref Unsafe.Add(ref from, upper[k] + x);
                w = new Vector<float>(weights[k]);
                a = Vector.FusedMultiplyAdd(Load(ref l, 0) + Load(ref u, 0), w, a);
                b = Vector.FusedMultiplyAdd(Load(ref l, n) + Load(ref u, n), w, b);
                c = Vector.FusedMultiplyAdd(Load(ref l, 2 * n) + Load(ref u, 2 * n), w, c);
                d = Vector.FusedMultiplyAdd(Load(ref l, 3 * n) + Load(ref u, 3 * n), w, d);
            }
            Store(a, ref to, x);
            Store(b, ref to, x + n);
            Store(c, ref to, x + (2 * n));
            Store(d, ref to, x + (3 * n));
        }
    }

    private static void Order1(ref float from, ReadOnlySpan<int> lower, ReadOnlySpan<int> upper, GaussianKernel kernel, int count, ref float to, ref float first)
    {
        var (weights, slopes) = (kernel.Smooth, kernel.First);
        var n = Vector<float>.Count;
        for (var x = 0; x < count; x += 2 * n)
        {
            var w = new Vector<float>(weights[0]);
            var (a, b) = (Load(ref from, x) * w, Load(ref from, x + n) * w);
            var (da, db) = (Vector<float>.Zero, Vector<float>.Zero);
            for (var k = 1; k < lower.Length; k++)
            {
                ref var l = ref Unsafe.Add(ref from, lower[k] + x);
                ref var u = ref Unsafe.Add(ref from, upper[k] + x);
                w = new Vector<float>(weights[k]);
                var v = new Vector<float>(slopes[k]);
                var (la, ua, lb, ub) = (Load(ref l, 0), Load(ref u, 0), Load(ref l, n), Load(ref u, n));
                a = Vector.FusedMultiplyAdd(la + ua, w, a);
                b = Vector.FusedMultiplyAdd(lb + ub, w, b);
                da = Vector.FusedMultiplyAdd(ua - la, v, da);
                db = Vector.FusedMultiplyAdd(ub - lb, v, db);
            }
            Store(a, ref to, x);
            Store(b, ref to, x + n);
            Store(da, ref first, x);
            Store(db, ref first, x + n);
        }
    }

    private static void Order2(
        ref float from, ReadOnlySpan<int> lower, ReadOnlySpan<int> upper, GaussianKernel kernel, int count, ref float to, ref float first, ref float second)
    {
        var (weights, slopes, curvatures) = (kernel.Smooth, kernel.First, kernel.Second);
        var n = Vector<float>.Count;
        for (var x = 0; x < count; x += 2 * n)
        {
            var (ca, cb) = (Load(ref from, x), Load(ref from, x + n));
            var (w, c) = (new Vector<float>(weights[0]), new Vector<float>(curvatures[0]));
            var (a, b, dda, ddb) = (ca * w, cb * w, ca * c, cb * c);
            var (da, db) = (Vector<float>.Zero, Vector<float>.Zero);
            for (var k = 1; k < lower.Length; k++)
            {
                ref var l = ref Unsafe.Add(ref from, lower[k] + x);
                ref var u = ref Unsafe.Add(ref from, upper[k] + x);
                w = new Vector<float>(weights[k]);
                var v = new Vector<float>(slopes[k]);
                c = new Vector<float>(curvatures[k]);
                var (la, ua, lb, ub) = (Load(ref l, 0), Load(ref u, 0), Load(ref l, n), Load(ref u, n));
                var (sa, sb) = (la + ua, lb + ub);
                a = Vector.FusedMultiplyAdd(sa, w, a);
                b = Vector.FusedMultiplyAdd(sb, w, b);
                dda = Vector.FusedMultiplyAdd(sa, c, dda);
                ddb = Vector.FusedMultiplyAdd(sb, c, ddb);
                da = Vector.FusedMultiplyAdd(ua - la, v, da);
                db = Vector.FusedMultiplyAdd(ub - lb, v, db);
            }
            Store(a, ref to, x);
            Store(b, ref to, x + n);
            Store(da, ref first, x);
            Store(db, ref first, x + n);
            Store(dda, ref second, x);
            Store(ddb, ref second, x + n);
        }
    }
}
