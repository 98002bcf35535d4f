using VolumeViewer.Plugins.Metrics;
using VolumeViewer.Plugins.Synthesis.Imaging;
using VolumeViewer.Plugins.Synthesis.Structures;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Tests;

public class TwinSizeTests
{
    private static readonly Runs Plugin = new(new SynthesisPlugin(), new MetricsPlugin());

    // Two classes of particles, which no log-normal distribution has.
    [Fact]
    public async Task Run_OnParticlesOfTwoSizes_HasTheirWholeDistribution()
    {
        using var real = ElectrodeGenerator.Generate(new ElectrodeParameters
        {
            Shape = [56, 64, 64],
            VoxelSize = 0.5,
            Particles = ParticleKind.Sphere,
            ActiveFraction = 0.4,
            BinderFraction = 0.1,
            MeasuredSizes = new VolumeSizes([3.4, 3.5, 3.6, 3.7, 9.8, 10, 10.2, 10.4]),
            Seed = 5,
        }, new Work(new RecordedJob()));
        var greys = Tomogram.Make(real.Labels, new TomogramParameters { Greys = [100, 900, 300], Angles = 30, Photons = 4000, Fringes = 0, Rings = 0, GreyDrift = 0 }, new RecordedJob()).Greys;

        using var result = await Plugin.Run("generate.twin", "rounds=1 angles=30 seed=3", null, ("in", new LabelsLayer("labels", real.Labels)), ("grey", new ImageLayer("scan", greys)));

        var table = result.Table("sizes of NMC");
        Assert.Equal(["5 %", "10 %", "25 %", "50 %", "75 %", "90 %", "95 %", "mean"], table.Rows.Select(row => row[0]));
        Assert.Equal("µm", table.Columns[1].Unit);
        // A handful of large particles is in the volume: one more or less moves the middle of the distribution from the one class to the other.
        foreach (var row in new[] { 0, 1, 2, 4, 5, 6 })
            Assert.InRange((double)table.Cell(row, "twin")! / (double)table.Cell(row, "real")!, 0.75, 1.3);
        Assert.True((double)table.Cell(5, "twin")! > 2 * (double)table.Cell(1, "twin")!);
        Assert.All(table.Rows.Index(), row => Assert.InRange((double)table.Cell(row.Index, "± 95 %")!, 0, 10));
        Assert.Equal(["real", "twin", "diameter asked", "diameter packed"], result.Plots.Single(plot => plot.Title == "sizes of NMC").Series.Select(series => series.Name));
    }

    [Fact]
    public async Task OfAsync_OfABall_GivesItsDiameterEverywhere()
    {
        var labels = Phantoms.Labels(new VolumeShape(40, 40, 40), (z, y, x) => ((z - 20) * (z - 20)) + ((y - 20) * (y - 20)) + ((x - 20) * (x - 20)) <= 144);
        var sizes = (await PhaseSizes.OfAsync(Context(Plugin), labels, 1))!;

        Assert.Equal(24.5, sizes.Quantile(0.5), 0.5);
        Assert.Equal(24, sizes.Mean, 1.0);
        Assert.True(sizes.Quantile(0.1) <= sizes.Quantile(0.9));
    }

    [Fact]
    public async Task HalfWidth_OfQuantiles_HoldsTheTruthInMostSamples()
    {
        // Balls of 5 to 9 voxels at random places; the truth is from all samples together.
        var (medians, halves) = (new List<double>(), new List<double>());
        for (var seed = 0; seed < 30; seed++)
        {
            var sizes = (await PhaseSizes.OfAsync(Context(Plugin), Balls(seed), 1))!;
            medians.Add(sizes.Quantile(0.5));
            halves.Add(sizes.HalfWidth(0.5)!.Value);
        }
        var truth = medians.Average();
        var held = medians.Zip(halves).Count(pair => Math.Abs(pair.First - truth) <= pair.Second);
        Assert.InRange(held, 24, 30);
        // And it is not simply wide: as wide as twice the scatter, give or take.
        var scatter = Math.Sqrt(medians.Average(median => (median - truth) * (median - truth)));
        Assert.InRange(halves.Average(), 1.2 * scatter, 5 * scatter);
    }

    [Fact]
    public async Task OfAsync_WithoutTheMeasureOrInASlice_GivesNone()
    {
        var slice = Phantoms.Labels(new VolumeShape(1, 20, 20), (_, y, x) => y > 5 && x > 5 && y < 15 && x < 15);
        var volume = Phantoms.Labels(new VolumeShape(20, 20, 20), (z, y, x) => z > 5 && y > 5 && x > 5 && y < 15 && x < 15 && z < 15);

        Assert.Null(await PhaseSizes.OfAsync(Context(Plugin), slice, 1));
        Assert.Null(await PhaseSizes.OfAsync(Context(new Runs(new SynthesisPlugin())), volume, 1));
    }

    private static OperationContext Context(Runs plugins) => new(new RecordedJob(), new VolumeFilesIo(), plugins);

    private static LabelVolume Balls(int seed)
    {
        var random = new Random(seed);
        var balls = Enumerable.Range(0, 260).Select(_ => (Z: random.Next(-4, 52), Y: random.Next(-4, 52), X: random.Next(-4, 52), R: 2 + (2 * random.NextDouble()))).ToArray();
        return Phantoms.Labels(new VolumeShape(48, 48, 48), (z, y, x) =>
            balls.Any(ball => ((z - ball.Z) * (z - ball.Z)) + ((y - ball.Y) * (y - ball.Y)) + ((x - ball.X) * (x - ball.X)) < ball.R * ball.R));
    }
}
