using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Connectivity;

public class ConnectivityTests
{
    private static readonly Runs Plugin = new(new MetricsPlugin());

    [Fact]
    public async Task Run_OnRodsOfEachKind_TellsThemApart()
    {
        using var layer = Rods().Layer();
        using var result = await Plugin.Run("measure.connectivity", "phase=rod", null, ("in", layer));

        var components = result.Table("components");
        Assert.Equal("1/µm³", components.Columns[2].Unit);
        Assert.Equal(["rod", 4], components.Rows[0].Take(2));
        Assert.Equal(4 / (8 * 8 * 12 * 0.125), (double)components.Cell(0, "components per volume")!, 1e-12);
        // Of 12 + 5 + 4 + 3 voxels.
        Assert.Equal(0.5, components.Cell(0, "largest share"));
        Assert.Equal(3 / 24.0, components.Cell(0, "enclosed share"));
        var x = result.Table("percolation");
        Assert.Equal("x", x.Cell(2, "axis"));
        Assert.Equal([12 / 24.0, 5 / 24.0, 4 / 24.0, 3 / 24.0], new[] { "percolating", "first side only", "last side only", "isolated" }.Select(name => x.Cell(2, name)));
        Assert.Equal([0.0, 1.0], new[] { "percolating", "isolated" }.Select(name => x.Cell(0, name)));
        Assert.NotNull(x.Cell(2, "percolating ± 95 %"));
        // Sizes of 2 to 3, 4 to 7 and 8 to 15 voxels.
        Assert.Equal([0, 1, 2, 1], result.Table("component sizes").Rows.Select(row => row[2]));
        Assert.Equal([0.25, 0.5, 0.75, 1], result.Plots[0].Series.Single().Y);
    }

    [Fact]
    public async Task Run_WithClassesAsALayer_ShowsWhatPercolates()
    {
        using var layer = Rods().Layer();
        using var result = await Plugin.Run("measure.connectivity", "phase=rod intervals=false class-layer=true axis=x", null, ("in", layer));

        var classes = Assert.IsType<LabelsLayer>(Assert.Single(result.Layers));
        Assert.Equal(["rod, percolating", "rod, dead end", "rod, isolated"], classes.Phases.Select(phase => phase.Name));
        Assert.Equal([0, 1, 1, 2, LabelVolumes.None],
            [classes.Labels.At(1, 1, 6), classes.Labels.At(3, 1, 0), classes.Labels.At(3, 5, 11), classes.Labels.At(5, 5, 5), classes.Labels.At(0, 0, 0)]);
        Assert.Null(result.Table("percolation").Cell(2, "percolating ± 95 %"));
    }

    [Fact]
    public async Task Run_WithAMaskAroundThePercolatingRod_LeavesTheRestOut()
    {
        using var layer = Rods().Layer();
        using var mask = LabelVolumes.Filled(new VolumeShape(8, 8, 12), PhaseTable.ForFileValues([0, 1]), (z, y, _) => z < 3 && y < 3 ? (byte)1 : (byte)0).Layer();
        using var result = await Plugin.Run("measure.connectivity", "phase=rod", null, ("in", layer), ("mask", mask));
        Assert.Equal(1.0, result.Table("percolation").Cell(2, "percolating"));
    }

    [Fact]
    public async Task Run_OnAPhaseThatIsNotThere_HasNoShares()
    {
        using var layer = LabelVolumes.Filled(LabelVolumes.Box, PhaseTable.Named("a", "b"), (_, _, _) => 0).Layer();
        using var result = await Plugin.Run("measure.connectivity", "phase=b", null, ("in", layer));
        Assert.Equal(0, result.Table("components").Cell(0, "components"));
        Assert.Null(result.Table("percolation").Cell(0, "percolating"));
        Assert.Empty(result.Table("component sizes").Rows);
    }

    [Fact]
    public async Task Run_WithAnotherNumberOfNeighbours_SaysWhatThereIs()
    {
        using var layer = LabelVolumes.Filled(LabelVolumes.Box, PhaseTable.Numbered(1), (_, _, _) => 0).Layer();
        var fault = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("measure.connectivity", "neighbours=8", null, ("in", layer)));
        Assert.Equal("--neighbours 8: a voxel has 6, 18 or 26 neighbours; choose one of these.", fault.Message);
    }

    // Along x: one rod through the volume, one from the first side, one from the last, one inside.
    private static LabelVolume Rods() => LabelVolumes.Filled(new VolumeShape(8, 8, 12), PhaseTable.Named("ground", "rod"), (z, y, x) => (z, y) switch
    {
        (1, 1) => 1,
        (3, 1) when x < 5 => 1,
        (3, 5) when x >= 8 => 1,
        (5, 5) when x is >= 4 and < 7 => 1,
        _ => 0,
    }, new Spacing(0.5, 0.5, 0.5));
}
