using VolumeViewer.Plugins.Synthesis.Imaging;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Tests;

/// <summary>Labelled shapes to scan, and scans without any disturbance to change from.</summary>
internal static class Phantoms
{
    /// <summary>Nothing but projecting and reconstructing.</summary>
    public static TomogramParameters Clean { get; } = new()
    {
        Greys = [0, 1],
        AttenuationPerGrey = 0.01,
        Surroundings = Surroundings.Air,
        Filter = FilterWindow.RamLak,
        Photons = 0,
        DetectorBlur = 0,
        Fringes = 0,
        Rings = 0,
        GreyDrift = 0,
    };

    public static PhaseTable Two { get; } = PhaseTable.Named("pore", "solid");

    public static LabelVolume Labels(VolumeShape shape, Func<int, int, int, bool> isSolid, Spacing? spacing = null)
    {
        var labels = new LabelVolume(shape, Two, spacing);
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                for (var x = 0; x < shape.Width; x++)
                    labels.Slice(z)[(y * shape.Width) + x] = isSolid(z, y, x) ? (byte)1 : (byte)0;
            }
        }
        return labels;
    }

    /// <summary>A cylinder along z in the middle.</summary>
    public static LabelVolume Disc(int size, double radius, int depth = 1, Spacing? spacing = null) =>
        Labels(new VolumeShape(depth, size, size), (_, y, x) => Distance(y, x, size) <= radius, spacing);

    public static double Distance(int y, int x, int size) => Math.Sqrt(Math.Pow(y - ((size - 1) / 2.0), 2) + Math.Pow(x - ((size - 1) / 2.0), 2));

    public static Tomogram Scan(LabelVolume labels, TomogramParameters parameters) => Tomogram.Make(labels, parameters, new RecordedJob());

    public static float[] Slice(this Tomogram tomogram, int z = 0) => tomogram.Greys.Slice(z).ToArray();

    /// <summary>Mean of the voxels of a square slice at distances from the axis.</summary>
    public static double MeanBetween(ReadOnlySpan<float> slice, double from, double to)
    {
        var size = (int)Math.Sqrt(slice.Length);
        double sum = 0;
        var count = 0;
        for (var i = 0; i < slice.Length; i++)
        {
            var distance = Distance(i / size, i % size, size);
            if (distance < from || distance > to)
                continue;
            sum += slice[i];
            count++;
        }
        return sum / count;
    }

    public static (double Mean, double Deviation) Moments(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var mean = all.Average();
        return (mean, Math.Sqrt(all.Average(value => (value - mean) * (value - mean))));
    }
}
