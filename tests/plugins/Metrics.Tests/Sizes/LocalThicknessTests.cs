using VolumeViewer.Plugins.Metrics.Distance;
using VolumeViewer.Plugins.Metrics.Thickness;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class LocalThicknessTests
{
    private static readonly Runs Plugin = new(new MetricsPlugin());

    [Theory]
    [InlineData(1, 1, 1, false)]
    [InlineData(1, 1, 1, true)]
    [InlineData(2, 0.5, 0.75, false)]
    public void Of_RandomLabels_EqualsTheSearchOfAllSpheres(double z, double y, double x, bool facesAreSites)
    {
        var shape = new VolumeShape(13, 15, 24);
        var random = new Random(3);
        using var labels = LabelVolumes.Filled(shape, PhaseTable.Numbered(2), (_, _, _) => random.Next(70) switch { 0 => 0, 1 => LabelVolumes.None, _ => 1 },
            new Spacing(z, y, x));
        var (distances, thickness) = (DistanceTransform.Of(labels, 1, facesAreSites), LocalThickness.Of(labels, 1, facesAreSites));

        for (var i = 0; i < thickness.Length; i++)
        {
            double expected = 0;
            for (var centre = 0; labels.At(Z(i), Y(i), X(i)) == 1 && centre < distances.Length; centre++)
            {
                var apart = Math.Sqrt(Square((Z(i) - Z(centre)) * z) + Square((Y(i) - Y(centre)) * y) + Square((X(i) - X(centre)) * x));
                // A voxel as far away as the radius is not covered, however the two are rounded.
                if (apart < distances[centre] - 1e-5)
                    expected = Math.Max(expected, 2 * distances[centre]);
            }
            Assert.Equal(expected, thickness[i], 1e-3);
        }

        int Z(int i) => i / shape.SliceLength;
        int Y(int i) => i / shape.Width % shape.Height;
        int X(int i) => i % shape.Width;
    }

    // A ball is its own largest sphere: the voxels whose centres are nearer than the radius all have its diameter.
    [Fact]
    public void Of_ABall_IsItsDiameterThroughout()
    {
        using var labels = LabelVolumes.Filled(new VolumeShape(27, 27, 27), PhaseTable.Numbered(2),
            (z, y, x) => Square(z - 13) + Square(y - 13) + Square(x - 13) < 100 ? (byte)1 : (byte)0, Spacing.Isotropic(0.5));

        var inside = LocalThickness.Of(labels, 1).Where(value => value > 0).ToArray();

        Assert.NotEmpty(inside);
        Assert.All(inside, value => Assert.Equal(10, value, 1e-4));
    }

    // Between walls nine voxels apart the distances are 1 to 5, and spheres of radius 5 about the middle cover all that lies between.
    [Theory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void Of_ASlab_IsTheDistanceOfItsWalls(Axis across)
    {
        using var labels = LabelVolumes.Filled(new VolumeShape(19, 19, 19), PhaseTable.Numbered(2),
            (z, y, x) => (across switch { Axis.Z => z, Axis.Y => y, _ => x }) is >= 5 and < 14 ? (byte)1 : (byte)0);

        Assert.All(LocalThickness.Of(labels, 1).Where(value => value > 0), value => Assert.Equal(10, value, 1e-4));
    }

    [Fact]
    public void Of_ACylinder_IsItsDiameter()
    {
        using var labels = LabelVolumes.Filled(new VolumeShape(9, 21, 21), PhaseTable.Numbered(2), (_, y, x) => Square(y - 10) + Square(x - 10) < 64 ? (byte)1 : (byte)0);

        Assert.All(LocalThickness.Of(labels, 1).Where(value => value > 0), value => Assert.Equal(16, value, 1e-4));
    }

    // The repeated distance transforms of PoreSpy's way with 25 radii from 16.9115 to 1, of which rounding loses the first, have a mean radius of 8.6087 (scipy 1.10.1).
    [Fact]
    public void CoveringSquaredRadii_OfRadiiInSteps_HasTheMeanOfRepeatedTransforms()
    {
        using var file = VolumeFiles.OpenLabels(Repository.File("samples/data/taufactor-electrode/electrode.tiff"));
        var squared = DistanceTransform.SquaredOf(file, 1);
        var steps = Enumerable.Range(1, 24).Select(i => Math.Pow(squared.Max(), (24 - i) / 24.0)).ToArray();
        steps[^1] = 1;
        var floored = squared.Select(value => value > 0 ? (float)steps.First(step => value >= step - 1e-6) : 0).ToArray();

        var covering = LocalThickness.CoveringSquaredRadii(floored, file.Shape, file.Spacing);

        Assert.Equal(8.6087, covering.Where((_, i) => squared[i] > 0).Average(value => Math.Sqrt(value)), 5e-5);
    }

    [Fact]
    public async Task Run_Thickness_GivesALayerATableAndDistributions()
    {
        var labels = LabelVolumes.Filled(new VolumeShape(8, 20, 20), PhaseTable.Named("pore", "NMC"), (_, _, x) => x is >= 5 and < 14 ? (byte)1 : (byte)0,
            Spacing.Isotropic(2));

        using var result = await Plugin.Run("measure.thickness", "phase=NMC", null, ("in", labels.Layer()));

        var table = result.Table("local thickness");
        Assert.Equal(["phase", "file value", "voxels", "mean [µm]", "± 95 % [µm]", "d10 [µm]", "d10 ± 95 % [µm]", "median [µm]", "median ± 95 % [µm]", "d90 [µm]", "d90 ± 95 % [µm]", "max [µm]"],
            table.Columns.Select(column => column.Heading));
        Assert.Equal(["NMC", 1L, 8L * 20 * 9, 20.0, 0.0, 20.0, 0.0, 20.0, 0.0, 20.0, 0.0, 20.0], table.Rows.Single());
        Assert.Equal(20, ((Volume<float>)((ImageLayer)result.Layers.Single()).Volume)[4, 3, 8]);
        Assert.Equal(2, result.Plots.Count);
        Assert.Equal(1, result.Plots[0].Series.Single().Y[0]);
        Assert.Equal(1, result.Plots[1].Series.Single().Y.Sum() * 2, 1e-12);
    }

    [Theory]
    [InlineData("measure.thickness", "phase=pore", "There is nothing but this phase")]
    [InlineData("measure.distance", "phase=pore", "has nothing but the phase 'pore'")]
    [InlineData("measure.distance", "phase=NMC", "No voxel of 'labels' has one of the phases 'NMC'")]
    [InlineData("measure.distance", "phase=gold", "There is no phase 'gold'")]
    public async Task Run_WhereNothingCanBeMeasured_SaysSo(string operation, string parameters, string message)
    {
        using var layer = new LabelVolume(LabelVolumes.Box, PhaseTable.Named("pore", "NMC")).Layer();

        var error = await Assert.ThrowsAsync<UserException>(() => Plugin.Run(operation, parameters, null, ("in", layer)));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    // Distances within a slab of nine voxels are 1 2 3 4 5 4 3 2 1.
    [Fact]
    public async Task Run_Distance_GivesMeanAndQuantiles()
    {
        var labels = LabelVolumes.Filled(new VolumeShape(6, 6, 20), PhaseTable.Named("pore", "NMC"), (_, _, x) => x is >= 5 and < 14 ? (byte)1 : (byte)0);

        using var result = await Plugin.Run("measure.distance", "phase=NMC", null, ("in", labels.Layer()));

        var table = result.Table("distance");
        Assert.Equal(25 / 9.0, (double)table.Cell(0, "mean")!, 1e-12);
        Assert.Equal([1.0, 3.0, 5.0, 5.0], new[] { "d10", "median", "d90", "max" }.Select(name => (double)table.Cell(0, name)!));
    }

    private static double Square(double value) => value * value;
}
