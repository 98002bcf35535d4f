using System.Numerics;
using System.Xml.Linq;

using SkiaSharp;

using VolumeViewer.Host.Export;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Host.Tests.Projects;
using VolumeViewer.Host.Tests.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Export;

/// <summary>Texts over the views: where they stand, in which slices, in projects and in figures.</summary>
public sealed class NoteTests
{
    private static SKTypeface Letters => SKTypeface.Default;

    [Theory]
    [InlineData(NoteAnchor.TopLeft, 0, 0)]
    [InlineData(NoteAnchor.Right, 1, 0.5f)]
    [InlineData(NoteAnchor.Bottom, 0.5f, 1)]
    public void Place_OfATextInTheView_PutsItsOwnCornerAtTheOneOfTheView(NoteAnchor anchor, float right, float down)
    {
        using var picture = new SKBitmap(300, 200);
        using var canvas = new SKCanvas(picture);
        using var pen = Pen(canvas, new RenderOptions { PointPixels = 2 });
        var (corner, size) = NotesMark.Place(pen, new TextNote("a\nlonger") { Anchor = anchor, Offset = new Vector2(3, -4), Points = 10 }, _ => null)!.Value;
        // Letters of 10 points of 2 pixels, two lines of 1.2 times that.
        Assert.Equal(48, size.Y, 0.01f);
        Assert.Equal((300 * right) + 6 - (size.X * right), corner.X, 0.01f);
        Assert.Equal((200 * down) - 8 - (size.Y * down), corner.Y, 0.01f);
    }

    [Theory, InlineData(10, 10, NoteAnchor.TopLeft), InlineData(150, 190, NoteAnchor.Bottom), InlineData(299, 100, NoteAnchor.Right), InlineData(-5, 900, NoteAnchor.BottomLeft)]
    public void Nearest_OfAPlaceInAView_IsTheCornerOfItsThird(float x, float y, NoteAnchor expected) =>
        Assert.Equal(expected, NotesMark.Nearest(new Vector2(x, y), new Vector2(300, 200)));

    [Fact]
    public void Seen_OfAPlaceInTheVolume_IsInTheSliceThroughItAlone()
    {
        var viewer = new Viewer();
        viewer.Layers.Add(Rendering.Scenes.Labels(new VolumeShape(4, 5, 6), (_, _, _) => 1));
        var (camera, place) = (new SliceCamera(Axis.Z) { CenterU = 3, CenterV = 2.5, MicrometresPerPixel = 0.5 }, new WorldPoint(2.5, 1, 4));
        viewer.Cursor = new WorldPoint(2.1, 0, 0);
        // 1 to the right and 1.5 up of the middle of 100 × 80 pixels, which are half a unit wide.
        Assert.Equal(new Vector2(52, 37), NotesMark.Seen(place, camera, (100, 80), viewer));
        viewer.Cursor = new WorldPoint(1.9, 0, 0);
        Assert.Null(NotesMark.Seen(place, camera, (100, 80), viewer));
    }

    [Fact]
    public void Project_WithTexts_KeepsAllOfThem()
    {
        using var world = new ProjectWorld();
        var viewer = world.ViewerOnFiles();
        viewer.Notes.Add(new TextNote("\"ε\" = 0.4\nsecond") { View = NoteView.SliceY, Anchor = NoteAnchor.BottomRight, Offset = new Vector2(-3.5f, 1), Points = 21, Color = new Rgba(1, 2, 3), Visible = false });
        viewer.Notes.Add(new TextNote("crack") { Place = new WorldPoint(1, 2.5, 1 / 3.0) });
        viewer.ShowsBox = false;
        world.Save(viewer);

        var (opened, reading) = world.Open();

        Assert.Empty(reading.Notices);
        Assert.Equal(viewer.Notes.Items.ToArray(), opened.Notes.Items.ToArray());
        Assert.False(opened.ShowsBox);
    }

    [Fact]
    public void Offset_ThatIsNotFinite_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new TextNote("a") { Offset = new Vector2(float.NaN, 0) });
        Assert.Throws<ArgumentException>(() => new TextNote("a") { Place = new WorldPoint(0, double.PositiveInfinity, 0) });
        Assert.Equal(TextNote.MostPoints, new TextNote("a") { Points = 1e9 }.Points);
    }

    [Fact]
    public void Chosen_OfAnother_TakesATextWithoutLettersAway()
    {
        var viewer = new Viewer();
        var desk = new NoteDesk(viewer);
        desk.Add(NoteView.Every, null, (Vector2.Zero, new Vector2(100), 1));
        desk.Change(note => note with { Text = "kept" });
        desk.Add(NoteView.Every, null, (Vector2.Zero, new Vector2(100), 1));
        Assert.Equal(2, viewer.Notes.Count);
        desk.Chosen = null;
        Assert.Equal("kept", Assert.Single(viewer.Notes).Text);
    }

    [Fact]
    public void Render_WithAValueUnit_WritesItAtTheBar()
    {
        using var folder = new TemporaryFolder();
        int Glyphs(string name, params string[] more)
        {
            var run = CommandLine.ProgramRun.Of(["render", Path.Combine(TestFolders.Samples, "qim3d-cement", "cement_128x128x128.tif"), "--layout", "SliceZ", "--size", "320x300", "--supersampling", "1", "--out", folder.File(name), .. more]);
            Assert.True(run.ExitCode == 0, run.Errors);
            return XDocument.Load(folder.File(name)).Root!.Descendants().Count(element => element.Name.LocalName is "use" or "text");
        }
        Assert.Equal(2, Glyphs("with.svg", "--value-unit", " QW ") - Glyphs("without.svg"));
    }

    [GlFact]
    public void Write_AsSvg_HasTheTextAndTheSwitchedMarksAndLeavesThemOutWhenTold()
    {
        using var folder = new TemporaryFolder();
        var viewer = new Viewer();
        viewer.Layers.Add(Rendering.Scenes.Labels(new VolumeShape(12, 12, 12), (z, _, _) => z > 5 ? 1 : 0));
        viewer.ResetView();
        viewer.Notes.Add(new TextNote("QWK") { Points = 20, Anchor = NoteAnchor.Middle });
        var figure = new FigureOptions { Layout = ViewLayout.Volume, Width = 400, Height = 300, Render = new RenderOptions { Supersampling = 1, Legend = false, ScaleBar = false, AxisNames = false } };
        int Glyphs(string name, RenderOptions render)
        {
            FigureExport.Write(viewer, figure with { Render = render }, folder.File(name));
            return XDocument.Load(folder.File(name)).Root!.Descendants().Count(element => element.Name.LocalName is "use" or "text");
        }
        var with = Glyphs("with.svg", figure.Render);
        Assert.Equal(3, with - Glyphs("without.svg", figure.Render with { Notes = false }));
        // Three sides of the cube with sign and axis; three letters at the arrows.
        Assert.InRange(Glyphs("cube.svg", figure.Render with { Cube = true }) - with, 4, 6);
        Assert.Equal(3, Glyphs("arrows.svg", figure.Render with { Arrows = true }) - with);
        Assert.True(Glyphs("ticks.svg", figure.Render with { Ticks = true }) - with >= 6);
    }

    [Fact]
    public void Draw_OfTheColourBar_HasTheColourOfAValueBesideItsMark()
    {
        using var picture = new SKBitmap(300, 200);
        using var canvas = new SKCanvas(picture);
        using var pen = Pen(canvas, new RenderOptions());
        var layer = new ImageLayer("a", Panels.Scenes.Ramp(new VolumeShape(2, 3, 4), Spacing.Uncalibrated)) { ContrastLimits = new ContrastLimits(0, 100), Gamma = 2, ValueUnit = "1/cm" };
        var top = ColorBarMark.Draw(pen, layer, 10, 190);
        canvas.Flush();
        Assert.InRange(top, 1, 80);
        // The bar is 120 high and ends half a line and 4 units above the plate's edge: its middle is the value 50, gray ½².
        var middle = 190 - 4 - (pen.LineHeight / 2) - 60;
        Assert.Equal(64, picture.GetPixel(22, (int)middle).Red, 3.0);
        Assert.InRange(picture.GetPixel(22, (int)(middle - 57)).Red, 225, 255);
    }

    private static SkiaMarkPen Pen(SKCanvas canvas, RenderOptions options) => new(canvas, new Vector2(300, 200), 1, 13, Letters, options);
}
