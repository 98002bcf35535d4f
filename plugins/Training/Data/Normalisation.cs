using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>Turns grey values into what a network is fed: (value − offset) · scale. Kept with the model.</summary>
/// <param name="Kind">Where offset and scale come from.</param>
/// <param name="Offset">Of the training data, for the kinds that go by them.</param>
/// <param name="Scale">Of the training data, for the kinds that go by them.</param>
internal sealed record Normalisation(NormalisationKind Kind, double Offset = 0, double Scale = 1)
{
    private const int MaxSamples = 2_000_000;

    /// <summary>Measures what the kind needs of the training slices.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="slices">Raw grey values.</param>
    internal static Normalisation Fit(NormalisationKind kind, IReadOnlyList<float[]> slices)
    {
        if (kind is NormalisationKind.SliceZScore or NormalisationKind.VolumeZScore)
            return new Normalisation(kind);
        var samples = Sample(slices);
        if (kind == NormalisationKind.DatasetZScore)
        {
            var (mean, deviation) = Measure(samples);
            return new Normalisation(kind, mean, Inverse(deviation));
        }
        Array.Sort(samples);
        var low = samples[(int)(0.005 * (samples.Length - 1))];
        var high = samples[(int)(0.995 * (samples.Length - 1))];
        return new Normalisation(kind, ((double)low + high) / 2, 2 * Inverse((double)high - low));
    }

    /// <summary>Changes one slice in place. What is not a finite number becomes 0, the middle.</summary>
    /// <param name="slice">Grey values.</param>
    /// <param name="volume">Of the volume that the slice belongs to; only <see cref="NormalisationKind.VolumeZScore"/> asks for it.</param>
    internal void Apply(Span<float> slice, IntensityStatistics? volume)
    {
        var (offset, scale) = (Offset, Scale);
        if (Kind == NormalisationKind.SliceZScore)
        {
            (offset, var deviation) = Measure(slice);
            scale = Inverse(deviation);
        }
        else if (Kind == NormalisationKind.VolumeZScore)
        {
            ArgumentNullException.ThrowIfNull(volume);
            (offset, scale) = (volume.Mean, Inverse(volume.StandardDeviation));
        }
        foreach (ref var value in slice)
            value = float.IsFinite(value) ? (float)((value - offset) * scale) : 0;
    }

    private static double Inverse(double width) => width > 0 ? 1 / width : 0;

    private static (double Mean, double Deviation) Measure(ReadOnlySpan<float> values)
    {
        double sum = 0, squares = 0;
        long count = 0;
        foreach (var value in values)
        {
            if (!float.IsFinite(value))
                continue;
            sum += value;
            count++;
        }
        var mean = count > 0 ? sum / count : 0;
        foreach (var value in values)
        {
            if (float.IsFinite(value))
                squares += (value - mean) * (value - mean);
        }
        return (mean, count > 0 ? Math.Sqrt(squares / count) : 0);
    }

    private static float[] Sample(IReadOnlyList<float[]> slices)
    {
        var stride = (int)Math.Max(1, slices.Sum(slice => (long)slice.Length) / MaxSamples);
        var samples = new List<float>();
        foreach (var slice in slices)
        {
            for (var i = 0; i < slice.Length; i += stride)
            {
                if (float.IsFinite(slice[i]))
                    samples.Add(slice[i]);
            }
        }
        return samples.Count > 0 ? [.. samples] : throw new UserException("The training slices hold no finite grey value (all are NaN or infinite).");
    }
}
