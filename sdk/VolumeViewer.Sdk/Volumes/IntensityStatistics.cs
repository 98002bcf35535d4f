namespace VolumeViewer.Sdk;

/// <summary>What the grey values of a volume look like: range, mean, standard deviation, and a histogram for percentiles.</summary>
public sealed class IntensityStatistics
{
    private const int Bins = 4096;
    private const int MaxSamples = 4_000_000;

    private readonly long[] _histogram;

    private IntensityStatistics(float minimum, float maximum, double mean, double standardDeviation, long[] histogram, long count)
    {
        (Minimum, Maximum, Mean, StandardDeviation, _histogram, Count) = (minimum, maximum, mean, standardDeviation, histogram, count);
    }

    /// <summary>Smallest finite value seen.</summary>
    public float Minimum { get; }

    /// <summary>Largest finite value seen.</summary>
    public float Maximum { get; }

    /// <summary>Arithmetic mean of the finite values.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation of the finite values (division by N).</summary>
    public double StandardDeviation { get; }

    /// <summary>How many finite values were looked at.</summary>
    public long Count { get; }

    /// <summary>Counts of equal bins from <see cref="Minimum"/> to <see cref="Maximum"/>.</summary>
    public IReadOnlyList<long> Histogram => _histogram;

    /// <summary>Measures a volume. Large volumes are sampled: evenly spaced slices, and voxels at an even stride within them.</summary>
    /// <exception cref="UserException">The volume holds no finite value.</exception>
    public static IntensityStatistics Measure(IVolumeSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var shape = source.Shape;
        var sliceCount = (int)Math.Clamp(MaxSamples / shape.SliceLength, Math.Min(8, shape.Depth), shape.Depth);
        var stride = (int)Math.Max(1, (long)sliceCount * shape.SliceLength / MaxSamples);
        var samples = new List<float>((int)Math.Min(MaxSamples * 2L, (long)sliceCount * shape.SliceLength / stride + sliceCount));
        var slice = new float[shape.SliceLength];
        for (var i = 0; i < sliceCount; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            source.ReadSlice((int)((i + 0.5) * shape.Depth / sliceCount), slice);
            for (var j = 0; j < slice.Length; j += stride)
            {
                if (float.IsFinite(slice[j]))
                    samples.Add(slice[j]);
            }
        }
        if (samples.Count == 0)
            throw new UserException("The volume holds no finite grey value (all NaN or infinite), so there is nothing to show or measure.");
        return Of(samples);
    }

    /// <summary>The value below which the given share of the voxels lies, to the width of a bin.</summary>
    /// <param name="share">From 0 to 1.</param>
    public float Percentile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var wanted = share * Count;
        long below = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            if (below + _histogram[bin] >= wanted && _histogram[bin] > 0)
            {
                var within = Math.Clamp((wanted - below) / _histogram[bin], 0, 1);
                return (float)(Minimum + ((bin + within) * ((double)Maximum - Minimum) / Bins));
            }
            below += _histogram[bin];
        }
        return Maximum;
    }

    private static IntensityStatistics Of(List<float> samples)
    {
        float minimum = float.MaxValue, maximum = float.MinValue;
        double sum = 0, squares = 0;
        foreach (var value in samples)
        {
            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
            sum += value;
        }
        var mean = sum / samples.Count;
        var histogram = new long[Bins];
        var scale = maximum > minimum ? Bins / ((double)maximum - minimum) : 0;
        foreach (var value in samples)
        {
            squares += (value - mean) * (value - mean);
            histogram[Math.Min(Bins - 1, (int)((value - minimum) * scale))]++;
        }
        return new IntensityStatistics(minimum, maximum, mean, Math.Sqrt(squares / samples.Count), histogram, samples.Count);
    }
}
