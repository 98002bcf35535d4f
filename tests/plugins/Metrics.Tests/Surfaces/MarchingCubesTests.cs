using VolumeViewer.Plugins.Metrics.Surfaces;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Surfaces;

public class MarchingCubesTests
{
    // One corner, an edge, a face, three corners across the faces' diagonals, and so on: areas of scikit-image 0.19.3, marching_cubes(level=0.5) of the cell.
    [Theory]
    [InlineData(1, 0.216506)]
    [InlineData(3, 0.707107)]
    [InlineData(6, 1.299038)]
    [InlineData(7, 1.149519)]
    [InlineData(15, 1)]
    [InlineData(22, 2.149519)]
    [InlineData(24, 0.433013)]
    [InlineData(25, 1.950841)]
    [InlineData(27, 1.573132)]
    [InlineData(30, 1.366025)]
    [InlineData(61, 2.609760)]
    [InlineData(107, 0.649519)]
    [InlineData(248, 1.149519)]
    [InlineData(254, 0.216506)]
    [InlineData(0, 0)]
    [InlineData(255, 0)]
    public void Areas_OfACubicCell_AreThoseOfTheMesh(int configuration, double area) =>
        Assert.Equal(area, MarchingCubes.Areas(Spacing.Uncalibrated)[configuration], 1e-6);

    [Fact]
    public void Areas_OfAnyCell_KnowEveryConfigurationButTheUniformOnes() =>
        Assert.All(MarchingCubes.Areas(new Spacing(0.3, 2, 1))[1..255], area => Assert.True(area > 0));

    // A corner is cut off by a triangle through the middles of three edges: half the cross product.
    [Fact]
    public void Areas_OfAFlatCell_FollowTheSpacing()
    {
        var areas = MarchingCubes.Areas(new Spacing(1, 2, 3));
        Assert.Equal(Math.Sqrt((1 * 2.25) + (0.25 * 2.25) + (0.25 * 1)) / 2, areas[1], 1e-12);
        // Corners 0 to 3 are the face z = 0, and 0, 1, 4, 5 the face y = 0.
        Assert.Equal(6, areas[0b1111], 1e-12);
        Assert.Equal(3, areas[0b110011], 1e-12);
        Assert.Equal(2, areas[0b1010101], 1e-12);
    }

    [Fact]
    public void Areas_OfADoubledCell_AreFourTimesAsLarge() =>
        Assert.Equal(MarchingCubes.Areas(new Spacing(1, 2, 3)).Select(area => Math.Round(4 * area, 9)),
            MarchingCubes.Areas(new Spacing(2, 4, 6)).Select(area => Math.Round(area, 9)));
}
