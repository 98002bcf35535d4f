using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class SliceViewTests
{
    private static readonly VolumeShape Shape = new(4, 5, 6);

    // A pixel for every tenth of a µm, the origin of the world in the upper left corner.
    private static SliceCamera Aligned(Axis axis, int width, int height) =>
        new(axis) { MicrometresPerPixel = 0.1, CenterU = width * 0.05, CenterV = height * 0.05 };

    [GlTheory]
    [InlineData(Axis.Z, 4, 2)]
    [InlineData(Axis.Y, 4, 3)]
    [InlineData(Axis.X, 3, 2)]
    public void DrawSliceView_AcrossEachAxis_HasTheVoxelWhereItBelongs(Axis axis, int right, int down)
    {
        using var stage = new Stage(Scenes.Labels(Shape, (z, y, x) => (z, y, x) is (3, 2, 4) ? 1 : 2));
        stage.Viewer.Cursor = new WorldPoint(3.4, 2.6, 4.1);
        var picture = stage.DrawSlice(Aligned(axis, 70, 70), 70, 70);
        var (middle, count) = picture.Find(Scenes.IsRed);
        Assert.Equal(100, count);
        Assert.Equal((right * 10) + 5, middle.X, 1e-3f);
        Assert.Equal((down * 10) + 5, middle.Y, 1e-3f);
        Assert.Equal(Scenes.Red, picture[(right * 10) + 5, (down * 10) + 5]);
    }

    [GlFact]
    public void DrawSliceView_BesideALayer_ShowsNothingOfIt()
    {
        using var stage = new Stage(Scenes.Labels(Shape, (_, _, _) => 1));
        var picture = stage.DrawSlice(Aligned(Axis.Z, 80, 70), 80, 70);
        Assert.Equal(60 * 50, picture.Find(Scenes.IsRed).Count);
        stage.Viewer.Cursor = new WorldPoint(4.5, 1, 1);
        Assert.Equal(0, stage.DrawSlice(Aligned(Axis.Z, 80, 70), 80, 70).Find(Scenes.IsRed).Count);
    }

    [GlFact]
    public void DrawSliceView_OfLayersWithOtherSpacing_OverlaysThemInMicrometres()
    {
        // Voxel (1, 1, 1) of 2 µm edges is where voxels 2 and 3 of 1 µm edges are.
        var coarse = Scenes.Labels(new VolumeShape(2, 2, 3), (z, y, x) => (z, y, x) is (1, 1, 1) ? 1 : 0, Spacing.Isotropic(2));
        var fine = Scenes.Image<byte>(Shape, (_, _, _) => 200);
        using var stage = new Stage(fine, coarse);
        stage.Viewer.Cursor = new WorldPoint(3.5, 1, 1);
        var picture = stage.DrawSlice(Aligned(Axis.Z, 70, 70), 70, 70);
        var (middle, count) = picture.Find(Scenes.IsRed);
        Assert.Equal(400, count);
        Assert.Equal((30f, 30f), (middle.X, middle.Y));
        Assert.True(Scenes.IsBright(picture[10, 10]));
    }

    [GlTheory]
    [InlineData(-10, 0)]
    [InlineData(0, 0)]
    [InlineData(50, 64)]
    [InlineData(200, 255)]
    [InlineData(300, 255)]
    public void DrawSliceView_OfFloats_SpreadsThemOverTheContrastLimits(float value, int expected)
    {
        using var stage = new Stage(Scenes.Image(Shape, (z, y, x) => z + y + x == 0 ? -50f : value));
        Assert.Equal(expected, stage.DrawSlice(Aligned(Axis.Z, 70, 70), 70, 70)[35, 25].G, 1.0);
    }

    [GlFact]
    public void DrawSliceView_OfSignedShorts_KeepsNegativeValues()
    {
        var layer = Scenes.Image<short>(Shape, (_, _, x) => x < 3 ? (short)-1000 : (short)-500);
        layer.ContrastLimits = new ContrastLimits(-1000, 0);
        using var stage = new Stage(layer);
        var picture = stage.DrawSlice(Aligned(Axis.Z, 70, 70), 70, 70);
        Assert.Equal(0, picture[15, 25].G, 1.0);
        Assert.Equal(128, picture[45, 25].G, 1.0);
    }

    [GlFact]
    public void DrawSliceView_WithHalfOpacity_MixesWithWhatIsBelow()
    {
        var below = Scenes.Labels(Shape, (_, _, _) => 3);
        var above = Scenes.Labels(Shape, (_, _, _) => 1);
        above.Opacity = 0.5f;
        using var stage = new Stage(below, above);
        var color = stage.DrawSlice(Aligned(Axis.Z, 70, 70), 70, 70)[30, 20];
        Assert.Equal((Scenes.Red.R + Scenes.Blue.R) / 2, color.R, 2.0);
        Assert.Equal((Scenes.Red.B + Scenes.Blue.B) / 2, color.B, 2.0);
        stage.Viewer.Layers.Reorder(above, 0);
        Assert.Equal(Scenes.Blue, stage.DrawSlice(Aligned(Axis.Z, 70, 70), 70, 70)[30, 20]);
    }

    [GlFact]
    public void DrawSliceView_WithoutInterpolation_HasBlocksAndWithItSlopes()
    {
        var layer = Scenes.Image<byte>(Shape, (_, _, x) => x < 3 ? (byte)0 : (byte)200);
        using var stage = new Stage(layer);
        var blocks = stage.DrawSlice(Aligned(Axis.Z, 70, 70), 70, 70);
        Assert.Equal((0, 255), (blocks[28, 25].G, blocks[31, 25].G));
        layer.Interpolate = true;
        var slopes = stage.DrawSlice(Aligned(Axis.Z, 70, 70), 70, 70);
        Assert.InRange(slopes[28, 25].G, 60, 120);
        Assert.InRange(slopes[31, 25].G, 135, 195);
    }

    [GlFact]
    public void DrawSliceView_OfASingleSlice_ShowsItAcrossZAndALineAcrossY()
    {
        using var stage = new Stage(Scenes.Labels(new VolumeShape(1, 5, 6), (_, y, _) => y < 3 ? 1 : 2));
        Assert.Equal(60 * 30, stage.DrawSlice(Aligned(Axis.Z, 70, 70), 70, 70).Find(Scenes.IsRed).Count);
        stage.Viewer.Cursor = new WorldPoint(0.5, 0.5, 0.5);
        Assert.Equal(60 * 10, stage.DrawSlice(Aligned(Axis.Y, 70, 70), 70, 70).Find(Scenes.IsRed).Count);
        Assert.True(stage.DrawVolume().Find(Scenes.IsRed).Count > 100);
    }

    [GlFact]
    public void DrawSliceView_OfALayerShownCoarserIn3D_IsAtFullResolutionAcrossZ()
    {
        using var stage = new Stage(Scenes.Image<byte>(Shape, (_, _, x) => x % 2 == 0 ? (byte)0 : (byte)200));
        stage.Renderer.TextureBudget = Shape.VoxelCount / 4;
        var picture = stage.DrawSlice(Aligned(Axis.Z, 70, 70), 70, 70);
        Assert.Single(stage.Renderer.Notices);
        Assert.Equal((0, 255), (picture[25, 25].G, picture[35, 25].G));
    }

    [GlFact]
    public void DrawSliceView_OfVoxelsSmallerThanPixels_AveragesThem()
    {
        using var stage = new Stage(Scenes.Image<byte>(new VolumeShape(2, 40, 48), (_, y, x) => (x + y) % 2 == 0 ? (byte)0 : (byte)200));
        var camera = new SliceCamera(Axis.Z) { MicrometresPerPixel = 4, CenterU = 24, CenterV = 20 };
        Assert.Equal(128, stage.DrawSlice(camera, 12, 10)[6, 5].G, 8.0);
    }
}
