using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class ViewProjectionTests
{
    private static Camera Frontal(bool parallel) =>
        new() { Orientation = Quaternion.Identity, Target = new Vector3(10, 20, 30), Distance = 50, Orthographic = parallel };

    [Theory, InlineData(true), InlineData(false)]
    public void Project_FromTheFront_PutsXToTheRightAndYDown(bool parallel)
    {
        var camera = Frontal(parallel);
        var (middle, visible) = ViewProjection.Project(camera, camera.Target, 200, 100);
        var (right, _) = ViewProjection.Project(camera, camera.Target + Vector3.UnitX, 200, 100);
        var (below, _) = ViewProjection.Project(camera, camera.Target + Vector3.UnitY, 200, 100);
        Assert.True(visible);
        Assert.Equal(100, middle.X, 1e-3);
        Assert.Equal(50, middle.Y, 1e-3);
        Assert.True(right.X > middle.X + 1 && Math.Abs(right.Y - middle.Y) < 1e-3);
        Assert.True(below.Y > middle.Y + 1 && Math.Abs(below.X - middle.X) < 1e-3);
    }

    [Fact]
    public void Project_WithPerspective_ShowsWhatIsNearerLarger()
    {
        var camera = Frontal(parallel: false);
        var (near, _) = ViewProjection.Project(camera, camera.Target + new Vector3(5, 0, -20), 200, 100);
        var (far, _) = ViewProjection.Project(camera, camera.Target + new Vector3(5, 0, 20), 200, 100);
        Assert.True(near.X > far.X);
    }

    [Fact]
    public void Project_BehindTheEye_IsNotVisible()
    {
        var camera = Frontal(parallel: false);
        Assert.False(ViewProjection.Project(camera, camera.Position - Vector3.UnitZ, 200, 100).Visible);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void RayThrough_AProjectedPoint_GoesThroughThePoint(bool parallel)
    {
        var camera = new Camera { Target = new Vector3(1, 2, 3), Distance = 20, Orthographic = parallel };
        var projection = new ViewProjection(camera, 160, 90);
        var point = new Vector3(2, 0.5f, 4);
        var ray = projection.RayThrough(projection.Project(point).Pixel);
        Assert.True(Vector3.Distance(point, ray.At(projection.DepthOf(point))) < 1e-3);
    }

    [Theory, InlineData(300, 200), InlineData(120, 400)]
    public void Project_AFramedBox_IsInsideTheViewAlsoWhenItIsNarrow(int width, int height)
    {
        var camera = new Camera();
        var size = new Vector3(40, 25, 60);
        camera.Frame(size);
        for (var corner = 0; corner < 8; corner++)
            Assert.True(ViewProjection.Project(camera, size * new Vector3(corner & 1, (corner >> 1) & 1, corner >> 2), width, height).Visible);
    }

    [Fact]
    public void MicrometresPerPixel_AtTheTarget_IsWhatProjectSays()
    {
        var camera = Frontal(parallel: false);
        var projection = new ViewProjection(camera, 200, 100);
        var moved = projection.Project(camera.Target + new Vector3(projection.MicrometresPerPixel * 10, 0, 0)).Pixel;
        Assert.Equal(110, moved.X, 1e-2);
    }
}
