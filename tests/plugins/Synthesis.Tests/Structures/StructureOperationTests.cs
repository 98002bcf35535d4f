using VolumeViewer.Plugins.Synthesis;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests;

public class StructureOperationTests
{
    private static readonly Runs Plugin = new(new SynthesisPlugin());

    // Numbers of the table are counted again in the layer.
    [Fact]
    public async Task Electrode_AsAnOperation_TellsWhatWasAchieved()
    {
        var job = new RecordedJob();
        using var result = await Plugin.Run("generate.electrode", "shape=56,60,64 voxel-size=0.25 mean-diameter=5 diameter-deviation=1 active-fraction=0.5 binder-fraction=0.1", job);
        var layer = Assert.IsType<LabelsLayer>(Assert.Single(result.Layers));
        Assert.Equal(new VolumeShape(56, 60, 64), layer.Shape);
        Assert.Equal(Spacing.Isotropic(0.25), layer.Spacing);
        Assert.Equal([("pore", 0L), ("NMC", 1L), ("CBD", 2L)], layer.Phases.Select(phase => (phase.Name, phase.FileValue)));
        var achieved = Rows(result.Table("asked against achieved"));
        var counted = Enumerable.Range(0, 56).Sum(z => (long)layer.Labels.Slice(z).Count((byte)2)) / (56.0 * 60 * 64);
        Assert.Equal((0.1, counted), achieved["CBD"]);
        Assert.Equal(0.5, achieved["NMC"].Achieved!.Value, 1e-5);
        Assert.Equal(0.4, achieved["pore"].Asked!.Value, 1e-12);
        Assert.Equal(5, achieved["mean diameter"].Achieved!.Value, 0.1);
        Assert.Equal(0, achieved["overlapping pairs"].Achieved);
        Assert.Equal(achieved["number of particles"].Achieved, result.Table("particles").Rows.Count);
        Assert.Equal(2, result.Plots.Count);
        // Both distributions of sizes hold all particles: the areas under them are 1.
        var sizes = result.Plots[0].Series;
        Assert.All(sizes, series => Assert.Equal(1, series.Y.Sum() * (series.X[1] - series.X[0]), 0.02));
        Assert.NotEmpty(job.Progress);
    }

    // Of spheres: the particle of every voxel is the one in the table whose surface is nearest, across the faces too.
    [Theory]
    [InlineData("walls")]
    [InlineData("periodic")]
    public async Task Electrode_WithParticleNumbers_NamesTheNearestParticleOfTheTable(string edges)
    {
        using var result = await Plugin.Run("generate.electrode",
            $"shape=40,44,48 voxel-size=0.5 mean-diameter=5 diameter-deviation=1 particles=sphere active-fraction=0.45 binder-fraction=0.1 edges={edges} particle-numbers=true", null);
        var labels = Assert.IsType<LabelsLayer>(result.Layers[0]);
        var numbers = Assert.IsType<Volume<ushort>>(Assert.IsType<ImageLayer>(result.Layers[1]).Volume);
        Assert.Equal(labels.Spacing, numbers.Spacing);
        var particles = result.Table("particles").Rows.Select(row => row.Skip(1).Take(4).Select(cell => Convert.ToDouble(cell)).ToArray()).ToArray();
        double[] lengths = [20, 22, 24];
        for (var z = 0; z < 40; z++)
        {
            for (var i = 0; i < 44 * 48; i += 7)
            {
                var number = numbers.Slice(z)[i];
                Assert.Equal(labels.Labels.Slice(z)[i] == 1, number > 0);
                if (number == 0)
                    continue;
                double[] place = [(z + 0.5) / 2, ((i / 48) + 0.5) / 2, ((i % 48) + 0.5) / 2];
                var distances = particles.Select(particle => Math.Sqrt(Enumerable.Range(0, 3).Sum(axis => Math.Pow(Apart(place[axis], particle[axis], lengths[axis]), 2))) - (particle[3] / 2)).ToArray();
                Assert.Equal(distances.Min(), distances[number - 1], 1e-3);
            }
        }

        double Apart(double a, double b, double length) => edges == "periodic" ? Math.Abs(a - b) - (length * Math.Round(Math.Abs(a - b) / length)) : a - b;
    }

    [Fact]
    public async Task Electrode_ThatCannotBeReached_WarnsWithAdvice()
    {
        using var result = await Plugin.Run("generate.electrode",
            "shape=44 voxel-size=0.25 mean-diameter=4 diameter-deviation=0 particles=sphere active-fraction=0.72 binder-fraction=0.05", null);
        var warnings = result.Table("warnings");
        Assert.Contains("jammed before 0.72", (string)warnings.Cell(0, "warning")!);
        Assert.Contains("contact depth", (string)warnings.Cell(0, "advice")!);
        var (asked, achieved) = Rows(result.Table("asked against achieved"))["particles"];
        Assert.Equal(0.72, asked);
        Assert.InRange(achieved!.Value, 0.57, 0.69);
    }

    [Theory]
    [InlineData("generate.blobs", "shape=20 fractions=0.3 correlation-length=1", "phase 0", 0.3)]
    [InlineData("generate.overlapping-spheres", "shape=30 mean-diameter=1.5 fraction=0.45", "solid", 0.45)]
    [InlineData("generate.voronoi", "shape=30 cell-size=2 fraction=0.25 kind=faces", "solid", 0.25)]
    [InlineData("generate.voronoi", "shape=30 cell-size=2 kind=cells phases=3", "phase 2", 1 / 3.0)]
    [InlineData("generate.fibres", "shape=30 diameter=2 fraction=0.12", "solid", 0.12)]
    public async Task OtherStructures_AsOperations_TellWhatWasAchieved(string id, string parameters, string phase, double fraction)
    {
        using var result = await Plugin.Run(id, parameters, null);
        var layer = Assert.IsType<LabelsLayer>(Assert.Single(result.Layers));
        var (asked, achieved) = Rows(result.Table("asked against achieved"))[phase];
        Assert.Equal(fraction, asked!.Value, 1e-12);
        var label = (byte)layer.Phases.Find(phase);
        var counted = Enumerable.Range(0, layer.Shape.Depth).Sum(z => (long)layer.Labels.Slice(z).Count(label)) / (double)layer.Shape.VoxelCount;
        Assert.Equal(counted, achieved!.Value, 1e-12);
        Assert.Equal(fraction, counted, id == "generate.voronoi" && layer.Phases.Count == 3 ? 0.25 : 1e-4);
    }

    private static Dictionary<string, (double? Asked, double? Achieved)> Rows(Table table) =>
        table.Rows.ToDictionary(row => (string)row[0]!, row => ((double?)row[2], (double?)row[3]));
}
