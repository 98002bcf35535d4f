using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Surfaces;

public class OuterBoundaryTests
{
    private const int Methods = 5;

    private static readonly Runs Plugin = new(new MetricsPlugin());

    [Theory]
    [InlineData("outer-boundary=true", 2 * ((5 * 4.8) + (5 * 4.2) + (4.8 * 4.2)))]
    [InlineData("", 0)]
    public async Task Run_OnAFullBox_HasTheAreaOfItsSixSidesIfTheyAreASurface(string parameters, double area)
    {
        using var layer = LabelVolumes.Filled(new VolumeShape(10, 12, 14), PhaseTable.Named("NMC"), (_, _, _) => 0, new Spacing(0.5, 0.4, 0.3)).Layer();

        using var result = await Plugin.Run("measure.surfaces", parameters, null, ("in", layer));

        var surfaces = result.Table("surfaces");
        Assert.Equal(area, (double)surfaces.Cell(0, "area")!, 1e-9);
        Assert.Equal(area / (5 * 4.8 * 4.2), (double)surfaces.Cell(0, "specific surface")!, 1e-9);
        // Other methods round the edges off.
        for (var method = 1; method < Methods; method++)
            Assert.InRange((double)surfaces.Cell(method, "area")!, 0.8 * area, area);
        Assert.Equal(area > 0 ? Methods : 0, result.Table("interfaces").Rows.Count);
    }

    // The same ball once with a phase around it, and once cut out: all there is of its surface is the outer boundary.
    [Fact]
    public async Task Run_OnABallWithNothingAround_MeasuresWhatThatInAPhaseHas()
    {
        static byte Ball(int z, int y, int x) => (z * z) + (y * y) + (x * x) <= 30 ? (byte)1 : (byte)0;
        var spacing = new Spacing(1.25, 1, 0.8);
        using var within = LabelVolumes.Filled(new VolumeShape(23, 23, 23), PhaseTable.Named("pore", "NMC"), (z, y, x) => Ball(z - 11, y - 11, x - 11), spacing).Layer();
        using var cut = LabelVolumes.Filled(new VolumeShape(11, 11, 11), PhaseTable.Named("pore", "NMC"), (z, y, x) => Ball(z - 5, y - 5, x - 5), spacing).Layer();

        using var expected = await Plugin.Run("measure.surfaces", "", null, ("in", within));
        using var actual = await Plugin.Run("measure.surfaces", "outer-boundary=true exclude=pore", null, ("in", cut));

        for (var method = 0; method < Methods; method++)
        {
            var area = (double)expected.Table("surfaces").Cell(Methods + method, "area")!;
            Assert.Equal(area, (double)actual.Table("surfaces").Cell(Methods + method, "area")!, 1e-5 * area);
        }
    }

    [Fact]
    public async Task Run_WithTheOuterBoundary_KeepsWhatIsInside()
    {
        using var layer = LabelVolumes.Filled(new VolumeShape(20, 18, 16), PhaseTable.Numbered(3), (z, y, x) => (byte)(((z / 7) + (y / 6) + (x / 9)) % 3)).Layer();
        using var without = await Plugin.Run("measure.surfaces", "", null, ("in", layer));
        using var with = await Plugin.Run("measure.surfaces", "outer-boundary=true", null, ("in", layer));

        var pairs = without.Table("interfaces").Rows.Count;
        Assert.Equal(without.Table("interfaces").Rows, with.Table("interfaces").Rows.Take(pairs));
        Assert.Equal(without.Table("triple lines").Rows, with.Table("triple lines").Rows);
        var outside = with.Table("interfaces").Rows.Skip(pairs).ToArray();
        Assert.Equal(["phase 0 | outside", "phase 1 | outside", "phase 2 | outside"], outside.Select(row => row[0]).Distinct());
        for (var row = 0; row < 3 * Methods; row++)
        {
            var (inside, all) = ((double)without.Table("surfaces").Cell(row, "area")!, (double)with.Table("surfaces").Cell(row, "area")!);
            Assert.Equal(inside + (double)outside[row][4]!, all, 1e-9 * all);
            // One body is no sample of a material.
            Assert.Null(with.Table("surfaces").Cell(row, "± 95 %"));
        }
    }

    [Fact]
    public async Task Run_OnASlice_TakesItsRimAlone()
    {
        using var layer = LabelVolumes.Filled(new VolumeShape(1, 6, 9), PhaseTable.Named("NMC"), (_, _, _) => 0).Layer();

        using var result = await Plugin.Run("measure.surfaces", "outer-boundary=true", null, ("in", layer));

        Assert.Equal(2 * (6 + 9.0), (double)result.Table("surfaces").Cell(0, "area")!, 1e-9);
    }

    [Fact]
    public async Task Run_WithAsManyPhasesAsThereCanBe_SaysSo()
    {
        using var layer = LabelVolumes.Filled(LabelVolumes.Box, PhaseTable.Numbered(PhaseTable.MaxCount), (_, _, _) => 0).Layer();

        var refused = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("measure.surfaces", "outer-boundary=true", null, ("in", layer)));

        Assert.Contains("255", refused.Message, StringComparison.Ordinal);
    }
}
