using VolumeViewer.Host.Painting;
using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Painting;

/// <summary>The inside of outlines, against the even-odd rule at every voxel's centre.</summary>
public sealed class PolygonShapeTests
{
    private static readonly VolumeShape Shape = new(14, 18, 22);

    // A star that crosses itself, so that its middle is a hole, and reaches over the edges of the slice.
    private static readonly (double U, double V)[] Star = [.. Enumerable.Range(0, 5).Select(corner => (7.3 + (9.1 * Math.Sin(corner * 4 * Math.PI / 5)), 8.1 - (9.1 * Math.Cos(corner * 4 * Math.PI / 5))))];

    [Theory]
    [InlineData(Axis.Z, 3, 3)]
    [InlineData(Axis.Z, 2, 5)]
    [InlineData(Axis.Y, 4, 4)]
    [InlineData(Axis.X, 20, 40)]
    public void Polygon_OnAnyAxis_IsTheEvenOddRuleThroughItsSlices(Axis axis, int first, int last)
    {
        var grid = new SliceGrid(axis, first, Shape, Spacing.Uncalibrated);
        var expected = Voxels.Where(Shape, (z, y, x) =>
        {
            var (u, v, slice) = axis switch { Axis.Z => (x, y, z), Axis.Y => (x, z, y), _ => (z, y, x) };
            return slice >= first && slice <= last && IsInside(u + 0.5, v + 0.5);
        });
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Voxels.Of(new PolygonShape(grid, Star, first, last)));
    }

    [Fact]
    public void Rectangles_SideBySide_ShareNoVoxelAndLeaveNone()
    {
        var grid = new SliceGrid(Axis.Z, 0, new VolumeShape(1, 6, 10), Spacing.Uncalibrated);
        // The common edge goes through voxel centres.
        var left = Voxels.Of(new PolygonShape(grid, [(0, 0), (4.5, 0), (4.5, 6), (0, 6)], 0, 0));
        var right = Voxels.Of(new PolygonShape(grid, [(4.5, 0), (10, 0), (10, 6), (4.5, 6)], 0, 0));
        Assert.Empty(left.Intersect(right));
        Assert.Equal(60, left.Count + right.Count);
    }

    [Fact]
    public void Polygon_OfTwoCornersOrBesideTheLayer_IsEmpty()
    {
        var grid = new SliceGrid(Axis.Z, 0, Shape, Spacing.Uncalibrated);
        Assert.Null(new PolygonShape(grid, [(0, 0), (5, 5)], 0, 0).Box);
        Assert.Null(new PolygonShape(grid, [(-9, -9), (-2, -9), (-2, -2)], 0, 0).Box);
        Assert.Null(new PolygonShape(grid, Star, 14, 20).Box);
    }

    // Jordan's rule: how many edges does a line to the right cross?
    private static bool IsInside(double u, double v)
    {
        var isInside = false;
        for (var i = 0; i < Star.Length; i++)
        {
            var (from, to) = (Star[i], Star[(i + 1) % Star.Length]);
            if ((from.V > v) != (to.V > v) && u < ((to.U - from.U) * (v - from.V) / (to.V - from.V)) + from.U)
                isInside = !isInside;
        }
        return isInside;
    }
}
