using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class ClippingTests
{
    private static readonly VolumeShape Shape = new(16, 18, 20);

    /// <summary>One layer of each way of drawing, filled throughout, and what its pixels look like.</summary>
    public static TheoryData<string> Kinds => ["labels", "translucent labels", "maximum", "isosurface", "translucent image"];

    [GlTheory, MemberData(nameof(Kinds))]
    public void DrawVolumeView_CutThroughTheMiddle_LeavesHalfOfTheSilhouette(string kind)
    {
        using var stage = new Stage(Filled(kind));
        var whole = Seen(stage);
        Assert.True(whole.Count > 3000);
        stage.Viewer.ClippingPlanes = [new ClippingPlane(new Vector3(10, 0, 0), Vector3.UnitX)];
        var right = Seen(stage);
        Assert.Equal(0.5, right.Count / (double)whole.Count, 0.01);
        Assert.True(right.Middle.X > whole.Middle.X + 10);
        stage.Viewer.ClippingPlanes = [new ClippingPlane(new Vector3(10, 0, 0), -Vector3.UnitX)];
        Assert.True(Seen(stage).Middle.X < whole.Middle.X - 10);
        stage.Viewer.ClippingPlanes = [new ClippingPlane(new Vector3(10, 0, 0), Vector3.UnitX, isOn: false)];
        Assert.Equal(whole, Seen(stage));
    }

    [GlTheory, MemberData(nameof(Kinds))]
    public void DrawVolumeView_Cropped_ShowsTheBoxAlone(string kind)
    {
        using var stage = new Stage(Filled(kind));
        var whole = Seen(stage);
        stage.Viewer.CropBox = new CropBox(new Vector3(10, 9, 2), new Vector3(15, 18, 9));
        var part = Seen(stage);
        Assert.Equal(5 * 9 / (20.0 * 18), part.Count / (double)whole.Count, 0.01);
        Assert.True(part.Middle.X > whole.Middle.X && part.Middle.Y > whole.Middle.Y);
        stage.Viewer.CropBox = new CropBox(new Vector3(30, 0, 0), new Vector3(40, 10, 10));
        Assert.Equal(0, Seen(stage).Count);
    }

    [GlFact]
    public void DrawVolumeView_CutByTwoPlanesThatLeaveNothing_ShowsNothing()
    {
        using var stage = new Stage(Filled("labels"));
        stage.Viewer.ClippingPlanes = [new ClippingPlane(new Vector3(9, 0, 0), -Vector3.UnitX), new ClippingPlane(new Vector3(11, 0, 0), Vector3.UnitX)];
        Assert.Equal(0, Seen(stage).Count);
    }

    [GlFact]
    public void DrawVolumeView_CutAcrossTheDiagonal_LeavesATriangle()
    {
        using var stage = new Stage(Scenes.Labels(new VolumeShape(8, 20, 20), (_, _, _) => 1));
        var whole = Seen(stage);
        stage.Viewer.ClippingPlanes = [new ClippingPlane(new Vector3(10, 10, 0), new Vector3(1, 1, 0))];
        Assert.Equal(0.5, Seen(stage).Count / (double)whole.Count, 0.02);
        stage.Viewer.ClippingPlanes = stage.Viewer.ClippingPlanes.Add(new ClippingPlane(new Vector3(10, 10, 0), new Vector3(1, -1, 0)));
        Assert.Equal(0.25, Seen(stage).Count / (double)whole.Count, 0.02);
    }

    [GlTheory, InlineData(true), InlineData(false)]
    public void DrawVolumeView_OfALayerThatIgnoresClipping_LeavesItWhole(bool ignores)
    {
        var layer = Filled("labels");
        layer.IgnoresClipping = ignores;
        using var stage = new Stage(layer);
        var whole = Seen(stage);
        stage.Viewer.ClippingPlanes = [new ClippingPlane(new Vector3(10, 0, 0), Vector3.UnitX)];
        stage.Viewer.CropBox = new CropBox(Vector3.Zero, new Vector3(20, 9, 16));
        Assert.Equal(ignores ? 1 : 0.25, Seen(stage).Count / (double)whole.Count, 0.01);
        layer.ClippingPlanes = [new ClippingPlane(new Vector3(0, 0, 20), Vector3.UnitZ)];
        Assert.Equal(0, Seen(stage).Count);
    }

    [GlTheory, InlineData("labels"), InlineData("isosurface")]
    public void DrawVolumeView_OfACutFace_HasOneFlatColour(string kind)
    {
        using var stage = new Stage(Filled(kind));
        // Oblique, so that shading by voxels or by the grey's slope would show steps.
        stage.Viewer.ClippingPlanes = [new ClippingPlane(new Vector3(10, 9, 8), new Vector3(0.3f, -0.2f, 1))];
        var picture = stage.DrawVolume();
        var face = Enumerable.Range(50, 20).SelectMany(x => Enumerable.Range(36, 18).Select(y => picture[x, y])).Distinct().ToList();
        Assert.Single(face);
        Assert.True(Scenes.IsRed(face[0]));
    }

    [GlFact]
    public void DrawVolumeView_CroppedAtTheWallBetweenTwoPhases_ShowsNothingOfTheOneCutAway()
    {
        // Spacings that floats cannot hold exactly: rounding must not look into the voxel before the wall.
        using var stage = new Stage(Scenes.Labels(new VolumeShape(20, 31, 37), (z, _, _) => z < 7 ? 2 : 1, new Spacing(0.1, 0.3, 0.7)));
        stage.Viewer.CropBox = new CropBox(new Vector3(-1, -1, 7 * 0.1f), new Vector3(99));
        stage.Viewer.Camera.Orthographic = false;
        var picture = stage.DrawVolume(300, 200);
        Assert.Equal(0, picture.Find(Scenes.IsGreen).Count);
        Assert.True(picture.Find(Scenes.IsRed).Count > 3000);
    }

    [GlTheory, MemberData(nameof(Kinds))]
    public void Pick_OnACutFace_GivesAPlaceOnThePlane(string kind)
    {
        using var stage = new Stage(Filled(kind));
        stage.Viewer.Camera.Orthographic = false;
        stage.Viewer.Camera.Orientation = Camera.DefaultOrientation;
        var plane = new ClippingPlane(new Vector3(10, 9, 6), new Vector3(-0.2f, 0.1f, 1));
        stage.Viewer.ClippingPlanes = [plane];
        stage.Renderer.Finish(stage.Viewer);
        var pixel = ViewProjection.Project(stage.Viewer.Camera, plane.Point, 200, 150).Pixel;
        var point = stage.Renderer.Pick(stage.Viewer, pixel, 200, 150);
        Assert.NotNull(point);
        var place = point.Value.ToVector3();
        // What shines from within is found in the first steps behind the face.
        Assert.InRange(plane.DistanceOf(place), -0.02f, kind is "maximum" or "translucent image" ? 1.2f : 0.02f);
        stage.Viewer.ClippingPlanes = [new ClippingPlane(new Vector3(99, 0, 0), Vector3.UnitX)];
        Assert.Null(stage.Renderer.Pick(stage.Viewer, pixel, 200, 150));
    }

    [GlFact]
    public void DrawVolumeView_OfMorePlanesThanThereIsRoomFor_SaysSo()
    {
        using var stage = new Stage(Filled("labels"));
        stage.Viewer.ClippingPlanes = [.. Enumerable.Repeat(new ClippingPlane(Vector3.Zero, Vector3.UnitX), LayerCut.MostPlanes)];
        stage.DrawVolume();
        Assert.Empty(stage.Renderer.Notices);
        stage.Viewer.Layers[0].ClippingPlanes = [new ClippingPlane(Vector3.Zero, Vector3.UnitY), new ClippingPlane(Vector3.Zero, Vector3.UnitY)];
        stage.DrawVolume();
        Assert.Equal("The layer 'labels' is cut by the first 16 of its 18 clipping planes, those for all layers counted: switch some off.", Assert.Single(stage.Renderer.Notices));
    }

    [Fact]
    public void Holds_APlace_IsWhatTheBoxAndThePlanesLeave()
    {
        var viewer = new Viewer { CropBox = new CropBox(Vector3.Zero, new Vector3(4)), ClippingPlanes = [new ClippingPlane(Vector3.One, Vector3.UnitY)] };
        using var layer = Filled("labels");
        var cut = LayerCut.Of(viewer, layer);
        Assert.True(cut.Holds(new Vector3(1, 2, 3)));
        Assert.False(cut.Holds(new Vector3(1, 0.5f, 3)));
        Assert.False(cut.Holds(new Vector3(1, 2, 5)));
    }

    [Fact]
    public void ClipBlock_InTheShader_IsAsLongAsItsStruct()
    {
        Assert.Contains($"MaxPlanes = {LayerCut.MostPlanes};", ShaderFiles.Read("clip.glsl"));
        Assert.Equal(16 * (4 + LayerCut.MostPlanes), Unsafe.SizeOf<ClipBlock>());
    }

    private static (Vector2 Middle, int Count) Seen(Stage stage) => stage.DrawVolume(240, 180).Find(Scenes.IsRed);

    private static Layer Filled(string kind)
    {
        if (kind is "labels" or "translucent labels")
        {
            var labels = Scenes.Labels(Shape, (_, _, _) => 1);
            if (kind != "labels")
                labels.Phases = labels.Phases.With(1, labels.Phases[1] with { Color = Scenes.Red with { A = 250 } });
            return labels;
        }
        var image = Scenes.Image<byte>(Shape, (_, _, _) => 200);
        image.Colormap = new Colormap("red", "Red", [Scenes.Red, Scenes.Red]);
        image.RenderMode = kind switch { "maximum" => ImageRenderMode.MaximumIntensity, "isosurface" => ImageRenderMode.Isosurface, _ => ImageRenderMode.Translucent };
        image.OpacityCurve = ImmutableArray.Create(new OpacityPoint(0, 0.9f), new OpacityPoint(1, 0.9f));
        return image;
    }
}
