using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Agreement;

public class BoundaryAgreementTests
{
    private static readonly Runs Plugin = new(new MetricsPlugin());

    [Fact]
    public async Task Run_OnAPlaneThatIsMoved_GivesTheDistance()
    {
        var spacing = new Spacing(0.5, 0.25, 2);
        using var layer = Slabs(7, spacing).Layer();
        using var reference = Slabs(4, spacing).Layer("truth");
        using var result = await Plugin.Run("measure.boundary-agreement", "", null, ("in", layer), ("reference", reference));

        var table = result.Table("boundaries");
        for (var phase = 0; phase < 2; phase++)
        {
            Assert.Equal(1.5, (double)table.Cell(phase, "mean distance")!, 1e-6);
            Assert.Equal(1.5, (double)table.Cell(phase, "95 % Hausdorff distance")!, 1e-6);
            Assert.Equal(1.5, (double)table.Cell(phase, "Hausdorff distance")!, 1e-6);
            Assert.Equal(0.0, table.Cell(phase, "boundary F1"));
            Assert.Equal(8 * 9, table.Cell(phase, "boundary voxels"));
        }
        Assert.Equal("µm", table.Columns[5].Unit);
    }

    // Six of the shortest edges of 0.25 µm are the distance between the planes.
    [Theory]
    [InlineData(5.9, 0)]
    [InlineData(6, 1)]
    public async Task Run_WithATolerance_CountsWhatIsWithinIt(double tolerance, double f1)
    {
        var spacing = new Spacing(0.5, 0.25, 2);
        using var layer = Slabs(7, spacing).Layer();
        using var reference = Slabs(4, spacing).Layer();
        using var result = await Plugin.Run("measure.boundary-agreement", $"tolerance={tolerance}", null, ("in", layer), ("reference", reference));
        Assert.Equal(f1, result.Table("boundaries").Cell(0, "boundary F1"));
    }

    [Fact]
    public async Task Run_OnEqualLabels_FindsNoDistance()
    {
        using var layer = LabelVolumes.Random(new VolumeShape(9, 10, 11), 3, 3).Layer();
        using var result = await Plugin.Run("measure.boundary-agreement", "per-slice=true", null, ("in", layer), ("reference", layer));
        var table = result.Table("boundaries");
        Assert.Equal([1.0, 0.0, 0.0, 0.0], new[] { "boundary F1", "mean distance", "95 % Hausdorff distance", "Hausdorff distance" }.Select(name => table.Cell(1, name)));
        Assert.Equal(9, result.Table("boundaries per slice").Rows.Count);
        Assert.All(result.Table("boundaries per slice").Rows, row => Assert.Equal(1.0, row[1]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_OnRandomLabels_AgreesWithTheDefinition(bool inSlices)
    {
        var shape = new VolumeShape(5, 9, 13);
        var spacing = new Spacing(1.5, 1, 0.7);
        using var layer = Blobs(shape, 1, spacing).Layer();
        using var reference = Blobs(shape, 2, spacing).Layer();
        using var result = await Plugin.Run("measure.boundary-agreement", $"tolerance=2 in-slices={inSlices}", null, ("in", layer), ("reference", reference));
        var table = result.Table("boundaries");
        for (var phase = 0; phase < 2; phase++)
        {
            var (own, other) = (Boundary(layer.Labels, reference.Labels, phase, inSlices), Boundary(reference.Labels, layer.Labels, phase, inSlices));
            double[] there = [.. own.Select(voxel => other.Min(to => Distance(voxel, to)))], back = [.. other.Select(voxel => own.Min(to => Distance(voxel, to)))];
            Assert.Equal(own.Count, table.Cell(phase, "boundary voxels"));
            Assert.Equal(there.Concat(back).Average(), (double)table.Cell(phase, "mean distance")!, 1e-5);
            Assert.Equal(Math.Max(there.Max(), back.Max()), (double)table.Cell(phase, "Hausdorff distance")!, 1e-5);
            Assert.Equal(Math.Max(Quantile(there), Quantile(back)), (double)table.Cell(phase, "95 % Hausdorff distance")!, 1e-5);
            var (precision, recall) = (there.Count(each => each <= 1.4 + 1e-6) / (double)there.Length, back.Count(each => each <= 1.4 + 1e-6) / (double)back.Length);
            Assert.Equal(2 * precision * recall / (precision + recall), (double)table.Cell(phase, "boundary F1")!, 1e-9);
        }

        double Distance((int Z, int Y, int X) a, (int Z, int Y, int X) b) => inSlices && a.Z != b.Z ? double.PositiveInfinity
            : Math.Sqrt(Math.Pow((a.Z - b.Z) * spacing.Z, 2) + Math.Pow((a.Y - b.Y) * spacing.Y, 2) + Math.Pow((a.X - b.X) * spacing.X, 2));

        // As numpy.percentile does: between the ranks around.
        static double Quantile(double[] distances)
        {
            var sorted = distances.Order().ToArray();
            var rank = 0.95 * (sorted.Length - 1);
            var low = sorted[(int)rank];
            return low + ((rank - (int)rank) * (sorted[Math.Min((int)rank + 1, sorted.Length - 1)] - low));
        }
    }

    [Fact]
    public async Task Run_OnAPhaseOfOneVolumeAlone_IsInfinitelyFar()
    {
        var phases = PhaseTable.Named("a", "b", "c");
        using var layer = LabelVolumes.Row(phases, 0, 0, 1, 1, 0).Layer();
        using var reference = LabelVolumes.Row(phases, 0, 0, 0, 0, 0).Layer();
        using var result = await Plugin.Run("measure.boundary-agreement", "", null, ("in", layer), ("reference", reference));
        var table = result.Table("boundaries");
        Assert.Equal([0.0, double.PositiveInfinity, double.PositiveInfinity], new[] { "boundary F1", "mean distance", "95 % Hausdorff distance" }.Select(name => table.Cell(1, name)));
        Assert.Equal([null, null, null], new[] { "boundary F1", "mean distance", "Hausdorff distance" }.Select(name => table.Cell(2, name)));
    }

    [Fact]
    public async Task Run_WithUnlabelledVoxels_MakesNoBoundaryOfThem()
    {
        const byte None = LabelVolumes.None;
        var phases = PhaseTable.Named("a", "b");
        using var layer = LabelVolumes.Row(phases, 0, 0, 1, 1, 1, 1, 0, 0).Layer();
        using var reference = LabelVolumes.Row(phases, 0, 0, 0, 1, 1, None, 0, 0).Layer();
        using var result = await Plugin.Run("measure.boundary-agreement", "", null, ("in", layer), ("reference", reference));
        Assert.Equal([1, 1], new[] { "boundary voxels", "reference boundary voxels" }.Select(name => result.Table("boundaries").Cell(1, name)));
        Assert.Equal(1.0, result.Table("boundaries").Cell(1, "Hausdorff distance"));
    }

    [Fact]
    public async Task Run_OnVolumesThatDoNotFit_SaysWhy()
    {
        using var layer = LabelVolumes.Row(PhaseTable.Named("a"), 0, 0).Layer();
        using var reference = LabelVolumes.Row(PhaseTable.Named("a"), 0).Layer("truth");
        using var none = LabelVolumes.Row(PhaseTable.Named("a"), LabelVolumes.None, LabelVolumes.None).Layer();
        Assert.Contains("the reference 'truth' 1 × 1 × 1", (await Assert.ThrowsAsync<UserException>(
            () => Plugin.Run("measure.boundary-agreement", "", null, ("in", layer), ("reference", reference)))).Message, StringComparison.Ordinal);
        Assert.StartsWith("No voxel is labelled both", (await Assert.ThrowsAsync<UserException>(
            () => Plugin.Run("measure.boundary-agreement", "", null, ("in", layer), ("reference", none)))).Message, StringComparison.Ordinal);
    }

    private static LabelVolume Slabs(int first, Spacing spacing) =>
        LabelVolumes.Filled(new VolumeShape(12, 8, 9), PhaseTable.Named("low", "high"), (z, _, _) => z < first ? (byte)0 : (byte)1, spacing);

    private static LabelVolume Blobs(VolumeShape shape, int seed, Spacing spacing)
    {
        var random = new Random(seed);
        return LabelVolumes.Filled(shape, PhaseTable.Named("a", "b"), (z, y, x) => random.Next(20) == 0 ? LabelVolumes.None
            : (byte)(Math.Sin((y * 0.9) + seed) + Math.Cos(x * 0.7) + (random.NextDouble() * 0.5) > 0.2 ? 1 : 0), spacing);
    }

    private static List<(int Z, int Y, int X)> Boundary(LabelVolume labels, LabelVolume other, int phase, bool inSlices)
    {
        var shape = labels.Shape;
        byte At(int z, int y, int x) => z < 0 || y < 0 || x < 0 || z >= shape.Depth || y >= shape.Height || x >= shape.Width || other.At(z, y, x) == LabelVolumes.None
            ? LabelVolumes.None : labels.At(z, y, x);
        var found = new List<(int Z, int Y, int X)>();
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                for (var x = 0; x < shape.Width; x++)
                {
                    var around = new List<byte> { At(z, y - 1, x), At(z, y + 1, x), At(z, y, x - 1), At(z, y, x + 1) };
                    if (!inSlices)
                        around.AddRange([At(z - 1, y, x), At(z + 1, y, x)]);
                    if (At(z, y, x) == phase && around.Any(label => label != phase && label != LabelVolumes.None))
                        found.Add((z, y, x));
                }
            }
        }
        return found;
    }
}
