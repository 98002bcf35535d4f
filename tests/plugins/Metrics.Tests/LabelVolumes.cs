using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

/// <summary>Small labelled volumes.</summary>
internal static class LabelVolumes
{
    public const byte None = LabelVolume.Unlabelled;

    public static VolumeShape Box { get; } = new(4, 5, 6);

    public static LabelVolume Filled(VolumeShape shape, PhaseTable phases, Func<int, int, int, byte> label, Spacing? spacing = null)
    {
        var labels = new LabelVolume(shape, phases, spacing);
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                for (var x = 0; x < shape.Width; x++)
                    labels.Slice(z)[(y * shape.Width) + x] = label(z, y, x);
            }
        }
        return labels;
    }

    /// <summary>One slice of one row.</summary>
    public static LabelVolume Row(PhaseTable phases, params byte[] labels) => Filled(new VolumeShape(1, 1, labels.Length), phases, (_, _, x) => labels[x]);

    public static LabelVolume Random(VolumeShape shape, int phases, int seed)
    {
        var random = new Random(seed);
        return Filled(shape, PhaseTable.Numbered(phases), (_, _, _) => random.Next(8) == 0 ? None : (byte)random.Next(phases));
    }

    public static byte At(this LabelVolume labels, int z, int y, int x) => labels.Slice(z)[(y * labels.Shape.Width) + x];

    public static LabelsLayer Layer(this LabelVolume labels, string name = "labels") => new(name, labels);
}
