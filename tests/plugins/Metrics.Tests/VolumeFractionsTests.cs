using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class VolumeFractionsTests
{
    private static readonly Runs Plugin = new(new MetricsPlugin());

    [Fact]
    public async Task Run_OnCalibratedVolume_GivesVoxelsFractionsAndVolumes()
    {
        // Phase 1 fills one column of six, phase 0 the rest; the last slice of four is unlabelled.
        var labels = LabelVolumes.Filled(LabelVolumes.Box, PhaseTable.Named("pore", "NMC", "CBD"),
            (z, _, x) => z == 3 ? LabelVolumes.None : x == 2 ? (byte)1 : (byte)0, new Spacing(2, 0.5, 0.25));
        var result = await Run(labels);
        var table = result.Table("volume fractions");
        Assert.Equal(["phase", "file value", "voxels", "volume fraction", "± 95 %", "volume [µm³]"], table.Columns.Select(column => column.Heading));
        // Two phases that fill the labelled voxels are equally uncertain, and one that has none says nothing.
        var halfWidth = Assert.IsType<double>(table.Cell(0, "± 95 %"));
        Assert.InRange(halfWidth, 0.01, 0.3);
        Assert.Equal(["pore", 0L, 75L, 75 / 90.0, halfWidth, 75 * 0.25], table.Rows[0]);
        Assert.Equal(halfWidth, (double)table.Cell(1, "± 95 %")!, 1e-5);
        Assert.Equal(["NMC", 1L, 15L, 15 / 90.0, table.Cell(1, "± 95 %"), 15 * 0.25], table.Rows[1]);
        Assert.Equal(["CBD", 2L, 0L, 0.0, null, 0.0], table.Rows[2]);
        Assert.Equal([120L, 90L, 30L], result.Table("voxels").Rows[0]);
    }

    [Fact]
    public async Task Run_OnUncalibratedVolume_GivesNoVolume()
    {
        var result = await Run(LabelVolumes.Random(LabelVolumes.Box, 2, 1));
        Assert.DoesNotContain(result.Tables[0].Columns, column => column.Unit == "µm³");
        Assert.Equal("x [voxel]", result.Plots[2].XLabel);
    }

    [Fact]
    public async Task Run_OnAnyVolume_GivesAProfileAlongEachAxis()
    {
        var labels = LabelVolumes.Filled(LabelVolumes.Box, PhaseTable.Numbered(2),
            (z, y, x) => z == 1 ? LabelVolumes.None : x < y ? (byte)1 : (byte)0, new Spacing(2, 0.5, 0.25));
        var plots = (await Run(labels)).Plots;
        Assert.Equal(3, plots.Count);
        var (z, y, x) = (plots[0], plots[1], plots[2]);
        Assert.Equal(["z [µm]", "y [µm]", "x [µm]"], new[] { z.XLabel, y.XLabel, x.XLabel });
        // The slice without labels has no point; places are voxel centres.
        Assert.Equal([1.0, 5.0, 7.0], z.Series[1].X);
        Assert.Equal([10 / 30.0, 10 / 30.0, 10 / 30.0], z.Series[1].Y);
        Assert.Equal([0.25, 0.75, 1.25, 1.75, 2.25], y.Series[1].X);
        Assert.Equal([0, 1 / 6.0, 2 / 6.0, 3 / 6.0, 4 / 6.0], y.Series[1].Y);
        Assert.Equal([4 / 5.0, 3 / 5.0, 2 / 5.0, 1 / 5.0, 0, 0], x.Series[1].Y);
        Assert.Equal([1 / 5.0, 2 / 5.0, 3 / 5.0, 4 / 5.0, 1, 1], x.Series[0].Y);
    }

    // 300 rows of 70: sums of columns outgrow a byte, and rows are no multiple of a vector.
    [Fact]
    public void Count_OfRandomLabels_EqualsCountingVoxelByVoxel()
    {
        var shape = new VolumeShape(2, 300, 70);
        var labels = LabelVolumes.Random(shape, 3, 9);
        var counts = PhaseCounts.Count(labels);
        foreach (var axis in Enum.GetValues<Axis>())
        {
            for (var label = 0; label < 3; label++)
            {
                var (inPhase, labelled) = (new double[shape.Along(axis)], new double[shape.Along(axis)]);
                for (var z = 0; z < shape.Depth; z++)
                {
                    for (var y = 0; y < shape.Height; y++)
                    {
                        for (var x = 0; x < shape.Width; x++)
                        {
                            var place = axis switch { Axis.Z => z, Axis.Y => y, _ => x };
                            labelled[place] += labels.At(z, y, x) == LabelVolumes.None ? 0 : 1;
                            inPhase[place] += labels.At(z, y, x) == label ? 1 : 0;
                        }
                    }
                }
                Assert.Equal(inPhase.Zip(labelled, (part, whole) => (double?)(part / whole)), counts.Profile(axis, label));
                Assert.Equal(inPhase.Sum(), counts.Voxels[label]);
            }
        }
    }

    [Fact]
    public void Count_OfOnePhaseInManyRows_DoesNotOverflow()
    {
        var counts = PhaseCounts.Count(new LabelVolume(new VolumeShape(1, 1000, 33), PhaseTable.Numbered(2)));
        Assert.All(counts.Profile(Axis.X, 0), fraction => Assert.Equal(1, fraction));
        Assert.Equal([33_000L, 0L], counts.Voxels);
    }

    [Fact]
    public async Task Run_OnUnlabelledVolume_HasNoFractions()
    {
        var result = await Run(LabelVolumes.Filled(LabelVolumes.Box, PhaseTable.Numbered(1), (_, _, _) => LabelVolumes.None));
        Assert.Null(result.Tables[0].Cell(0, "volume fraction"));
        Assert.Empty(result.Plots[0].Series[0].X);
    }

    private static Task<OperationResult> Run(LabelVolume labels) => Plugin.Run("measure.volume-fractions", "", null, ("in", labels.Layer()));
}
