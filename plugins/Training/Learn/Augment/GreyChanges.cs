using System.Numerics.Tensors;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>What can be done to the grey values of a patch. A patch is planes of edge × edge voxels, one after the other.</summary>
internal static class GreyChanges
{
    private const double FaultyPixels = 0.25;

    /// <summary>Adds normally distributed noise.</summary>
    internal static void Noise(Span<float> grey, double deviation, RandomSource random)
    {
        foreach (ref var value in grey)
            value += (float)(deviation * random.NextGaussian());
    }

    /// <summary>Moves values away from their mean, or towards it, but not out of the range that they had.</summary>
    internal static void Contrast(Span<float> grey, double factor)
    {
        var (low, high) = (TensorPrimitives.Min<float>(grey), TensorPrimitives.Max<float>(grey));
        var (mean, _) = Statistics(grey);
        foreach (ref var value in grey)
            value = Math.Clamp((float)(mean + ((value - mean) * factor)), low, high);
    }

    /// <summary>Bends the grey scale by a power, and gives back mean and standard deviation.</summary>
    /// <param name="grey">The patch.</param>
    /// <param name="exponent">Of values brought to 0 to 1.</param>
    /// <param name="inverted">Whether the bright end is taken for 0.</param>
    internal static void Gamma(Span<float> grey, double exponent, bool inverted)
    {
        if (inverted)
            TensorPrimitives.Negate(grey, grey);
        var low = TensorPrimitives.Min<float>(grey);
        var range = TensorPrimitives.Max<float>(grey) - low;
        var (mean, deviation) = Statistics(grey);
        if (range > 0)
        {
            foreach (ref var value in grey)
                value = MathF.Pow((value - low) / range, (float)exponent);
            var (bentMean, bentDeviation) = Statistics(grey);
            var scale = deviation / Math.Max(bentDeviation, 1e-8);
            foreach (ref var value in grey)
                value = (float)(mean + ((value - bentMean) * scale));
        }
        if (inverted)
            TensorPrimitives.Negate(grey, grey);
    }

    /// <summary>As if scanned with larger voxels: of every so many the middle one, and straight lines between.</summary>
    internal static void LowResolution(Span<float> plane, int edge, double factor)
    {
        var count = Math.Max(1, (int)Math.Round(edge / factor));
        var (pick, at) = (new int[count], new float[edge]);
        for (var i = 0; i < count; i++)
            pick[i] = Math.Min(edge - 1, (int)((i + 0.5) * edge / count));
        for (var i = 0; i < edge; i++)
            at[i] = (float)Math.Clamp(((i + 0.5) * count / edge) - 0.5, 0, count - 1);
        var coarse = new float[count * count];
        for (var y = 0; y < count; y++)
        {
            for (var x = 0; x < count; x++)
                coarse[(y * count) + x] = plane[(pick[y] * edge) + pick[x]];
        }
        for (var y = 0; y < edge; y++)
        {
            var (top, share) = ((int)at[y], at[y] - (int)at[y]);
            var upper = coarse.AsSpan(top * count, count);
            var lower = coarse.AsSpan(Math.Min(top + 1, count - 1) * count, count);
            for (var x = 0; x < edge; x++)
            {
                var (left, right, part) = ((int)at[x], Math.Min((int)at[x] + 1, count - 1), at[x] - (int)at[x]);
                var (a, b) = (upper[left] + (part * (upper[right] - upper[left])), lower[left] + (part * (lower[right] - lower[left])));
                plane[(y * edge) + x] = a + (share * (b - a));
            }
        }
    }

    /// <summary>Adds rings around an axis; the same in every plane, as a faulty pixel of the detector makes them.</summary>
    internal static void Rings(Span<float> grey, int edge, double deviation, RandomSource random)
    {
        var (centreY, centreX) = (random.NextBetween(-edge, 2 * edge), random.NextBetween(-edge, 2 * edge));
        var profile = new float[(4 * edge) + 2];
        foreach (ref var value in profile.AsSpan())
            value = random.NextDouble() < FaultyPixels ? (float)(deviation * random.NextGaussian()) : 0;
        var ring = new float[edge * edge];
        for (var y = 0; y < edge; y++)
        {
            for (var x = 0; x < edge; x++)
            {
                var radius = Math.Sqrt(((y - centreY) * (y - centreY)) + ((x - centreX) * (x - centreX)));
                var inner = (int)radius;
                ring[(y * edge) + x] = (float)(profile[inner] + ((radius - inner) * (profile[inner + 1] - profile[inner])));
            }
        }
        AddPlane(grey, ring);
    }

    /// <summary>Adds one plane to all.</summary>
    internal static void AddPlane(Span<float> grey, ReadOnlySpan<float> plane)
    {
        for (var at = 0; at < grey.Length; at += plane.Length)
            TensorPrimitives.Add(grey.Slice(at, plane.Length), plane, grey.Slice(at, plane.Length));
    }

    private static (double Mean, double Deviation) Statistics(ReadOnlySpan<float> grey)
    {
        double sum = 0, squares = 0;
        foreach (var value in grey)
            sum += value;
        var mean = sum / grey.Length;
        foreach (var value in grey)
            squares += (value - mean) * (value - mean);
        return (mean, Math.Sqrt(squares / grey.Length));
    }
}
