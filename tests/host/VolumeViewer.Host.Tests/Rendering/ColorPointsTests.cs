using VolumeViewer.Host.Export;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Host.Tests.CommandLine;
using VolumeViewer.Host.Tests.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>Colours of one's own: how points are changed, and that projects and copies of scenes keep them.</summary>
public sealed class ColorPointsTests
{
    private static readonly Colormap Three = ColorPoints.Parse("0=#000000, 0.5=#ff0000, 1=#ffffff");

    [Fact]
    public void AddMoveRecolorRemove_ChangeOnePointAndKeepTheOrder()
    {
        var four = ColorPoints.Add(Three, 0.25f);
        Assert.Equal([0, 0.25f, 0.5f, 1], four.Points.Select(point => point.Position));
        Assert.Equal(Three.At(0.25f), four.Points[1].Color);
        var moved = ColorPoints.Move(four, 1, 0.9f);
        // Not past its neighbour, but as near as points may be.
        Assert.Equal(0.5f - ColorPoints.LeastDistance, moved.Points[1].Position);
        Assert.Equal(0.25f - ColorPoints.LeastDistance, ColorPoints.Move(four, 0, 0.4f).Points[0].Position);
        Assert.Equal(new Rgba(1, 2, 3), ColorPoints.Recolor(four, 1, new Rgba(1, 2, 3)).At(0.25f));
        Assert.Equal(Three.Id, ColorPoints.Remove(four, 1).Id);
        var two = ColorPoints.Remove(Three, 1);
        Assert.Same(two, ColorPoints.Remove(two, 0));
        Assert.Same(four, ColorPoints.Add(four, 0.2501f));
    }

    [Fact]
    public void From_OfABuiltInMap_HasItsStops()
    {
        var own = ColorPoints.From(Colormap.BuiltIn[1]);
        Assert.True(ColorPoints.IsOwn(own) && !ColorPoints.IsOwn(Colormap.BuiltIn[1]));
        Assert.Equal(10, own.Points.Length);
        Assert.Same(own, ColorPoints.From(own));
        Assert.True(ColorPoints.From(new Colormap("many", "Many", Enumerable.Range(0, 256).Select(step => new Rgba((byte)step, 0, 0)))).Points.Length < 20);
    }

    [Fact]
    public void Of_EqualPoints_HasEqualIdsAndOfOthersNone()
    {
        Assert.Equal(Three.Id, ColorPoints.Of(Three.Points).Id);
        Assert.NotEqual(Three.Id, ColorPoints.Recolor(Three, 0, new Rgba(0, 0, 1)).Id);
        Assert.NotEqual(Three.Id, ColorPoints.Move(Three, 1, 0.501f).Id);
    }

    [Fact]
    public void Project_WithOwnColours_KeepsThePoints()
    {
        using var world = new ProjectWorld();
        var viewer = world.ViewerOnFiles();
        var colors = ColorPoints.Of([new(1 / 3f, new Rgba(1, 2, 3)), new(0.9f, new Rgba(200, 100, 50))]);
        viewer.Layers.OfType<ImageLayer>().First().Colormap = colors;
        world.Save(viewer);
        var (opened, reading) = world.Open();
        Assert.Empty(reading.Notices);
        var read = opened.Layers.OfType<ImageLayer>().First().Colormap;
        Assert.Equal(colors.Points.ToArray(), read.Points.ToArray());
        Assert.Equal(colors.Id, read.Id);
    }

    [Fact]
    public void SceneCopy_OfTwoLayersWithOwnColours_GivesEachItsOwn()
    {
        var viewer = Panels.Scenes.Viewer("a", "b");
        var maps = new[] { Three, ColorPoints.Remove(Three, 1) };
        for (var index = 0; index < 2; index++)
            ((ImageLayer)viewer.Layers[index]).Colormap = maps[index];
        Assert.Equal(maps.Select(map => map.Id), SceneCopy.Of(viewer).Layers.Cast<ImageLayer>().Select(layer => layer.Colormap.Id));
    }

    [Theory]
    [InlineData("0=#000000", "two colours")]
    [InlineData("0=#000000,1=red", "red")]
    [InlineData("0.5=#000000,0.4=#ffffff", "rise")]
    [InlineData("black,white", "place and colour")]
    public void Parse_OfWhatTellsNoColours_SaysWhatIsWrong(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => ColorPoints.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Render_WithColourPoints_DrawsInThem()
    {
        using var folder = new TemporaryFolder();
        var cement = Path.Combine(TestFolders.Samples, "qim3d-cement", "cement_128x128x128.tif");
        var run = ProgramRun.Of("render", cement, "--layout", "SliceZ", "--size", "128x128", "--color-points", "0=#00ff00,1=#0000ff", "--no-crosshair", "--no-color-bar", "--no-axes", "--no-scale-bar", "--out", folder.File("a.png"));
        Assert.True(run.ExitCode == 0, run.Errors);
        using var picture = SkiaSharp.SKBitmap.Decode(folder.File("a.png"));
        var pixel = picture.GetPixel(64, 64);
        Assert.True(pixel.Red < 8 && Math.Abs(pixel.Green + pixel.Blue - 255) < 8, $"{pixel}");
        Assert.Contains("one of them", ProgramRun.Of("render", cement, "--colormap", "magma", "--color-points", "0=#00ff00,1=#0000ff", "--out", folder.File("b.png")).Errors, StringComparison.Ordinal);
    }
}
