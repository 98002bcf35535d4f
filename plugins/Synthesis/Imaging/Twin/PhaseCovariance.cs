using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// How the voxels of a phase go together over a distance along the axes: the probability that both ends of a step are in the phase, less what it would be by
/// chance, over its value at no distance. Axes along which the volume is shorter than four times the distance are left out.
/// </summary>
internal static class PhaseCovariance
{
    /// <summary>The covariance at 0, 1, 2 … voxels, until it is below a twentieth or no axis is long enough.</summary>
    public static double[] Of(LabelVolume labels, int phase, double fraction, CancellationToken cancellationToken)
    {
        var curve = new List<double> { 1 };
        for (var lag = 1; lag < 512 && curve[^1] > 0.05 && Both(labels, (byte)phase, lag, cancellationToken) is { } both; lag++)
            curve.Add((both - (fraction * fraction)) / (fraction - (fraction * fraction)));
        return [.. curve];
    }

    /// <summary>The distance at which a falling curve of values at 0, 1, 2 … reaches a level, or null if it does not.</summary>
    public static double? Reaches(IReadOnlyList<double> curve, double level)
    {
        for (var i = 1; i < curve.Count; i++)
        {
            if (curve[i] <= level)
                return i - 1 + ((curve[i - 1] - level) / (curve[i - 1] - curve[i]));
        }
        return null;
    }

    private static double? Both(LabelVolume labels, byte phase, int lag, CancellationToken cancellationToken)
    {
        var shape = labels.Shape;
        var (alongZ, alongY, alongX) = (4 * lag <= shape.Depth, 4 * lag <= shape.Height, 4 * lag <= shape.Width);
        if (!alongZ && !alongY && !alongX)
            return null;
        long both = 0;
        labels.ForEachSlice(z =>
        {
            var slice = labels.Slice(z);
            long count = 0;
            if (alongZ && z + lag < shape.Depth)
                count += Count(slice, labels.Slice(z + lag), phase);
            if (alongY)
                count += Count(slice[..^(lag * shape.Width)], slice[(lag * shape.Width)..], phase);
            for (var y = 0; alongX && y < shape.Height; y++)
            {
                var row = slice.Slice(y * shape.Width, shape.Width);
                count += Count(row[..^lag], row[lag..], phase);
            }
            Interlocked.Add(ref both, count);
        }, cancellationToken);
        var pairs = (alongZ ? (long)(shape.Depth - lag) * shape.SliceLength : 0) + (alongY ? (long)shape.Depth * (shape.Height - lag) * shape.Width : 0)
            + (alongX ? (long)shape.Depth * shape.Height * (shape.Width - lag) : 0);
        return both / (double)pairs;
    }

    // How often both have the phase at one place.
    private static long Count(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, byte phase)
    {
        long count = 0;
        var i = 0;
        var wanted = Vector256.Create(phase);
        for (; i <= one.Length - Vector256<byte>.Count; i += Vector256<byte>.Count)
        {
            var (a, b) = (Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(one), (nuint)i), Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(other), (nuint)i));
            count += BitOperations.PopCount((Vector256.Equals(a, wanted) & Vector256.Equals(b, wanted)).ExtractMostSignificantBits());
        }
        for (; i < one.Length; i++)
            count += one[i] == phase && other[i] == phase ? 1 : 0;
        return count;
    }
}
