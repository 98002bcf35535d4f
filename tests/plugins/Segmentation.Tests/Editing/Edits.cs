using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests.Editing;

/// <summary>Small label volumes, and runs of operations on them.</summary>
internal static class Edits
{
    public const byte None = LabelVolume.Unlabelled;

    private static readonly Runs Plugin = new(new SegmentationPlugin());

    public static PhaseTable Phases { get; } = PhaseTable.Named("pore", "active", "binder");

    /// <summary>Labels by a function of (z, y, x).</summary>
    public static LabelsLayer Layer(VolumeShape shape, Func<int, int, int, int> label, Spacing? spacing = null)
    {
        var labels = new LabelVolume(shape, Phases, spacing ?? Spacing.Isotropic(1));
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var i = 0; i < shape.SliceLength; i++)
                labels.Slice(z)[i] = (byte)label(z, i / shape.Width, i % shape.Width);
        }
        return new LabelsLayer("labels", labels);
    }

    /// <summary>One slice, a row for each text: '0' to '2' for a phase, '.' for unlabelled.</summary>
    public static LabelsLayer Slice(params string[] rows) => Layer(new VolumeShape(1, rows.Length, rows[0].Length), (_, y, x) => rows[y][x] == '.' ? None : rows[y][x] - '0');

    /// <summary>A slice as <see cref="Slice"/> takes it.</summary>
    public static string[] Text(LabelVolume labels, int z = 0) => [.. labels.Slice(z).ToArray().Chunk(labels.Shape.Width)
        .Select(row => string.Concat(row.Select(label => label == None ? '.' : (char)('0' + label))))];

    public static LabelsLayer Random(VolumeShape shape, int seed, Spacing? spacing = null, bool withUnlabelled = false)
    {
        var random = new Random(seed);
        return Layer(shape, (_, _, _) => random.Next(withUnlabelled ? 4 : 3) is var label && label == 3 ? None : label, spacing);
    }

    public static async Task<LabelVolume> Run(string id, string parameters, LabelsLayer layer, params (string, Layer)[] more)
    {
        var before = Greys.All(layer.Labels);
        var result = await Plugin.Run(id, parameters, null, [("in", layer), .. more]);
        Assert.Equal(before, Greys.All(layer.Labels));
        return Assert.IsType<LabelsLayer>(result.Layers[0]).Labels;
    }

    /// <summary>The same for a result that is worked on again.</summary>
    public static async Task<LabelsLayer> RunLayer(string id, string parameters, LabelsLayer layer, params (string, Layer)[] more) => new("again", await Run(id, parameters, layer, more));

    public static async Task<string> Refused(string id, string parameters, LabelsLayer layer, params (string, Layer)[] more) =>
        (await Assert.ThrowsAnyAsync<UserException>(() => Plugin.Run(id, parameters, null, [("in", layer), .. more]))).Message;

    public static IEnumerable<(int Z, int Y, int X)> Voxels(VolumeShape shape) =>
        from z in Enumerable.Range(0, shape.Depth) from y in Enumerable.Range(0, shape.Height) from x in Enumerable.Range(0, shape.Width) select (z, y, x);

    public static byte At(this LabelVolume labels, int z, int y, int x) => labels.Slice(z)[(y * labels.Shape.Width) + x];

    public static double Distance(Spacing spacing, (int Z, int Y, int X) a, (int Z, int Y, int X) b) =>
        Math.Sqrt(Math.Pow((a.Z - b.Z) * spacing.Z, 2) + Math.Pow((a.Y - b.Y) * spacing.Y, 2) + Math.Pow((a.X - b.X) * spacing.X, 2));
}
