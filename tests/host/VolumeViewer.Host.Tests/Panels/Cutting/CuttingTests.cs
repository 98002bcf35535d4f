using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

public sealed class CuttingTests
{
    private readonly Viewer _viewer = Scenes.Viewer(new Spacing(0.5, 2, 1), "grey");
    private readonly Notices _notices = new();
    private readonly CuttingState _cutting;

    public CuttingTests()
    {
        _viewer.ResetView();
        _viewer.Camera.Orientation = Quaternion.Identity;
        _cutting = new CuttingState(_viewer, _notices);
    }

    [Fact]
    public void Add_ThroughTheCrosshair_KeepsWhatLiesBehindIt()
    {
        _viewer.Cursor = new WorldPoint(1, 2, 3);
        _cutting.Add(-Vector3.UnitZ);
        Assert.Equal(new ClippingPlane(new Vector3(3, 2, 1), Vector3.UnitZ), Assert.Single(_viewer.ClippingPlanes));
        Assert.Equal(0, _cutting.Selected);
        _cutting.IsOfLayer = true;
        _cutting.Add(Vector3.UnitX);
        Assert.Single(_viewer.Layers[0].ClippingPlanes);
        Assert.Single(_viewer.ClippingPlanes);
    }

    [Fact]
    public void Add_BeyondTheMost_IsRefusedWithAReason()
    {
        for (var plane = 0; plane <= LayerCut.MostPlanes; plane++)
            _cutting.Add(Vector3.UnitX);
        Assert.Equal(LayerCut.MostPlanes, _viewer.ClippingPlanes.Length);
        Assert.Contains("16", Assert.Single(_notices.Shown).Text);
    }

    [Fact]
    public void ChangesOfOnePlane_LeaveTheOthers()
    {
        _cutting.Add(Vector3.UnitX);
        _cutting.Add(Vector3.UnitZ);
        _cutting.Flip(1);
        _cutting.Switch(0);
        Assert.Equal([(Vector3.UnitX, false), (-Vector3.UnitZ, true)], _viewer.ClippingPlanes.Select(plane => (plane.Normal, plane.IsOn)));
        _cutting.Remove(0);
        Assert.Equal(-Vector3.UnitZ, Assert.Single(_viewer.ClippingPlanes).Normal);
        Assert.Equal(0, _cutting.Selected);
        _cutting.Remove(0);
        Assert.Null(_cutting.Plane);
        _cutting.Flip(0);
    }

    [Fact]
    public void MoveWall_OfTheCropBox_GoesFromVoxelToVoxelAndStaysWithinTheScene()
    {
        _cutting.SwitchCrop();
        Assert.Equal(new CropBox(Vector3.Zero, _viewer.Extent), _viewer.CropBox);
        _cutting.MoveWall(Axis.Y, isHigh: false, 4.9);
        Assert.Equal((2, 5, 5), _cutting.Walls(Axis.Y));
        Assert.Equal(4, _viewer.CropBox!.Value.Low.Y);
        _cutting.MoveWall(Axis.Y, isHigh: true, -3);
        Assert.Equal((2, 3, 5), _cutting.Walls(Axis.Y));
        _cutting.MoveWall(Axis.Y, isHigh: true, 99);
        Assert.Equal(10, _viewer.CropBox!.Value.High.Y);
        _cutting.SetWalls(Axis.Z, 3, 4);
        Assert.Equal((1.5f, 2f), (_viewer.CropBox!.Value.Low.Z, _viewer.CropBox!.Value.High.Z));
        _cutting.SwitchCrop();
        Assert.Null(_viewer.CropBox);
    }

    [Fact]
    public void Outline_OfAPlaneThroughACube_IsItsSection()
    {
        Assert.Equal(4, PlaneOutline.Of(new Vector3(0.5f), Vector3.UnitX, Vector3.Zero, Vector3.One).Count);
        // Across the diagonal a cube is cut in a regular hexagon.
        var hexagon = PlaneOutline.Of(new Vector3(0.5f), Vector3.Normalize(Vector3.One), Vector3.Zero, Vector3.One);
        Assert.Equal(6, hexagon.Count);
        for (var corner = 0; corner < 6; corner++)
            Assert.Equal(Math.Sqrt(0.5), Vector3.Distance(hexagon[corner], hexagon[(corner + 1) % 6]), 1e-5);
        Assert.Empty(PlaneOutline.Of(new Vector3(2), Vector3.UnitX, Vector3.Zero, Vector3.One));
        Assert.Equal(new Vector3(2, 0.5f, 0.5f), PlaneOutline.Anchor([], new Vector3(2), Vector3.UnitX, Vector3.Zero, Vector3.One));
    }

    [Fact]
    public void Along_OfASightThatCrossesTheAxis_IsTheCrossing()
    {
        var sight = new Ray(new Vector3(0, 0, -10), Vector3.Normalize(new Vector3(3, 0, 10)));
        Assert.Equal(2f, HandleDrag.Along(sight, Vector3.UnitX, Vector3.UnitX)!.Value, 1e-5f);
        Assert.Null(HandleDrag.Along(sight, Vector3.Zero, sight.Direction));
    }

    [Fact]
    public void OnBall_OfASight_IsThePlaceNearTheOneBefore()
    {
        var sight = new Ray(new Vector3(0.6f, 0, -10), Vector3.UnitZ);
        AssertNear(new Vector3(0.6f, 0, -0.8f), HandleDrag.OnBall(sight, Vector3.Zero, 1, -Vector3.UnitZ));
        AssertNear(new Vector3(0.6f, 0, 0.8f), HandleDrag.OnBall(sight, Vector3.Zero, 1, Vector3.UnitZ));
        AssertNear(Vector3.UnitX, HandleDrag.OnBall(sight, Vector3.Zero, 0.3f, Vector3.UnitZ));
        Assert.Equal(-Vector3.UnitY, HandleDrag.Snapped(Vector3.Normalize(new Vector3(0.1f, -1, 0.1f))));
    }

    private static void AssertNear(Vector3 expected, Vector3 actual) => Assert.True(Vector3.Distance(expected, actual) < 1e-4f, $"{expected} and {actual}");
}
