using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class ObliqueSliceTests
{
    private static readonly VolumeShape Shape = new(14, 17, 20);
    private static readonly Spacing Anisotropic = new(1.5, 1, 0.5);

    // Interpolated linearly, a linear field is itself: every pixel of any plane has a known grey value.
    [GlTheory]
    [InlineData(1, 1, 1)]
    [InlineData(-1, 2, 0.5)]
    [InlineData(0, 1, 3)]
    public void DrawSliceView_OfAnObliquePlaneThroughALinearField_HasItsValues(float x, float y, float z)
    {
        static double Field(double x, double y, double z) => 10 + (4 * x) + (3 * y) + (5 * z);
        var layer = Scenes.Image(Shape, (k, j, i) => (float)Field((i + 0.5) * Anisotropic.X, (j + 0.5) * Anisotropic.Y, (k + 0.5) * Anisotropic.Z), Anisotropic);
        (layer.Interpolate, layer.ContrastLimits) = (true, new ContrastLimits(0, 255));
        using var stage = new Stage(layer);
        var cursor = stage.Viewer.Cursor = new WorldPoint(9.3, 8.1, 4.7);
        var camera = new ObliqueCamera { Orientation = PlaneOrientation.AcrossNormal(new Vector3(x, y, z)) };
        camera.Fit(stage.Viewer.Extent, cursor, 90, 70);
        var picture = stage.DrawSlice(camera, 90, 70);
        var looked = 0;
        for (var row = 0; row < 70; row++)
        {
            for (var column = 0; column < 90; column++)
            {
                var place = camera.ToWorld(column + 0.5, row + 0.5, 90, 70, cursor);
                // Near the walls the outermost voxels are extended, not the field.
                if (!IsWithin(place))
                    continue;
                looked++;
                // Eight bits of colour, and as many of weights between voxels.
                Assert.Equal(Field(place.X, place.Y, place.Z), picture[column, row].G, 1.6);
            }
        }
        Assert.True(looked > 1000, $"Only {looked} pixels lie in the volume.");

        static bool IsWithin(WorldPoint place) => place.Z > 0.8 && place.Z < (14 * 1.5) - 0.8 && place.Y > 0.6 && place.Y < 16.4 && place.X > 0.3 && place.X < 9.7;
    }

    [GlTheory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void DrawSliceView_OfAPlaneAcrossAnAxis_IsTheSliceAcrossThatAxis(Axis axis)
    {
        var random = new Random(5);
        using var stage = new Stage(
            Scenes.Image<byte>(Shape, (_, _, _) => (byte)random.Next(200), Anisotropic),
            Scenes.Labels(Shape, (z, y, x) => (x + y + z) % 4, Anisotropic));
        stage.Viewer.Layers[1].Opacity = 0.5f;
        stage.Viewer.Cursor = new WorldPoint(9.3, 8.1, 4.7);
        var slice = new SliceCamera(axis);
        slice.Fit(stage.Viewer.Extent, 90, 70);
        var oblique = new ObliqueCamera { Orientation = PlaneOrientation.AcrossAxis(axis), CenterU = slice.CenterU, CenterV = slice.CenterV, MicrometresPerPixel = slice.MicrometresPerPixel };
        Assert.Equal(stage.DrawSlice(slice, 90, 70).Rgba, stage.DrawSlice(oblique, 90, 70).Rgba);
    }

    // A texture in which several voxels are one is too coarse: the labels come from the volume itself.
    [GlTheory]
    [InlineData(0.05, 2)]
    [InlineData(0.7, 2)]
    [InlineData(3, 2)]
    [InlineData(0.05, 0)]
    public void DrawSliceView_OfLabelsThatDoNotFit_IsThatOfThoseThatDo(double micrometresPerPixel, int outline)
    {
        static int LabelAt(int z, int y, int x) => ((z * 7) + (y * 3) + (x * x / 5)) % 4;
        var labels = Scenes.Labels(Shape, LabelAt, Anisotropic);
        using var source = Scenes.Labels(Shape, LabelAt, Anisotropic);
        labels.ContourWidth = outline;
        using var whole = new Stage(labels);
        var coarse = new LabelsLayer("labels", LabelVolume.OnDemand(Shape, labels.Phases, Anisotropic, (z, slice) => source.Labels.Slice(z).CopyTo(slice), 0)) { ContourWidth = outline };
        using var stage = new Stage(coarse);
        stage.Renderer.TextureBudget = 5 * 14 * 17 * 20 / 8;
        var camera = new ObliqueCamera { Orientation = PlaneOrientation.AcrossNormal(new Vector3(1, -2, 0.7f)), CenterU = 0.1, CenterV = 0.2, MicrometresPerPixel = micrometresPerPixel };
        foreach (var each in (Stage[])[whole, stage])
        {
            each.Viewer.Cursor = new WorldPoint(9.3, 8.1, 4.7);
            ((LabelsLayer)each.Viewer.Layers[0]).Fill(new VoxelBox(5, 6, 7, 3, 4, 5), 2);
        }
        var (expected, picture) = (whole.DrawSlice(camera, 110, 90), stage.DrawSlice(camera, 110, 90));
        var different = Enumerable.Range(0, 110 * 90).Count(pixel => picture[pixel % 110, pixel / 110] != expected[pixel % 110, pixel / 110]);
        // On the walls of voxels rounding decides, and about outlines on either side.
        Assert.InRange(different, 0, 99);
        Assert.NotEmpty(stage.Renderer.Notices);

        // What is painted is seen at once, and what is taken back.
        foreach (var each in (Stage[])[whole, stage])
            ((LabelsLayer)each.Viewer.Layers[0]).Fill(VoxelBox.Of(Shape), 3);
        Assert.Equal(whole.DrawSlice(camera, 110, 90).Rgba, stage.DrawSlice(camera, 110, 90).Rgba);
    }

    // Turned so little that it is drawn as an oblique plane, it still goes through the middle of the same voxels.
    [GlFact]
    public void DrawSliceView_OfAPlaneHardlyTurned_ShowsTheSameLabels()
    {
        using var stage = new Stage(Scenes.Labels(Shape, (z, y, x) => 1 + ((x + y + z) % 3)));
        stage.Viewer.Cursor = new WorldPoint(7.5, 8.5, 10);
        var camera = new ObliqueCamera { Orientation = PlaneOrientation.AcrossAxis(Axis.Z).Turned(Vector3.UnitX, 1e-4f), CenterU = 10, CenterV = 8.4, MicrometresPerPixel = 0.2 };
        Assert.Null(camera.Across);
        var picture = stage.DrawSlice(camera, 110, 90);
        var flat = stage.DrawSlice(new SliceCamera(Axis.Z) { CenterU = 10, CenterV = 8.4, MicrometresPerPixel = 0.2 }, 110, 90);
        var different = Enumerable.Range(0, 110 * 90).Count(pixel => picture[pixel % 110, pixel / 110] != flat[pixel % 110, pixel / 110]);
        // Pixels on the edges of voxels may fall to either side.
        Assert.InRange(different, 0, 110);
    }

    [Fact]
    public void Fit_OfADiagonalPlane_ShowsTheWholeCut()
    {
        var extent = new Vector3(10, 20, 30);
        var cursor = new WorldPoint(15, 10, 5);
        var camera = new ObliqueCamera { Orientation = PlaneOrientation.AcrossNormal(Vector3.One) };
        camera.Fit(extent, cursor, 200, 150);
        var corners = PlaneCut.OfBox(extent, new Vector3(5, 10, 15), camera.Orientation.Normal);
        // The plane x + y + z = 30 meets the edges of this box in 5 points and touches a corner.
        Assert.InRange(corners.Count, 4, 6);
        foreach (var corner in corners)
        {
            Assert.Equal(30, corner.X + corner.Y + corner.Z, 1e-3f);
            var (x, y) = camera.ToPixel(WorldPoint.Of(corner), 200, 150);
            Assert.InRange(x, 5, 195);
            Assert.InRange(y, 4, 146);
        }
    }

    [Fact]
    public void ToWorld_AfterToPixel_IsThePointOnThePlane()
    {
        var cursor = new WorldPoint(3, 4, 5);
        var camera = new ObliqueCamera { Orientation = PlaneOrientation.AcrossNormal(new Vector3(1, 2, 3)), CenterU = 2, CenterV = -1, MicrometresPerPixel = 0.3 };
        var (x, y) = camera.ToPixel(cursor, 100, 80);
        var back = camera.ToWorld(x, y, 100, 80, cursor);
        Assert.Equal(0, Vector3.Distance(back.ToVector3(), new Vector3(5, 4, 3)), 1e-4f);
        camera.ZoomAt(x, y, 100, 80, 3);
        Assert.Equal((x, y), (camera.ToPixel(cursor, 100, 80).X, camera.ToPixel(cursor, 100, 80).Y), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-6 && Math.Abs(a.Item2 - b.Item2) < 1e-6);
        camera.TurnTo(camera.Orientation.Turned(camera.Right, 0.4f), cursor);
        Assert.Equal(x, camera.ToPixel(cursor, 100, 80).X, 1e-3);
        Assert.Equal(y, camera.ToPixel(cursor, 100, 80).Y, 1e-3);
    }
}
