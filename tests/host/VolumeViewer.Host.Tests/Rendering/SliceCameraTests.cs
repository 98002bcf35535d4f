using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class SliceCameraTests
{
    private static readonly WorldPoint Cursor = new(1, 2, 3);

    [Theory]
    [InlineData(Axis.Z, Axis.X, Axis.Y)]
    [InlineData(Axis.Y, Axis.X, Axis.Z)]
    [InlineData(Axis.X, Axis.Z, Axis.Y)]
    public void Axes_OfEachView_ShareRowsAndColumnsWithTheirNeighbours(Axis across, Axis right, Axis down)
    {
        var camera = new SliceCamera(across);
        Assert.Equal(right, camera.AxisU);
        Assert.Equal(down, camera.AxisV);
    }

    [Theory, InlineData(Axis.Z), InlineData(Axis.Y), InlineData(Axis.X)]
    public void ToPixel_OfToWorld_GivesThePixelBack(Axis across)
    {
        var camera = new SliceCamera(across) { CenterU = 7, CenterV = -4, MicrometresPerPixel = 0.3 };
        var world = camera.ToWorld(12, 61, 150, 90, Cursor);
        var (x, y) = camera.ToPixel(world, 150, 90);
        Assert.Equal(12, x, 1e-9);
        Assert.Equal(61, y, 1e-9);
        Assert.Equal(Cursor.Along(across), world.Along(across));
    }

    [Fact]
    public void ZoomAt_APlace_LeavesThePointThereAndEnlarges()
    {
        var camera = new SliceCamera(Axis.Y) { CenterU = 5, CenterV = 6, MicrometresPerPixel = 2 };
        var before = camera.ToWorld(30, 40, 200, 100, Cursor);
        camera.ZoomAt(30, 40, 200, 100, 4);
        var after = camera.ToWorld(30, 40, 200, 100, Cursor);
        Assert.Equal(before.X, after.X, 1e-9);
        Assert.Equal(before.Z, after.Z, 1e-9);
        Assert.Equal(0.5, camera.MicrometresPerPixel, 1e-12);
    }

    [Fact]
    public void Fit_ABox_ShowsItWholeAndInTheMiddle()
    {
        var camera = new SliceCamera(Axis.X);
        camera.Fit(new Vector3(40, 25, 60), 120, 90);
        var (left, top) = camera.ToPixel(new WorldPoint(0, 0, 0), 120, 90);
        var (right, bottom) = camera.ToPixel(new WorldPoint(60, 25, 40), 120, 90);
        Assert.InRange(left, 0, 10);
        Assert.InRange(right, 110, 120);
        Assert.Equal(90, top + bottom, 1e-6);
        Assert.True(top > 0);
    }

    [Fact]
    public void Pan_ByPixels_MovesWhatWasGrabbedAlong()
    {
        var camera = new SliceCamera(Axis.Z) { MicrometresPerPixel = 0.5 };
        var (x, y) = camera.ToPixel(Cursor, 100, 100);
        camera.Pan(10, -4);
        var (movedX, movedY) = camera.ToPixel(Cursor, 100, 100);
        Assert.Equal(x + 10, movedX, 1e-9);
        Assert.Equal(y - 4, movedY, 1e-9);
    }
}
