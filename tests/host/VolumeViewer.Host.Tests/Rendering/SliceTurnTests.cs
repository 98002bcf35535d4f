using System.Numerics;

using VolumeViewer.Host.CommandLine;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Projects;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Host.Tests.CommandLine;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>Slices that are turned and mirrored in their plane: where things are seen, and that what is under the pointer is what is seen there.</summary>
public sealed class SliceTurnTests
{
    private static readonly VolumeShape Shape = new(9, 14, 20);

    [Fact]
    public void Turns_AndFlips_AddUpToWhatTheyShould()
    {
        var turn = SliceTurn.Of(30, true);
        Assert.Equal(turn, turn.By(90).By(90).By(90).By(90));
        Assert.Equal(turn, turn.FlippedAcross().FlippedAcross());
        Assert.Equal(turn, turn.FlippedDown().FlippedDown());
        Assert.Equal(turn.By(180), turn.FlippedAcross().FlippedDown());
        Assert.Equal(new SliceTurn(180, false), SliceTurn.Of(-540, false));
        Assert.Equal(default, SliceTurn.Of(-720, false));
        Assert.Equal(default, SliceTurn.Of(double.NaN, false));
    }

    // Seen: to the right of the middle, or below it.
    [Theory]
    [InlineData(0, false, 1, 0, 0, 1)]
    [InlineData(90, false, 0, 1, -1, 0)]
    [InlineData(-90, false, 0, -1, 1, 0)]
    [InlineData(180, false, -1, 0, 0, -1)]
    [InlineData(0, true, -1, 0, 0, 1)]
    [InlineData(90, true, 0, -1, -1, 0)]
    public void Axes_OfATurnedSlice_RunWhereTheTurnSays(double degrees, bool isMirrored, float rightOfU, float downOfU, float rightOfV, float downOfV)
    {
        var camera = new SliceCamera(Axis.Z);
        camera.TurnTo(SliceTurn.Of(degrees, isMirrored));
        Assert.Equal(new Vector2(rightOfU, downOfU), camera.DirectionOf(Axis.X));
        Assert.Equal(new Vector2(rightOfV, downOfV), camera.DirectionOf(Axis.Y));
        Assert.Equal(Vector2.Zero, camera.DirectionOf(Axis.Z));
    }

    [Theory]
    [InlineData(Axis.Z, 25, false)]
    [InlineData(Axis.Y, -117.5, true)]
    [InlineData(Axis.X, 180, true)]
    public void Places_OfATurnedSlice_GoThereAndBack(Axis axis, double degrees, bool isMirrored)
    {
        var (camera, random) = (new SliceCamera(axis), new Random(3));
        camera.Fit(new Vector3(20, 14, 9), 200, 150);
        var middle = camera.Middle;
        camera.TurnTo(SliceTurn.Of(degrees, isMirrored));
        Assert.Equal((middle.U, middle.V), (camera.Middle.U, camera.Middle.V), Close);
        for (var round = 0; round < 20; round++)
        {
            var cursor = new WorldPoint(4, 5, 6);
            var (x, y) = (random.NextDouble() * 200, random.NextDouble() * 150);
            Assert.Equal((x, y), camera.ToPixel(camera.ToWorld(x, y, 200, 150, cursor), 200, 150), Close);
            Assert.Equal(cursor.Along(axis), camera.ToWorld(x, y, 200, 150, cursor).Along(axis));
        }
        // All of the box, whichever way it is turned, and no more than needed.
        camera.Fit(new Vector3(20, 14, 9), 200, 150);
        var corners = Enumerable.Range(0, 8).Select(i => camera.ToPixel(new WorldPoint((i & 1) * 9, ((i >> 1) & 1) * 14, (i >> 2) * 20), 200, 150)).ToList();
        Assert.All(corners, corner => Assert.True(corner.X is >= 0 and <= 200 && corner.Y is >= 0 and <= 150));
        Assert.True(corners.Max(corner => corner.X) > 190 || corners.Max(corner => corner.Y) > 142);
    }

    [GlTheory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void Picture_TurnedByAQuarter_IsThePictureTurned(Axis axis)
    {
        var random = new Random(5);
        using var labels = Scenes.Labels(Shape, (_, _, _) => random.Next(4));
        var image = Scenes.Image(Shape, (_, _, _) => (ushort)random.Next(200));
        (image.Interpolate, image.Cubic) = (true, true);
        labels.Opacity = 0.5f;
        using var stage = new Stage(image, labels);
        stage.Viewer.Cursor = new WorldPoint(4.5, 6.5, 8.5);
        var camera = new SliceCamera(axis) { MicrometresPerPixel = 0.25, CenterU = 5, CenterV = 6 };
        var straight = stage.DrawSlice(camera, 80, 80);
        // The ground has colours of its own, which do not turn.
        var isOnLayer = Enumerable.Range(0, 6400).Select(i => RegionFill.VoxelOf(labels, camera.ToWorld((i % 80) + 0.5, (i / 80) + 0.5, 80, 80, stage.Viewer.Cursor)) is not null).ToList();
        camera.TurnTo(SliceTurn.Of(90, false));
        var turned = stage.DrawSlice(camera, 80, 80);
        camera.TurnTo(SliceTurn.Of(90, false).FlippedAcross());
        var mirrored = stage.DrawSlice(camera, 80, 80);
        Assert.Contains(true, isOnLayer);
        for (var y = 0; y < 80; y++)
        {
            for (var x = 0; x < 80; x++)
            {
                if (!isOnLayer[(y * 80) + x])
                    continue;
                Close(straight[x, y], turned[79 - y, x]);
                Close(straight[x, y], mirrored[y, x]);
            }
        }

        static void Close(Rgba expected, Rgba seen) =>
            Assert.True(Math.Abs(expected.R - seen.R) <= 1 && Math.Abs(expected.G - seen.G) <= 1 && Math.Abs(expected.B - seen.B) <= 1, $"{expected} became {seen}.");
    }

    [GlTheory]
    [InlineData(false, 33, false)]
    [InlineData(true, -71, true)]
    [InlineData(true, 90, false)]
    public void Voxel_UnderAPixel_IsTheOneThatIsSeenThere(bool isCpu, double degrees, bool isMirrored)
    {
        var random = new Random(6);
        using var layer = Scenes.Labels(Shape, (_, _, _) => 1 + random.Next(3));
        using var stage = new Stage(isCpu ? RendererChoice.Cpu : RendererChoice.Gl, layer);
        stage.Viewer.Cursor = new WorldPoint(4.5, 6.5, 8.5);
        foreach (var axis in (Axis[])[Axis.Z, Axis.Y, Axis.X])
        {
            var camera = new SliceCamera(axis) { MicrometresPerPixel = 0.1 };
            camera.Center(5, 5);
            camera.TurnTo(SliceTurn.Of(degrees, isMirrored));
            var picture = stage.DrawSlice(camera, 90, 70);
            var seen = 0;
            for (var round = 0; round < 400; round++)
            {
                var (x, y) = (random.Next(90), random.Next(70));
                var place = camera.ToWorld(x + 0.5, y + 0.5, 90, 70, stage.Viewer.Cursor);
                // Not at the walls, where rounding decides.
                if (new[] { Axis.Z, Axis.Y, Axis.X }.Any(each => Math.Abs(place.Along(each) - Math.Round(place.Along(each))) < 0.01) || RegionFill.VoxelOf(layer, place) is not var (atZ, atY, atX))
                    continue;
                var label = layer.Labels.Slice(atZ)[(atY * Shape.Width) + atX];
                var color = picture[x, y];
                Assert.True((label == 1) == Scenes.IsRed(color) && (label == 2) == Scenes.IsGreen(color) && (label == 3) == Scenes.IsBlue(color), $"Label {label} is drawn as {color}.");
                seen++;
            }
            Assert.True(seen > 100, $"{seen} places lay on the layer.");
        }
    }

    [GlFact]
    public void SlicePart_OfATurnedSlice_DrawnOverTheOldPicture_IsTheNewOne()
    {
        using var layer = Scenes.Labels(new VolumeShape(20, 40, 48), (_, _, x) => 1 + (x / 9 % 3));
        using var stage = new Stage(layer);
        using var changed = new ChangedLabels(stage.Viewer);
        var camera = new SliceCamera(Axis.Z);
        camera.TurnTo(SliceTurn.Of(37, true));
        camera.Fit(stage.Viewer.Extent, 120, 90);
        stage.DrawSlice(camera);
        layer.Fill(new VoxelBox(8, 17, 20, 5, 6, 9), 2);
        var part = changed.PartOf(1, camera, 120, 90);
        Assert.True(part is { IsEmpty: false } && part.Value.Width * part.Value.Height < 120 * 90 / 4, $"The part is {part}.");
        stage.Renderer.SlicePart = part;
        var drawn = stage.DrawSlice(camera).Rgba;
        stage.Renderer.SlicePart = null;
        Assert.Equal(stage.DrawSlice(camera).Rgba, drawn);
    }

    [Fact]
    public void Turn_OfAViewThatShowsAll_IsKeptInTheProject()
    {
        var views = new ViewState();
        views.Places[Axis.Y] = SlicePlace.OfAll(SliceTurn.Of(-90, true));
        views.Places[Axis.Z] = new SlicePlace(3, 4, 5, 12.5);
        var places = ViewsPart.PlacesOf(new ViewsPart(views, () => throw new InvalidOperationException(), _ => { }).Write());
        Assert.Equal(views.Places, places);
        var camera = new SliceCamera(Axis.Y);
        places[Axis.Y].Put(camera, new Vector3(20, 14, 9), 100, 200);
        var fitted = new SliceCamera(Axis.Y);
        fitted.TurnTo(SliceTurn.Of(-90, true));
        fitted.Fit(new Vector3(20, 14, 9), 100, 200);
        Assert.Equal((fitted.Turn, fitted.CenterU, fitted.CenterV, fitted.MicrometresPerPixel), (camera.Turn, camera.CenterU, camera.CenterV, camera.MicrometresPerPixel));
        // As projects were written before slices could be turned.
        var old = ViewsPart.PlacesOf(System.Text.Json.Nodes.JsonNode.Parse("""{ "slices": { "z": { "centerU": 1, "centerV": 2, "shown": 3 } } }"""));
        Assert.Equal(new SlicePlace(1, 2, 3), old[Axis.Z]);
    }

    private static bool Close((double, double) one, (double, double) other) => Math.Abs(one.Item1 - other.Item1) < 1e-4 && Math.Abs(one.Item2 - other.Item2) < 1e-4;

    [Theory]
    [InlineData("90", 0, "90", false)]
    [InlineData("z:90", 1, "90", false)]
    [InlineData("Y:-45.5,mirrored", 1, "-45.5", true)]
    [InlineData("x:mirrored", 1, "0", true)]
    [InlineData("mirrored", 0, "0", true)]
    public void TurnsOnTheCommandLine_AreReadAsTheyAreWritten(string text, int axes, string degrees, bool isMirrored)
    {
        var (turned, turn) = SliceTurnOption.Parse(text);
        Assert.Equal((axes == 0 ? 3 : axes, new SliceTurn(double.Parse(degrees, System.Globalization.CultureInfo.InvariantCulture), isMirrored)), (turned.Count, turn));
    }

    // A cube as large as the picture: every voxel is a pixel, before and after.
    [GlFact]
    public void Render_WithATurn_ShowsTheSameVoxelsElsewhere()
    {
        using var folder = new TemporaryFolder();
        using var plain = Rendered();
        using var turned = Rendered("--turn-slice", "z:90");
        using var mirrored = Rendered("--turn-slice", "mirrored");
        using var both = Rendered("--turn-slice", "z:90,mirrored", "--turn-slice", "y:10");
        foreach (var (x, y) in new[] { (20, 31), (100, 9), (64, 120), (7, 77) })
        {
            var seen = plain.GetPixel(x, y);
            Assert.Equal((seen, seen, seen), (turned.GetPixel(127 - y, x), mirrored.GetPixel(127 - x, y), both.GetPixel(127 - y, 127 - x)));
        }

        SkiaSharp.SKBitmap Rendered(params string[] more)
        {
            var run = ProgramRun.Of(["render", Path.Combine(TestFolders.Samples, "qim3d-cement", "cement_128x128x128.tif"), "--layout", "SliceZ", "--size", "128x128", "--supersampling", "1",
                "--no-crosshair", "--no-color-bar", "--no-axes", "--no-scale-bar", "--out", folder.File("a.png"), .. more]);
            Assert.True(run.ExitCode == 0, run.Errors);
            return SkiaSharp.SKBitmap.Decode(folder.File("a.png"));
        }
    }
}
