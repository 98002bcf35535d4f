using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>
/// How much the local grey speaks for one phase of a pair: (g − m)/h with the grey g and the mean grey m of the phases that are there, both averaged over 3 × 3
/// voxels of the slice, and half the distance h of the two phases' means. On a boundary m is the middle between the two, so that this is 1 where the grey is that
/// of the brighter phase, and −1 where it is that of the darker; it is kept within ±2.
/// </summary>
internal sealed class GreyPull
{
    private const float Most = 2;

    private readonly IVolumeSource _grey;
    private readonly LabelVolume _labels;
    private readonly double[] _means;

    private GreyPull(IVolumeSource grey, LabelVolume labels, double[] means) => (_grey, _labels, _means) = (grey, labels, means);

    /// <summary>The greatest size of a pull.</summary>
    internal static double Greatest => Most;

    /// <summary>Measures the phases' mean greys.</summary>
    /// <exception cref="UserException">The volumes differ in shape.</exception>
    internal static GreyPull Measure(ImageLayer grey, LabelsLayer labels, CancellationToken cancellationToken)
    {
        if (grey.Shape != labels.Shape)
        {
            throw new UserException($"'{grey.Name}' has {grey.Shape} voxels (z, y, x), '{labels.Name}' {labels.Shape}; they must be the same. "
                + "Crop or resample one of them.");
        }
        var phases = labels.Labels.Phases.Count;
        var slices = new (double Sum, long Count)[labels.Shape.Depth, phases];
        labels.Labels.ForEachSlice(z =>
        {
            var row = new float[labels.Shape.SliceLength];
            grey.Volume.ReadSlice(z, row);
            var slice = labels.Labels.Slice(z);
            for (var i = 0; i < row.Length; i++)
            {
                if (slice[i] == LabelVolume.Unlabelled)
                    continue;
                ref var sum = ref slices[z, slice[i]];
                sum = (sum.Sum + row[i], sum.Count + 1);
            }
        }, cancellationToken);
        var means = new double[phases];
        for (var phase = 0; phase < phases; phase++)
        {
            var all = Enumerable.Range(0, labels.Shape.Depth).Select(z => slices[z, phase]).ToList();
            means[phase] = all.Sum(each => each.Sum) / Math.Max(1, all.Sum(each => each.Count));
        }
        return new GreyPull(grey.Volume, labels.Labels, means);
    }

    /// <summary>By how much the grey of a slice is above that of its phases, averaged over 3 × 3 voxels, fewer at the border; 0 for unlabelled voxels.</summary>
    internal void ReadExcess(int z, Span<float> slice)
    {
        var (height, width) = (_grey.Shape.Height, _grey.Shape.Width);
        var raw = new float[slice.Length];
        _grey.ReadSlice(z, raw);
        var labels = _labels.Slice(z);
        for (var i = 0; i < raw.Length; i++)
            raw[i] = labels[i] == LabelVolume.Unlabelled ? 0 : raw[i] - (float)_means[labels[i]];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (sum, count) = (0f, 0);
                for (var row = Math.Max(0, y - 1); row <= Math.Min(height - 1, y + 1); row++)
                {
                    for (var column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++, count++)
                        sum += raw[(row * width) + column];
                }
                slice[(y * width) + x] = sum / count;
            }
        }
    }

    /// <summary>How much an excess of grey speaks for <paramref name="phase"/> against <paramref name="other"/>; 0 where their means are equal.</summary>
    internal float For(int phase, int other, float excess)
    {
        var half = (_means[phase] - _means[other]) / 2;
        return half == 0 ? 0 : Math.Clamp((float)(excess / half), -Most, Most);
    }
}
