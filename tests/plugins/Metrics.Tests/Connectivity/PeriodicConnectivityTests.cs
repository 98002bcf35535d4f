using VolumeViewer.Plugins.Metrics.Connectivity;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Connectivity;

public class PeriodicConnectivityTests
{
    private static readonly VolumeShape Shape = new(6, 7, 9);

    private static readonly Runs Plugin = new(new MetricsPlugin());

    // A rod along x that goes on, from its middle, at the opposite face across y.
    [Theory]
    [InlineData(false, 2, 0.0)]
    [InlineData(true, 1, 1.0)]
    public async Task Run_OnARodThatGoesOnAtTheOppositeFace_JoinsItWhenTheVolumeRepeats(bool isPeriodic, int count, double percolating)
    {
        using var layer = LabelVolumes.Filled(Shape, PhaseTable.Named("ground", "rod"), (z, y, x) => (byte)(z == 2 && ((y == 0 && x <= 4) || (y == Shape.Height - 1 && x >= 4)) ? 1 : 0)).Layer();
        using var result = await Plugin.Run("measure.connectivity", $"phase=rod periodic={isPeriodic} intervals=false class-layer=true axis=x", null, ("in", layer));

        Assert.Equal(count, result.Table("components").Cell(0, "components"));
        Assert.Equal(percolating, result.Table("percolation").Cell(2, "percolating"));
        // What percolates along y may not go through the faces across y.
        Assert.Equal(0.0, result.Table("percolation").Cell(1, "percolating"));
        Assert.Equal(isPeriodic ? 0 : 1, ((LabelsLayer)result.Layers[0]).Labels.At(2, 0, 0));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(18)]
    [InlineData(26)]
    public void Joined_OfAVolumeThatWasRolled_HasTheSameSizes(int neighbours)
    {
        var adjacency = neighbours switch { 6 => Adjacency.Faces, 18 => Adjacency.Edges, _ => Adjacency.Corners };
        var random = new Random(3);
        var values = new byte[Shape.VoxelCount];
        foreach (ref var value in values.AsSpan())
            value = (byte)(random.NextDouble() < (neighbours == 6 ? 0.3 : 0.12) ? 1 : 0);

        var still = Sizes((0, 0, 0));
        Assert.NotEqual(still, SizesApart((0, 0, 0)));
        Assert.All([(1, 0, 0), (0, 3, 0), (0, 0, 5), (2, 3, 4)], roll => Assert.Equal(still, Sizes(roll)));

        IReadOnlyList<long> Sizes((int Z, int Y, int X) roll)
        {
            using var labels = Rolled(roll);
            var components = Components.Find(labels, adjacency);
            return new PhaseConnectivity(components, 1, ComponentGroups.Joined(components, Shape, adjacency, Enum.GetValues<Axis>()), _ => null).Sizes;
        }

        IReadOnlyList<long> SizesApart((int Z, int Y, int X) roll)
        {
            using var labels = Rolled(roll);
            return new PhaseConnectivity(Components.Find(labels, adjacency), 1).Sizes;
        }

        LabelVolume Rolled((int Z, int Y, int X) roll) => LabelVolumes.Filled(Shape, PhaseTable.Named("ground", "grain"), (z, y, x) =>
            values[((((z + roll.Z) % Shape.Depth * Shape.Height) + ((y + roll.Y) % Shape.Height)) * Shape.Width) + ((x + roll.X) % Shape.Width)]);
    }

    [Fact]
    public async Task Run_OfAVolumeWithUnlabelledVoxels_SaysThatItDoesNotRepeat()
    {
        using var layer = LabelVolumes.Filled(Shape, PhaseTable.Numbered(1), (z, _, _) => z == 4 ? LabelVolume.Unlabelled : (byte)0).Layer();
        var fault = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("measure.connectivity", "periodic=true", null, ("in", layer)));
        Assert.Contains("as in slice 4", fault.Message, StringComparison.Ordinal);
    }
}
