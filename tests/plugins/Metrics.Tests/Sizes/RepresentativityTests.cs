using VolumeViewer.Plugins.Metrics.Correlation;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class RepresentativityTests
{
    private static readonly Runs Plugin = new(new MetricsPlugin());

    // Voxels drawn one by one: σ² = ε(1 − ε)·voxel/V, so that K is ε(1 − ε) voxels and the exponent 1.
    [Fact]
    public void Of_IndependentVoxels_FollowsTheLawOfIndependentSamples()
    {
        var random = new Random(1);
        using var labels = LabelVolumes.Filled(new VolumeShape(48, 48, 48), PhaseTable.Numbered(2), (_, _, _) => random.NextDouble() < 0.3 ? (byte)1 : (byte)0,
            new Spacing(2, 1, 1));

        var found = Representativity.Of(SubVolumes.Of(labels, 1), box => box.Fraction);

        Assert.Equal([2, 3, 4, 6, 8, 12], found.Scatters.Select(scatter => scatter.Parts));
        Assert.Equal([8, 27, 64, 216, 512, 1728], found.Scatters.Select(scatter => scatter.Samples));
        Assert.Equal(0.21 * 2, found.Constant, 0.15);
        Assert.Equal(1, found.Exponent, 0.1);
        Assert.Equal(0.42 * Math.Pow(1.96 / (0.05 * 0.3), 2), found.VolumeFor(0.3, 0.05), 2600.0);
    }

    // A 10³ cube in 20³ voxels has 600 faces.
    [Fact]
    public void In_AllCells_CountsFractionAndFaces()
    {
        using var labels = LabelVolumes.Filled(new VolumeShape(20, 20, 20), PhaseTable.Numbered(2),
            (z, y, x) => Math.Max(z, Math.Max(y, x)) < 15 && Math.Min(z, Math.Min(y, x)) >= 5 ? (byte)1 : (byte)0, Spacing.Isotropic(0.5));
        var counts = SubVolumes.Of(labels, 1);

        var all = counts.In((0, 0, 0), (counts.CellsAlongZ, counts.Cells, counts.Cells));

        Assert.Equal((1000.0, 0.125, 600 * 0.25 / 1000), all);
    }

    [Fact]
    public async Task Run_GivesSidesAndCurves()
    {
        var random = new Random(3);
        var labels = LabelVolumes.Filled(new VolumeShape(24, 30, 36), PhaseTable.Named("pore", "NMC"), (_, _, _) => random.NextDouble() < 0.3 ? (byte)1 : (byte)0);

        using var result = await Plugin.Run("measure.representativity", "phase=NMC", null, ("in", labels.Layer()));

        var table = result.Table("representativity");
        Assert.Equal(["volume fraction", "specific surface (faces)"], table.Rows.Select((_, row) => table.Cell(row, "property")));
        // (1.96/0.05)²·(1 − ε)/ε voxels.
        Assert.Equal(Math.Cbrt(1.96 * 1.96 / 0.0025 * 0.7 / 0.3), (double)table.Cell(0, "side for ± 5 %")!, 2.0);
        Assert.Equal(4, result.Plots.Count);
    }

    [Fact]
    public async Task Run_OnTooSmallAVolume_SaysSo()
    {
        using var layer = LabelVolumes.Random(new VolumeShape(3, 9, 9), 2, 1).Layer();

        var error = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("measure.representativity", "", null, ("in", layer)));

        Assert.Contains("fewer than 4 voxels", error.Message, StringComparison.Ordinal);
    }
}
