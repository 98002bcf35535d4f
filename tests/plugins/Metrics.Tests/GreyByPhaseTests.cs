using VolumeViewer.Plugins.Metrics.Greys;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class GreyByPhaseTests
{
    private static readonly Runs Plugin = new(new MetricsPlugin());

    [Fact]
    public async Task Run_OnTwoUniformPhases_SeparatesThemFully()
    {
        using var layer = Halves().Layer();
        using var image = Image((_, _, x) => x < 6 ? 10 : 30);
        using var result = await Plugin.Run("measure.grey-by-phase", "", null, ("in", layer), ("image", image));
        var phases = result.Table("grey values by phase");
        Assert.Equal([10.0, 0.0], new[] { "mean", "standard deviation" }.Select(name => phases.Cell(0, name)));
        Assert.Equal([30.0, 30.0], new[] { "mean", "greatest" }.Select(name => phases.Cell(1, name)));
        var pair = result.Table("separability");
        Assert.Equal([20.0, 0.0, 1.0], new[] { "difference of means", "overlap", "Otsu separability" }.Select(name => pair.Cell(0, name)));
        Assert.Null(pair.Cell(0, "difference in deviations"));
    }

    [Fact]
    public async Task Run_OnRandomGreys_GivesTheMomentsAndPercentiles()
    {
        var random = new Random(4);
        var greys = new Dictionary<int, List<double>> { [0] = [], [1] = [] };
        using var layer = Halves().Layer();
        using var image = Image((z, y, x) => (float)(random.NextDouble() + (layer.Labels.At(z, y, x) == 1 ? 0.5 : 0)));
        for (var z = 0; z < 8; z++)
        {
            for (var i = 0; i < 120; i++)
                greys[layer.Labels.Slice(z)[i]].Add(((Volume<float>)image.Volume).Slice(z)[i]);
        }
        using var result = await Plugin.Run("measure.grey-by-phase", "bins=16", null, ("in", layer), ("image", image));
        var table = result.Table("grey values by phase");
        for (var phase = 0; phase < 2; phase++)
        {
            var sorted = greys[phase].Order().ToArray();
            var mean = sorted.Average();
            Assert.Equal(mean, (double)table.Cell(phase, "mean")!, 1e-9);
            Assert.Equal(Math.Sqrt(sorted.Average(grey => Math.Pow(grey - mean, 2))), (double)table.Cell(phase, "standard deviation")!, 1e-9);
            Assert.Equal(sorted[sorted.Length / 4], (double)table.Cell(phase, "25 %")!, 0.01);
            Assert.Equal(sorted[sorted.Length / 2], (double)table.Cell(phase, "median")!, 0.01);
            Assert.True((double)table.Cell(phase, "mean ± 95 %")! is > 0 and < 0.1);
        }
        // Of uniform greys that are half shifted: each has half its area in common with the other, give or take the few voxels of a bin.
        Assert.Equal(16, result.Plots[0].Series[0].X.Count);
        Assert.All(result.Plots[0].Series, series => Assert.Equal(1, series.Y.Sum(), 1e-9));
        // Variance between the means 0.25² over that and the variance 1/12 of each.
        Assert.Equal(0.0625 / (0.0625 + (1 / 12.0)), (double)result.Table("separability").Cell(0, "Otsu separability")!, 0.05);
    }

    [Fact]
    public void Overlap_OfShiftedUniformGreys_IsWhatTheyShare()
    {
        using var layer = Halves().Layer();
        // The greys 0 to 59 of one phase and 30 to 89 of the other, each equally often.
        using var image = Image((z, y, x) => (((((z * 10) + y) * 6) + (x % 6)) % 60) + (x < 6 ? 0 : 30));
        var greys = PhaseGreys.Measure(layer.Labels, image.Volume);
        Assert.Equal(0.5, greys.Overlap(0, 1), 1e-12);
        Assert.Equal(1, greys.Overlap(0, 0), 1e-12);
    }

    [Fact]
    public async Task Run_WithUnlabelledAndNotANumber_LeavesThemOut()
    {
        using var layer = LabelVolumes.Row(PhaseTable.Named("a", "b", "c"), 0, 0, LabelVolumes.None, 1, 1).Layer();
        var volume = new Volume<float>(new VolumeShape(1, 1, 5));
        new[] { 1f, 3, 1000, 5, float.NaN }.CopyTo(volume.Slice(0));
        using var image = new ImageLayer("grey", volume);
        using var result = await Plugin.Run("measure.grey-by-phase", "", null, ("in", layer), ("image", image));
        var table = result.Table("grey values by phase");
        Assert.Equal([2L, 1L, 0L], table.Rows.Select(row => row[1]));
        Assert.Equal([2.0, 5.0, null], table.Rows.Select(row => row[2]));
        Assert.Single(result.Table("separability").Rows);
    }

    [Fact]
    public async Task Run_OnAnImageOfAnotherShape_SaysSo()
    {
        using var layer = LabelVolumes.Row(PhaseTable.Named("a"), 0, 0).Layer();
        using var image = Image((_, _, x) => x);
        Assert.Contains("the image 'grey' 8 × 10 × 12", (await Assert.ThrowsAsync<UserException>(
            () => Plugin.Run("measure.grey-by-phase", "", null, ("in", layer), ("image", image)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VolumeFractions_AroundAnAxis_FollowTheRings()
    {
        // A rod of radius 3 µm along y, in voxels of 1 × 0.5 × 0.5 µm.
        using var layer = LabelVolumes.Filled(new VolumeShape(12, 4, 24), PhaseTable.Named("ground", "rod"),
            (z, _, x) => Math.Pow(z - 5.5, 2) + Math.Pow((x - 11.5) * 0.5, 2) < 9 ? (byte)1 : (byte)0, new Spacing(1, 0.5, 0.5)).Layer();
        using var result = await Plugin.Run("measure.volume-fractions", "around=y", null, ("in", layer));
        var plot = result.Plots[3];
        Assert.Equal("Volume fractions around y", plot.Title);
        Assert.Equal("distance from the axis [µm]", plot.XLabel);
        Assert.All(plot.Series[1].X.Zip(plot.Series[1].Y), point => Assert.Equal(point.First < 3 ? 1 : 0, point.Second));
        Assert.Contains(0.75, plot.Series[0].X);
        Assert.All(plot.Series[0].Y.Zip(plot.Series[1].Y), pair => Assert.Equal(1, pair.First + pair.Second, 1e-12));
    }

    private static LabelVolume Halves() => LabelVolumes.Filled(new VolumeShape(8, 10, 12), PhaseTable.Named("a", "b"), (_, _, x) => x < 6 ? (byte)0 : (byte)1);

    private static ImageLayer Image(Func<int, int, int, float> grey)
    {
        var volume = new Volume<float>(new VolumeShape(8, 10, 12));
        for (var z = 0; z < 8; z++)
        {
            for (var y = 0; y < 10; y++)
            {
                for (var x = 0; x < 12; x++)
                    volume[z, y, x] = grey(z, y, x);
            }
        }
        return new ImageLayer("grey", volume);
    }
}
