using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// The mean grey across flat borders of two phases within the slices: those that are crossed at right angles by rows or columns, in the same place in the
/// neighbouring rows and slices, with one phase only on either side as far as the profile goes.
/// </summary>
internal sealed class EdgeProfile
{
    /// <summary>Voxels on either side.</summary>
    public const int Half = 6;

    private const int FlatOver = 1;
    private const double WidestBlur = 5;

    private EdgeProfile(int low, int high, double[] greys, long count)
    {
        (Low, High, Greys, Count) = (low, high, greys, count);
        (Width, var start, var end) = Fit(greys);
        Contrast = end - start;
        // Beyond the fitted plateaus, as a share of the step, on both sides.
        var rising = Math.Sign(Contrast);
        var below = greys.Take(Half).Select(grey => rising * (start - grey)).Max();
        var above = greys.Skip(Half).Select(grey => rising * (grey - end)).Max();
        Overshoot = Math.Max(0, (below + above) / 2 / Math.Abs(Contrast));
    }

    /// <summary>The phase before the border.</summary>
    public int Low { get; }

    /// <summary>The phase behind it.</summary>
    public int High { get; }

    /// <summary>The mean greys from 5½ voxels before the border to 5½ voxels behind it.</summary>
    public double[] Greys { get; }

    /// <summary>How many borders were found.</summary>
    public long Count { get; }

    /// <summary>Standard deviation, in voxels, of the Gaussian that blurs a step to this profile.</summary>
    public double Width { get; }

    /// <summary>Height of the fitted step.</summary>
    public double Contrast { get; }

    /// <summary>How far the profile swings beyond the step, as a share of it: fringes.</summary>
    public double Overshoot { get; }

    /// <summary>Measures the pair of phases that has most flat borders, or null if no pair has twenty.</summary>
    public static EdgeProfile? Of(IVolumeSource greys, LabelVolume labels, CancellationToken cancellationToken)
    {
        var phases = labels.Phases.Count;
        var sums = new double[labels.Shape.Depth][];
        labels.ForEachSlice(z =>
        {
            var slice = new float[labels.Shape.SliceLength];
            greys.ReadSlice(z, slice);
            sums[z] = new double[phases * phases * ((2 * Half) + 1)];
            var above = labels.Slice(Math.Max(z - FlatOver, 0));
            var below = labels.Slice(Math.Min(z + FlatOver, labels.Shape.Depth - 1));
            Add(labels.Slice(z), above, below, slice, labels.Shape.Width, labels.Shape.Height, 1, labels.Shape.Width, phases, sums[z]);
            Add(labels.Slice(z), above, below, slice, labels.Shape.Height, labels.Shape.Width, labels.Shape.Width, 1, phases, sums[z]);
        }, cancellationToken);
        EdgeProfile? best = null;
        for (var pair = 0; pair < phases * phases; pair++)
        {
            var all = Enumerable.Range(0, (2 * Half) + 1).Select(i => sums.Sum(slice => slice[(pair * ((2 * Half) + 1)) + i])).ToArray();
            var count = (long)all[^1];
            if (count >= 20 && count > (best?.Count ?? 0))
                best = new EdgeProfile(pair / phases, pair % phases, [.. all.Take(2 * Half).Select(sum => sum / count)], count);
        }
        return best;
    }

    /// <summary>The curve.</summary>
    public PlotSeries Curve(string name) => new(name, [.. Enumerable.Range(0, 2 * Half).Select(i => i - Half + 0.5)], Greys);

    // Adds the profiles along one axis; the sums of a pair are those of the places, then the count. The phase of the lower label is before the border.
    private static void Add(ReadOnlySpan<byte> labels, ReadOnlySpan<byte> above, ReadOnlySpan<byte> below, float[] greys,
        int length, int lines, int step, int lineStep, int phases, double[] sums)
    {
        for (var line = FlatOver; line < lines - FlatOver; line++)
        {
            for (var i = Half; i <= length - Half; i++)
            {
                var at = (line * lineStep) + (i * step);
                var (before, behind) = (labels[at - step], labels[at]);
                if (before == behind || before >= phases || behind >= phases
                    || !IsFlat(labels, at, step, lineStep, before, behind) || !IsFlat(above, at, step, 0, before, behind) || !IsFlat(below, at, step, 0, before, behind))
                    continue;
                var turned = before > behind;
                var first = ((turned ? (behind * phases) + before : (before * phases) + behind) * ((2 * Half) + 1));
                for (var k = 0; k < 2 * Half; k++)
                    sums[first + k] += greys[at + ((turned ? Half - 1 - k : k - Half) * step)];
                sums[first + (2 * Half)]++;
            }
        }
    }

    private static bool IsFlat(ReadOnlySpan<byte> labels, int at, int step, int lineStep, byte before, byte behind)
    {
        for (var line = -FlatOver; line <= FlatOver; line++)
        {
            for (var k = 0; k < Half; k++)
            {
                if (labels[at + (line * lineStep) + (k * step)] != behind || labels[at + (line * lineStep) - ((k + 1) * step)] != before)
                    return false;
            }
        }
        return true;
    }

    // The width whose blurred step, best shifted in level and height, is nearest.
    private static (double Width, double Start, double End) Fit(double[] greys)
    {
        var best = (Error: double.PositiveInfinity, Width: 0.0, Start: 0.0, End: 0.0);
        for (var width = 0.2; width <= WidestBlur; width += 0.02)
        {
            double n = greys.Length, sx = 0, sy = 0, sxx = 0, sxy = 0;
            for (var i = 0; i < greys.Length; i++)
            {
                var x = Normal((i - Half + 0.5) / width);
                (sx, sy, sxx, sxy) = (sx + x, sy + greys[i], sxx + (x * x), sxy + (x * greys[i]));
            }
            var slope = ((n * sxy) - (sx * sy)) / ((n * sxx) - (sx * sx));
            var start = (sy - (slope * sx)) / n;
            var error = Enumerable.Range(0, greys.Length).Sum(i => Math.Pow(greys[i] - start - (slope * Normal((i - Half + 0.5) / width)), 2));
            if (error < best.Error)
                best = (error, width, start, start + slope);
        }
        return (best.Width, best.Start, best.End);
    }

    // The normal distribution function (Abramowitz and Stegun 7.1.26, within 10⁻⁶).
    private static double Normal(double u)
    {
        var t = 1 / (1 + (0.3275911 * Math.Abs(u) / Math.Sqrt(2)));
        var tail = ((((((((1.061405429 * t) - 1.453152027) * t) + 1.421413741) * t) - 0.284496736) * t) + 0.254829592) * t * Math.Exp(-u * u / 2);
        return u >= 0 ? 1 - (tail / 2) : tail / 2;
    }
}
