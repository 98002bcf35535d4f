using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Turns greys into (grey − offset) · scale. Kept with a forest.</summary>
/// <param name="Kind">Where offset and scale come from.</param>
/// <param name="Offset">Of the training data, for <see cref="GreyNormalisation.DatasetZScore"/>.</param>
/// <param name="Scale">Of the training data, for <see cref="GreyNormalisation.DatasetZScore"/>.</param>
internal readonly record struct GreyScaling(GreyNormalisation Kind, double Offset = 0, double Scale = 1)
{
    /// <summary>The scaling of this kind for images of the given training data.</summary>
    public static GreyScaling Fit(GreyNormalisation kind, IReadOnlyList<IntensityStatistics> training)
    {
        if (kind != GreyNormalisation.DatasetZScore)
            return new GreyScaling(kind);
        var mean = training.Average(image => image.Mean);
        var square = training.Average(image => (image.StandardDeviation * image.StandardDeviation) + ((image.Mean - mean) * (image.Mean - mean)));
        return new GreyScaling(kind, mean, Inverse(Math.Sqrt(square)));
    }

    /// <summary>Changes one whole slice in place; what is no finite number becomes 0, the middle.</summary>
    public void Apply(Span<float> slice, IntensityStatistics volume)
    {
        var (offset, scale) = Kind switch
        {
            GreyNormalisation.SliceZScore => Measure(slice),
            GreyNormalisation.VolumeZScore => (volume.Mean, Inverse(volume.StandardDeviation)),
            _ => (Offset, Scale),
        };
        foreach (ref var value in slice)
            value = float.IsFinite(value) ? (float)((value - offset) * scale) : 0;
    }

    private static double Inverse(double width) => width > 0 ? 1 / width : 0;

    private static (double Mean, double Scale) Measure(ReadOnlySpan<float> values)
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
        return (mean, count > 0 ? Inverse(Math.Sqrt(squares / count)) : 0);
    }
}
