using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests;

/// <summary>Small grey volumes, and plain ways to look at all voxels of a volume.</summary>
internal static class Greys
{
    public static VolumeShape Box { get; } = new(4, 5, 6);

    public static Volume<T> Filled<T>(VolumeShape shape, Func<int, int, int, T> value) where T : unmanaged
    {
        var volume = new Volume<T>(shape);
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                for (var x = 0; x < shape.Width; x++)
                    volume[z, y, x] = value(z, y, x);
            }
        }
        return volume;
    }

    public static Volume<T> Random<T>(VolumeShape shape, int seed, Func<Random, T> next) where T : unmanaged
    {
        var random = new Random(seed);
        return Filled(shape, (_, _, _) => next(random));
    }

    public static T[] All<T>(Volume<T> volume) where T : unmanaged =>
        [.. Enumerable.Range(0, volume.Shape.Depth).SelectMany(z => volume.Slice(z).ToArray())];

    public static byte[] All(LabelVolume labels) => [.. Enumerable.Range(0, labels.Shape.Depth).SelectMany(z => labels.Slice(z).ToArray())];

    public static LabelVolume Labels(OperationResult result) => Assert.IsType<LabelsLayer>(Assert.Single(result.Layers)).Labels;

    /// <summary>The layer of a volume; made with its statistics of another one where it holds no grey value itself.</summary>
    public static ImageLayer Layer(IVolumeSource volume) => new("grey", volume, IntensityStatistics.Measure(new Volume<byte>(new VolumeShape(1, 1, 1))));

    public static Passes Passes(VolumeShape shape, CancellationToken cancellationToken = default) =>
        new(new Plugins.Tests.RecordedJob(cancellationToken), 1, shape.Depth);
}
