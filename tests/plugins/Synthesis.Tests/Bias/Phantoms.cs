using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests.Bias;

/// <summary>Label volumes made by a function of the place.</summary>
internal static class Phantoms
{
    public static LabelVolume Make(VolumeShape shape, Func<int, int, int, int> labelAt, int phases = 2, Spacing? spacing = null)
    {
        var labels = new LabelVolume(shape, PhaseTable.Named(new[] { "pore", "NMC", "CBD" }.Take(phases)), spacing);
        labels.ForEachSlice(z =>
        {
            var slice = labels.Slice(z);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = (byte)labelAt(z, i / shape.Width, i % shape.Width);
        });
        return labels;
    }

    public static long Count(this LabelVolume labels, int label)
    {
        long count = 0;
        for (var z = 0; z < labels.Shape.Depth; z++)
            count += labels.Slice(z).Count((byte)label);
        return count;
    }

    public static byte[] Bytes(this LabelVolume labels)
    {
        var bytes = new List<byte>();
        for (var z = 0; z < labels.Shape.Depth; z++)
            bytes.AddRange(labels.Slice(z));
        return [.. bytes];
    }

    public static double Variance(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }
}
