using System.Numerics;
using System.Runtime.CompilerServices;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class DepictionTests
{
    private static readonly VolumeShape Shape = new(16, 18, 20);

    [GlFact]
    public void DrawVolumeView_OfAnImageOnAPlane_ShowsTheGreyOfItsSlice()
    {
        var layer = Scenes.Image<byte>(Shape, (z, _, _) => (byte)(10 * z));
        layer.Depiction = LayerDepiction.Plane;
        using var stage = new Stage(layer);
        foreach (var z in new[] { 3, 12 })
        {
            layer.Plane = new DepictedPlane(new Vector3(0, 0, z + 0.5f), Vector3.UnitZ);
            Assert.Equal(255 * z / 20.0, stage.DrawVolume()[60, 45].R, 1.5);
        }
    }

    [GlFact]
    public void DrawVolumeView_OfAThickPlane_ShowsTheSlabAlone()
    {
        var layer = Scenes.Labels(Shape, (z, _, _) => z < 6 ? 1 : z < 10 ? 2 : 3);
        layer.Depiction = LayerDepiction.Plane;
        using var stage = new Stage(layer);
        layer.Plane = new DepictedPlane(new Vector3(0, 0, 8), Vector3.UnitZ, 4);
        Assert.True(Scenes.IsGreen(stage.DrawVolume()[60, 45]));
        stage.Viewer.Camera.Orientation = Quaternion.CreateFromAxisAngle(Vector3.UnitX, MathF.PI / 2);
        var side = stage.DrawVolume(240, 180);
        Assert.Equal(0, side.Find(Scenes.IsRed).Count + side.Find(Scenes.IsBlue).Count);
        Assert.True(side.Find(Scenes.IsGreen).Count > 500);
    }

    [GlFact]
    public void DrawVolumeView_OfSlices_FollowsTheCrosshairAndBlendsLabelsOverTheImage()
    {
        var image = Scenes.Image<byte>(Shape, (_, _, _) => 200);
        var labels = Scenes.Labels(Shape, (z, _, x) => z == 4 && x < 10 ? 1 : 0);
        image.Depiction = labels.Depiction = LayerDepiction.Slices;
        labels.Opacity = 0.5f;
        using var stage = new Stage(image, labels);
        stage.Viewer.Cursor = new WorldPoint(4.5, 0.5, 0.5);
        var picture = stage.DrawVolume();
        var mixed = picture[45, 45];
        Assert.True(mixed.R > 200 && mixed.G is > 100 and < 170);
        Assert.True(Scenes.IsBright(picture[75, 45]) && picture[75, 45].R == picture[75, 45].G);
        stage.Viewer.Cursor = new WorldPoint(5.5, 0.5, 0.5);
        Assert.True(Scenes.IsBright(stage.DrawVolume()[45, 45]));
        stage.Viewer.ClippingPlanes = [new ClippingPlane(new Vector3(0, 0, 8), Vector3.UnitZ)];
        Assert.False(Scenes.IsBright(stage.DrawVolume()[45, 45]));
    }

    [GlFact]
    public void Pick_OnAPlane_GivesAPlaceOnIt()
    {
        var layer = Scenes.Image<byte>(Shape, (_, _, _) => 0);
        layer.Depiction = LayerDepiction.Plane;
        layer.Plane = new DepictedPlane(new Vector3(10, 9, 8), new Vector3(0.2f, 0.3f, 1));
        using var stage = new Stage(layer);
        stage.Renderer.Finish(stage.Viewer);
        var point = stage.Renderer.Pick(stage.Viewer, new Vector2(70, 50), 120, 90);
        Assert.NotNull(point);
        var place = point.Value.ToVector3();
        Assert.Equal(0, Vector3.Dot(place - layer.Plane!.Value.Point, layer.Plane.Value.Normal), 0.01f);
    }

    [Fact]
    public void PlanesBlock_InTheShader_IsAsLongAsItsStruct()
    {
        Assert.Contains("shown[3];", ShaderFiles.Read("planes.glsl"));
        Assert.Equal(16 * 4, Unsafe.SizeOf<PlanesBlock>());
    }
}
