using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class ErrorsTests
{
    private const byte None = LabelVolumes.None;

    private static readonly Runs Plugin = new(new MetricsPlugin());
    private static readonly PhaseTable Phases = PhaseTable.Named("pore", "solid", "binder");
    private static readonly string[] Types = ["correct", "border error", "missed object", "false object", "swapped phase", "extent error"];

    // A square of 8 × 8, moved by three voxels. Of the three columns left behind, the first is within a voxel of the border, of the others the two end voxels:
    // 8 + 2·2. Of the three new ones only the first is: 8.
    [Fact]
    public async Task Run_OnAMovedObject_TellsBordersFromExtent()
    {
        var result = await Errors(Square(9), Square(6));
        Assert.Equal([400 - 48, 12 + 8, 0, 0, 0, 12 + 16], Row(result, "errors by phase of the reference", "all"));
        Assert.Equal([40, 12, 0, 0, 0, 12], Row(result, "errors by phase of the reference", "solid"));
        Assert.Equal([40, 8, 0, 0, 0, 16], Row(result, "errors by phase of the labels", "solid"));
        Assert.Equal([1L, 0L, 1L, 0L], result.Table("objects").Rows[1].Skip(1));
        var layer = Assert.IsType<LabelsLayer>(Assert.Single(result.Layers));
        Assert.Equal("border error", layer.Phases[layer.Labels.At(0, 8, 6)].Name);
        Assert.Equal("extent error", layer.Phases[layer.Labels.At(0, 8, 7)].Name);
        Assert.False(layer.Phases[0].Visible);
    }

    [Fact]
    public async Task Run_WithAWiderBorder_CallsMoreErrorsBorders()
    {
        var result = await Errors(Square(9), Square(6), "border=3");
        Assert.Equal([400 - 48, 48, 0, 0, 0, 0], Row(result, "errors by phase of the reference", "all"));
        result = await Errors(Square(9), Square(6), "border=0");
        Assert.Equal([400 - 48, 0, 0, 0, 0, 48], Row(result, "errors by phase of the reference", "all"));
    }

    // Three cubes of 27 voxels: one is not found, one has another phase, and one is only in the labels.
    [Fact]
    public async Task Run_OnObjectsOfOnlyOneVolume_NamesThem()
    {
        var shape = new VolumeShape(7, 8, 20);
        byte Cube(int z, int y, int x, int at, byte phase) => z is >= 2 and < 5 && y is >= 2 and < 5 && x >= at && x < at + 3 ? phase : (byte)0;
        var reference = LabelVolumes.Filled(shape, Phases, (z, y, x) => (byte)(Cube(z, y, x, 1, 1) + Cube(z, y, x, 7, 1)));
        var labels = LabelVolumes.Filled(shape, Phases, (z, y, x) => (byte)(Cube(z, y, x, 7, 2) + Cube(z, y, x, 13, 2)));
        var result = await Errors(labels, reference);
        Assert.Equal([(7 * 8 * 20) - 81, 0, 27, 27, 27, 0], Row(result, "errors by phase of the reference", "all"));
        Assert.Equal([0, 0, 27, 0, 27, 0], Row(result, "errors by phase of the reference", "solid"));
        Assert.Equal([0, 0, 0, 27, 27, 0], Row(result, "errors by phase of the labels", "binder"));
        Assert.Equal(["solid", 2L, 2L, 0L, 0L], result.Table("objects").Rows[1]);
        Assert.Equal(["binder", 0L, 0L, 2L, 2L], result.Table("objects").Rows[2]);
        // Smaller than the smallest object they are errors at borders; their middles are two voxels away from other phases.
        result = await Errors(labels, reference, "smallest-object=28");
        Assert.Equal(81 - 2, Row(result, "errors by phase of the reference", "all")[1] + Row(result, "errors by phase of the reference", "all")[5] - 2);
        Assert.Equal(0, Row(result, "errors by phase of the reference", "all")[2..5].Sum());
    }

    // 10 of 20 voxels are there.
    [Theory]
    [InlineData("found-share=0.5", 0)]
    [InlineData("found-share=0.51", 10)]
    public async Task Run_OnAnObjectFoundInPart_GoesByTheShare(string options, long missed)
    {
        byte[] truth = [.. Enumerable.Repeat((byte)0, 20), .. Enumerable.Repeat((byte)1, 20), .. Enumerable.Repeat((byte)0, 20)];
        byte[] found = [.. Enumerable.Repeat((byte)0, 20), .. Enumerable.Repeat((byte)1, 10), .. Enumerable.Repeat((byte)0, 30)];
        var result = await Errors(LabelVolumes.Row(Phases, found), LabelVolumes.Row(Phases, truth), options);
        Assert.Equal(missed, Row(result, "errors by phase of the reference", "all")[2]);
    }

    [Fact]
    public async Task Run_WithUnlabelledVoxels_LeavesThemOut()
    {
        var result = await Errors(LabelVolumes.Row(Phases, 0, 0, 1, None, 1, 0), LabelVolumes.Row(Phases, 0, 1, 1, 1, None, None));
        Assert.Equal([3L, 3L], result.Table("voxels").Rows[0]);
        Assert.Equal([2, 1, 0, 0, 0, 0], Row(result, "errors by phase of the reference", "all"));
        var labels = ((LabelsLayer)result.Layers[0]).Labels;
        Assert.Equal([None, None, None], labels.Slice(0)[3..].ToArray());
    }

    // Written anew without runs and separable filters.
    [Theory]
    [InlineData(1, 1, 3)]
    [InlineData(2, 2, 4)]
    [InlineData(3, 0, 1)]
    public async Task Run_OnRandomVolumes_AgreesWithTheDefinition(int seed, int border, int smallest)
    {
        var shape = new VolumeShape(4, 9, 11);
        var random = new Random(seed);
        var reference = LabelVolumes.Filled(shape, Phases, (z, y, x) => random.Next(20) == 0 ? None : (byte)(((z / 2) + (y / 3) + (x / 4) + (random.Next(5) == 0 ? 1 : 0)) % 3));
        var labels = LabelVolumes.Filled(shape, Phases, (z, y, x) => random.Next(20) == 0 ? None : random.Next(4) == 0 ? (byte)random.Next(3) : (byte)((z + (y / 3) + (x / 4)) % 3));
        var layer = (LabelsLayer)(await Errors(labels, reference, $"border={border} smallest-object={smallest}")).Layers[0];
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                for (var x = 0; x < shape.Width; x++)
                    Assert.Equal(Expected(labels, reference, (z, y, x), border, smallest), layer.Labels.At(z, y, x));
            }
        }
    }

    [Fact]
    public async Task Run_OnVolumesThatDoNotFit_SaysWhy()
    {
        var fault = await Assert.ThrowsAsync<UserException>(() => Errors(LabelVolumes.Row(Phases, 0, 1), LabelVolumes.Row(Phases, 0, 1, 1)));
        Assert.Contains("1 × 1 × 2", fault.Message, StringComparison.Ordinal);
        fault = await Assert.ThrowsAsync<UserException>(() => Errors(LabelVolumes.Row(Phases, 0, None), LabelVolumes.Row(Phases, None, 1)));
        Assert.Contains("nothing to compare", fault.Message, StringComparison.Ordinal);
    }

    private static LabelVolume Square(int left) =>
        LabelVolumes.Filled(new VolumeShape(1, 20, 20), Phases, (_, y, x) => y is >= 6 and < 14 && x >= left && x < left + 8 ? (byte)1 : (byte)0);

    private static byte Expected(LabelVolume labels, LabelVolume reference, (int Z, int Y, int X) at, int border, int smallest)
    {
        var (phase, truth) = (labels.At(at.Z, at.Y, at.X), reference.At(at.Z, at.Y, at.X));
        if (phase == None || truth == None)
            return None;
        if (phase == truth)
            return 0;
        var (missed, isFalse) = (IsLost(reference, labels, at, smallest), IsLost(labels, reference, at, smallest));
        if (missed || isFalse)
            return (byte)(missed && isFalse ? 4 : missed ? 2 : 3);
        return HasNeighbour(reference, at, border) ? (byte)1 : (byte)5;
    }

    private static bool HasNeighbour(LabelVolume reference, (int Z, int Y, int X) at, int border) =>
        All(reference.Shape).Any(other => Math.Max(Math.Abs(other.Z - at.Z), Math.Max(Math.Abs(other.Y - at.Y), Math.Abs(other.X - at.X))) <= border
            && reference.At(other.Z, other.Y, other.X) is var phase && phase != None && phase != reference.At(at.Z, at.Y, at.X));

    private static bool IsLost(LabelVolume own, LabelVolume other, (int Z, int Y, int X) start, int smallest)
    {
        var phase = own.At(start.Z, start.Y, start.X);
        var found = new HashSet<(int Z, int Y, int X)> { start };
        var open = new Queue<(int Z, int Y, int X)>(found);
        while (open.TryDequeue(out var at))
        {
            foreach (var (dz, dy, dx) in new[] { (1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1) })
            {
                var (z, y, x) = (at.Z + dz, at.Y + dy, at.X + dx);
                if (z >= 0 && y >= 0 && x >= 0 && z < own.Shape.Depth && y < own.Shape.Height && x < own.Shape.Width
                    && own.At(z, y, x) == phase && other.At(z, y, x) != None && found.Add((z, y, x)))
                    open.Enqueue((z, y, x));
            }
        }
        return found.Count >= smallest && found.Count(at => other.At(at.Z, at.Y, at.X) == phase) < 0.5 * found.Count;
    }

    private static IEnumerable<(int Z, int Y, int X)> All(VolumeShape shape) => from z in Enumerable.Range(0, shape.Depth)
                                                                                from y in Enumerable.Range(0, shape.Height)
                                                                                from x in Enumerable.Range(0, shape.Width)
                                                                                select (z, y, x);

    private static long[] Row(OperationResult result, string table, string phase) =>
        [.. Types.Select(type => (long)result.Table(table).Cell(result.Table(table).Rows.Select(row => (string)row[0]!).ToList().IndexOf(phase), type)!)];

    private static Task<OperationResult> Errors(LabelVolume labels, LabelVolume reference, string options = "") =>
        Plugin.Run("measure.errors", options, null, ("in", labels.Layer("labels")), ("reference", reference.Layer("truth")));
}
