using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class VolumeViewTests
{
    private static readonly VolumeShape Shape = new(10, 12, 16);

    private static bool AtLowCorner(int z, int y, int x) => z < 3 && y < 3 && x < 4;

    [GlFact]
    public void DrawVolumeView_OfLabels_IsNotMirrored()
    {
        using var stage = new Stage(Scenes.Labels(Shape, (z, y, x) => AtLowCorner(z, y, x) ? 1 : x > 11 && y < 3 ? 2 : x < 4 && y > 8 ? 3 : 0));
        var picture = stage.DrawVolume();
        var (red, redCount) = picture.Find(Scenes.IsRed);
        var (green, greenCount) = picture.Find(Scenes.IsGreen);
        var (blue, blueCount) = picture.Find(Scenes.IsBlue);
        Assert.True(redCount > 100 && greenCount > 100 && blueCount > 100);
        Assert.True(red.X < 60 && red.Y < 45);
        Assert.True(green.X > 60 && green.Y < 45);
        Assert.True(blue.X < 60 && blue.Y > 45);
    }

    [GlFact]
    public void DrawVolumeView_FromTheFront_ShowsWhatIsAtLowZBeforeTheRest()
    {
        using var stage = new Stage(Scenes.Labels(Shape, (z, y, x) => x is > 4 and < 10 ? (z < 2 ? 1 : z > 7 ? 2 : 0) : 0));
        var front = stage.DrawVolume();
        Assert.True(front.Find(Scenes.IsRed).Count > 100);
        Assert.Equal(0, front.Find(Scenes.IsGreen).Count);
        stage.Viewer.Camera.Orientation = Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI);
        var back = stage.DrawVolume();
        Assert.True(back.Find(Scenes.IsGreen).Count > 100);
        Assert.Equal(0, back.Find(Scenes.IsRed).Count);
    }

    [GlTheory]
    [InlineData(ImageRenderMode.MaximumIntensity)]
    [InlineData(ImageRenderMode.Translucent)]
    [InlineData(ImageRenderMode.Isosurface)]
    public void DrawVolumeView_OfAnImage_IsNotMirroredInAnyMode(ImageRenderMode mode)
    {
        var layer = Scenes.Image<ushort>(Shape, (z, y, x) => AtLowCorner(z, y, x) ? (ushort)200 : (ushort)0);
        layer.RenderMode = mode;
        layer.OpacityCurve = [new(0, 0), new(0.5f, 0), new(1, 0.9f)];
        layer.Colormap = new Colormap("red", "Red", [new Rgba(255, 0, 0), new Rgba(255, 0, 0)]);
        using var stage = new Stage(layer);
        var (middle, count) = stage.DrawVolume().Find(Scenes.IsRed);
        var corner = ViewProjection.Project(stage.Viewer.Camera, new Vector3(2, 1.5f, 0), 120, 90).Pixel;
        Assert.True(count > 100);
        Assert.Equal(corner.X, middle.X, 1.5f);
        Assert.Equal(corner.Y, middle.Y, 1.5f);
    }

    [GlFact]
    public void DrawVolumeView_OfATranslucentBlock_LetsThroughWhatItsThicknessAndOpacitySay()
    {
        const int thickness = 7;
        var layer = Scenes.Image<byte>(new VolumeShape(thickness, 20, 24), (_, _, _) => 200);
        layer.RenderMode = ImageRenderMode.Translucent;
        layer.OpacityCurve = [new(0, 0.2f), new(1, 0.2f)];
        using var stage = new Stage(layer);
        var background = stage.DrawBackground()[60, 45];
        // Steps start at a place that differs from pixel to pixel, so a single ray can count half a step more or less.
        foreach (var (quality, tolerance) in new[] { (RenderQuality.Full, 4.0), (RenderQuality.Moving, 8.0) })
        {
            var picture = stage.DrawVolume(quality: quality);
            var mean = Enumerable.Range(45, 30).SelectMany(x => Enumerable.Range(35, 20).Select(y => (double)picture[x, y].R)).Average();
            var through = Math.Pow(0.8, thickness);
            Assert.Equal((255 * (1 - through)) + (background.R * through), mean, tolerance);
        }
    }

    [GlFact]
    public void DrawVolumeView_OfASphere_HasItsSilhouette()
    {
        const int radius = 10;
        float Inside(int z, int y, int x) => 100 + (20 * (radius - new Vector3(x - 15.5f, y - 14.5f, z - 12.5f).Length()));
        var layer = Scenes.Image(new VolumeShape(26, 30, 32), Inside);
        layer.Interpolate = true;
        layer.RenderMode = ImageRenderMode.Isosurface;
        layer.Colormap = new Colormap("green", "Green", [Scenes.Green, Scenes.Green]);
        using var stage = new Stage(layer);
        var perPixel = new ViewProjection(stage.Viewer.Camera, 240, 180).MicrometresPerPixel;
        var pixels = stage.DrawVolume(240, 180).Find(color => color.G > 40 && color.G > color.R * 1.5).Count;
        Assert.Equal(Math.PI * radius * radius, pixels * perPixel * perPixel, Math.PI * radius * radius * 0.03);
    }

    [GlFact]
    public void DrawVolumeView_OfAnisotropicVoxels_HasTheirProportions()
    {
        using var stage = new Stage(Scenes.Labels(Shape, (_, _, _) => 1, new Spacing(1, 2, 0.5)));
        var picture = stage.DrawVolume();
        var columns = Enumerable.Range(0, 120).Count(x => Scenes.IsRed(picture[x, 45]));
        var rows = Enumerable.Range(0, 90).Count(y => Scenes.IsRed(picture[60, y]));
        Assert.Equal(24.0 / 8, (double)rows / columns, 0.25);
    }

    [GlTheory, InlineData(false), InlineData(true)]
    public void DrawVolumeView_OfSeveralLayers_ShowsTheNearestSurfaceInWhateverOrder(bool imageFirst)
    {
        var labels = Scenes.Labels(Shape, (z, _, x) => z < 2 && x < 8 ? 1 : 0);
        var image = Scenes.Image<byte>(Shape, (z, _, _) => z > 5 ? (byte)200 : (byte)0);
        image.RenderMode = ImageRenderMode.Isosurface;
        image.Colormap = new Colormap("green", "Green", [Scenes.Green, Scenes.Green]);
        using var stage = new Stage(imageFirst ? [image, labels] : [labels, image]);
        var picture = stage.DrawVolume();
        Assert.True(Scenes.IsRed(picture[50, 45]));
        Assert.True(Scenes.IsGreen(picture[72, 45]));
    }

    [GlFact]
    public void DrawVolumeView_OfAMaximumBehindASurface_DoesNotShineThrough()
    {
        var labels = Scenes.Labels(Shape, (z, _, x) => z is 4 or 5 && x < 8 ? 1 : 0);
        var image = Scenes.Image<byte>(Shape, (z, _, _) => z > 6 ? (byte)200 : (byte)0);
        using var stage = new Stage(labels, image);
        var picture = stage.DrawVolume();
        Assert.True(Scenes.IsRed(picture[50, 45]));
        Assert.True(Scenes.IsBright(picture[72, 45]));
    }

    [GlTheory]
    [InlineData(1f)]
    [InlineData(0.5f)]
    public void DrawVolumeView_OfAHiddenPhaseThatFillsTheBox_ShowsNothingAtItsFarWalls(float opacityOfTheOther)
    {
        // Label 0 is drawn, but no voxel has it: only reading beyond the box could find it.
        var layer = Scenes.Labels(new VolumeShape(31, 33, 37), (_, _, _) => 1);
        layer.Phases = layer.Phases
            .With(0, layer.Phases[0] with { Color = Scenes.Green with { A = (byte)(255 * opacityOfTheOther) }, Visible = true })
            .With(1, layer.Phases[1] with { Visible = false });
        using var stage = new Stage(layer);
        stage.Viewer.Camera.Orthographic = false;
        stage.Viewer.Camera.Orientation = Camera.DefaultOrientation;
        using var empty = new Stage(Scenes.Labels(layer.Shape, (_, _, _) => 0));
        empty.Viewer.Camera.Orthographic = false;
        empty.Viewer.Camera.Orientation = Camera.DefaultOrientation;
        Assert.Equal(empty.DrawVolume(400, 300).Rgba, stage.DrawVolume(400, 300).Rgba);
    }

    [GlFact]
    public void DrawVolumeView_OfAMaximumBehindLabelsOfTheSameBox_DoesNotShineThroughTheirWalls()
    {
        var shape = new VolumeShape(31, 33, 37);
        using var stage = new Stage(Scenes.Image<byte>(shape, (_, _, _) => 200), Scenes.Labels(shape, (_, _, _) => 1));
        stage.Viewer.Camera.Orthographic = false;
        stage.Viewer.Camera.Orientation = Camera.DefaultOrientation;
        Assert.Equal(0, stage.DrawVolume(400, 300).Find(Scenes.IsBright).Count);
    }

    [GlFact]
    public void DrawVolumeView_AfterPhasesChanged_ShowsThem()
    {
        var layer = Scenes.Labels(Shape, (z, _, _) => z < 3 ? 1 : 2);
        using var stage = new Stage(layer);
        Assert.True(Scenes.IsRed(stage.DrawVolume()[60, 45]));
        layer.Phases = layer.Phases.With(1, layer.Phases[1] with { Visible = false });
        Assert.True(Scenes.IsGreen(stage.DrawVolume()[60, 45]));
        layer.Phases = layer.Phases.With(2, layer.Phases[2] with { Color = Scenes.Blue });
        Assert.True(Scenes.IsBlue(stage.DrawVolume()[60, 45]));
        layer.Phases = layer.Phases.With(1, layer.Phases[1] with { Visible = true, Color = Scenes.Red with { A = 128 } });
        var mixed = stage.DrawVolume()[60, 45];
        Assert.True(mixed.R > 70 && mixed.B > 70 && mixed.G < 70);
        layer.Visible = false;
        Assert.False(Scenes.IsRed(stage.DrawVolume()[60, 45]));
    }

    [GlFact]
    public void DrawVolumeView_OfManyPhases_DrawsOpaqueAndTranslucentOnes()
    {
        var phases = new PhaseTable(Enumerable.Range(0, 9).Select(label =>
            new Phase($"p{label}", label == 8 ? Scenes.Green : Scenes.Red with { A = 120 }, label, Visible: label is 5 or 8)));
        var labels = new LabelVolume(Shape, phases, Spacing.Isotropic(1));
        for (var z = 0; z < Shape.Depth; z++)
            labels.Slice(z).Fill((byte)(z < 2 ? 3 : z < 5 ? 5 : 8));
        using var stage = new Stage(new LabelsLayer("many", labels));
        var color = stage.DrawVolume()[60, 45];
        Assert.True(color.R > 60 && color.G > 60 && color.B < 60);
    }

    [GlFact]
    public void DrawVolumeView_OfUnlabelledVoxels_ShowsNothing()
    {
        var labels = new LabelVolume(Shape, PhaseTable.Named("a"), Spacing.Isotropic(1));
        for (var z = 0; z < Shape.Depth; z++)
            labels.Slice(z).Fill(LabelVolume.Unlabelled);
        using var stage = new Stage(new LabelsLayer("nothing", labels));
        Assert.Equal(stage.DrawBackground()[60, 45], stage.DrawVolume()[60, 45]);
    }

    [GlFact]
    public void DrawVolumeView_OfALargerLayerThanTheBudget_ShowsItCoarserAndSaysSo()
    {
        using var stage = new Stage(Scenes.Labels(Shape, (z, y, x) => AtLowCorner(z, y, x) ? 1 : 0));
        stage.Renderer.TextureBudget = Shape.VoxelCount;
        var (middle, count) = stage.DrawVolume().Find(Scenes.IsRed);
        Assert.True(count > 100 && middle.X < 60 && middle.Y < 45);
        Assert.Contains("'labels'", Assert.Single(stage.Renderer.Notices));
    }

    [GlTheory, InlineData(false), InlineData(true)]
    public void Pick_InTheView_GivesTheVoxelThatIsSeenThere(bool asImage)
    {
        bool IsMarker(int z, int y, int x) => z is 6 && y is 9 && x is 13;
        using var stage = new Stage(asImage
            ? Scenes.Image<byte>(Shape, (z, y, x) => IsMarker(z, y, x) ? (byte)200 : (byte)0)
            : Scenes.Labels(Shape, (z, y, x) => IsMarker(z, y, x) ? 1 : 0));
        stage.Viewer.Camera.Orthographic = false;
        stage.Viewer.Camera.Orientation = Camera.DefaultOrientation;
        stage.Renderer.Finish(stage.Viewer);
        var pixel = ViewProjection.Project(stage.Viewer.Camera, new Vector3(13.5f, 9.5f, 6.5f), 200, 150).Pixel;
        var point = stage.Renderer.Pick(stage.Viewer, pixel, 200, 150);
        Assert.NotNull(point);
        Assert.Equal(13.5, point.Value.X, 1.01);
        Assert.Equal(9.5, point.Value.Y, 1.01);
        Assert.Equal(6.5, point.Value.Z, 1.01);
        Assert.Null(stage.Renderer.Pick(stage.Viewer, new Vector2(3, 3), 200, 150));
    }
}
