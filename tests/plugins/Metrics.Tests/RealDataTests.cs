using VolumeViewer.Plugins.Tests;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class RealDataTests
{
    private static readonly Runs Plugin = new(new MetricsPlugin());

    // Published with the electrode: TauFactor, notebooks 00 and 01 (Kench et al., J. Open Source Softw. 8 (2023) 5358).
    [Fact]
    public async Task VolumeFractions_OfTheTauFactorElectrode_AreThePublishedOnes()
    {
        using var layer = VolumeFiles.OpenLabels(Repository.File("samples/data/taufactor-electrode/electrode.tiff")).Layer();
        var result = await Plugin.Run("measure.volume-fractions", "", null, ("in", layer));
        var table = result.Table("volume fractions");
        Assert.Equal([0L, 85L, 170L], table.Rows.Select((_, row) => table.Cell(row, "file value")));
        Assert.Equal([0.449917, 0.400466, 0.149616], table.Rows.Select((_, row) => Math.Round((double)table.Cell(row, "volume fraction")!, 6)));
        Assert.Equal(256L * 256 * 256, result.Table("voxels").Cell(0, "labelled"));
        Assert.All(result.Plots, plot => Assert.All(plot.Series, series => Assert.Equal(256, series.X.Count)));
    }

    // Shares of the classes as counted with numpy.
    [Fact]
    public async Task VolumeFractions_OfANanoCtSlice_AreItsClassShares()
    {
        using var layer = VolumeFiles.OpenLabels(Repository.File("samples/data/segmentpy-nmc/300_label.tif")).Layer();
        var table = (await Plugin.Run("measure.volume-fractions", "", null, ("in", layer))).Table("volume fractions");
        Assert.Equal([0.737, 0.115, 0.148], table.Rows.Select((_, row) => Math.Round((double)table.Cell(row, "volume fraction")!, 3)));
    }
}
