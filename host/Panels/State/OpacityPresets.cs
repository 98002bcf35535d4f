using System.Collections.Immutable;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Opacity curves to begin with.</summary>
internal static class OpacityPresets
{
    private const int Bins = 256;

    /// <summary>Rises evenly from nothing at the lower contrast limit.</summary>
    public static ImmutableArray<OpacityPoint> Ramp { get; } = [new(0, 0), new(1, 0.35f)];

    /// <summary>Everything above the threshold between the two classes of the histogram, and nothing below.</summary>
    public static ImmutableArray<OpacityPoint>? Step(ImageLayer layer)
    {
        if (Parted(layer, 2) is not var (limits, _))
            return null;
        var at = Math.Clamp(limits[0], 0.03f, 0.97f);
        return [new(0, 0), new(at - 0.02f, 0), new(at + 0.02f, 0.35f), new(1, 0.35f)];
    }

    /// <summary>A peak at the mean of each class of the histogram but the darkest, down to nothing at the thresholds between them.</summary>
    /// <param name="layer">The image; its values between the contrast limits count.</param>
    /// <param name="classes">2 or more.</param>
    /// <returns>The curve, or null where the image has fewer values than classes.</returns>
    public static ImmutableArray<OpacityPoint>? Peaks(ImageLayer layer, int classes)
    {
        if (Parted(layer, classes) is not var (limits, means))
            return null;
        var points = new List<OpacityPoint> { new(0, 0) };
        for (var part = 1; part < classes; part++)
        {
            // Denser classes are rarer or brighter, and stand behind the others: each is more opaque than the one before.
            var opacity = 0.4f * part / (classes - 1);
            Add(limits[part - 1], 0);
            Add(means[part], opacity);
            if (part == classes - 1)
                Add(1, opacity);
        }
        return [.. points];

        void Add(float position, float opacity)
        {
            // Points stay in order and apart, however close classes lie.
            var place = Math.Clamp(Math.Max(position, points[^1].Position + 0.005f), 0, 1);
            if (place > points[^1].Position)
                points.Add(new OpacityPoint(place, opacity));
            else
                points[^1] = new OpacityPoint(1, opacity);
        }
    }

    // Thresholds and means as positions of the curve, between the contrast limits and with gamma.
    private static (float[] Limits, float[] Means)? Parted(ImageLayer layer, int classes)
    {
        var (statistics, limits) = (layer.Statistics, layer.ContrastLimits);
        var counts = new double[Bins];
        var width = ((double)statistics.Maximum - statistics.Minimum) / statistics.Histogram.Count;
        for (var bin = 0; bin < statistics.Histogram.Count; bin++)
        {
            var value = statistics.Minimum + ((bin + 0.5) * width);
            var place = (value - limits.Low) / ((double)limits.High - limits.Low);
            counts[Math.Clamp((int)(place * Bins), 0, Bins - 1)] += statistics.Histogram[bin];
        }
        if (HistogramThresholds.Otsu(counts, classes) is not var (firsts, means))
            return null;
        float Position(double bin) => MathF.Pow((float)(bin / Bins), layer.Gamma);
        return ([.. firsts.Select(first => Position(first))], [.. means.Select(mean => Position(mean + 0.5))]);
    }
}
