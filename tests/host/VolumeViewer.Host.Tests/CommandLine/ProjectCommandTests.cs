using System.Numerics;

using VolumeViewer.Host.Tests.Projects;
using VolumeViewer.Host.Tests.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.CommandLine;

public sealed class ProjectCommandTests : IDisposable
{
    private readonly ProjectWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Info_OfAProject_ListsItsLayersAndWhatIsMissing()
    {
        _world.Save(_world.ViewerOnFiles());
        File.Delete(_world.Folder.File("data/grey.tif"));
        var run = ProgramRun.Of("info", _world.Project, "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("labels", Assert.Single(run.Json.GetProperty("layers").EnumerateArray()).GetProperty("name").GetString());
        var missing = Assert.Single(run.Json.GetProperty("missing").EnumerateArray());
        Assert.Equal("grey", missing.GetProperty("name").GetString());
        Assert.Contains("data/grey.tif", missing.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("info")]
    [InlineData("view")]
    [InlineData("render", "--out", "x.png")]
    public void ACommand_OnADamagedOrLaterProject_EndsWith2AndChangesNothing(string command, params string[] more)
    {
        Directory.CreateDirectory(_world.Folder.File("work"));
        foreach (var (content, expected) in new[] { ("""{ "format": 99, "layers": [] }""", "Update the program"), ("""{ "format": 1, "layers": [""", "damaged") })
        {
            File.WriteAllText(_world.Project, content);
            var run = ProgramRun.Of([command, _world.Project, .. more]);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains(expected, run.Errors);
            Assert.Equal(content, File.ReadAllText(_world.Project));
            Assert.Equal([_world.Project], Directory.GetFiles(_world.Folder.Path, "*", SearchOption.AllDirectories));
        }
    }

    [GlFact]
    public void Render_OfAProject_ShowsItsLayoutAndCamera()
    {
        var viewer = _world.ViewerOnFiles();
        viewer.Layout = ViewLayout.SliceY;
        _world.Save(viewer);
        Assert.Equal(0, ProgramRun.Of("render", _world.Project, "--out", _world.Folder.File("a.png"), "--size", "200x150").ExitCode);
        Assert.Equal(0, ProgramRun.Of("render", _world.Project, "--layout", "SliceY", "--out", _world.Folder.File("b.png"), "--size", "200x150").ExitCode);
        Assert.Equal(File.ReadAllBytes(_world.Folder.File("a.png")), File.ReadAllBytes(_world.Folder.File("b.png")));
    }

    [Fact]
    public void Convert_OfAProject_WritesTheLayerThatTheEndingIsFor()
    {
        var viewer = _world.ViewerOnFiles();
        // The middle of voxel (3, 2, 5), whose edges are 0.5, 0.25 and 0.25 µm.
        viewer.Layers.Add(new PointsLayer("seeds", [new Vector3(1.375f, 0.625f, 1.75f)], viewer.Layers[0].Shape, viewer.Layers[0].Spacing));
        _world.Save(viewer);

        var points = ProgramRun.Of("convert", _world.Project, _world.Folder.File("seeds.csv"), "--json");
        Assert.True(points.ExitCode == 0, points.Errors);
        Assert.Equal("seeds", points.Json.GetProperty("layer").GetString());
        Assert.Equal("index,axis-0,axis-1,axis-2\n0,3,2,5\n", File.ReadAllText(_world.Folder.File("seeds.csv")));

        var labels = ProgramRun.Of("convert", _world.Project, _world.Folder.File("labels.tif"), "--layer", "labels", "--slices", "2..3");
        Assert.True(labels.ExitCode == 0, labels.Errors);
        using var written = _world.Services.Io.Open(_world.Folder.File("labels.tif"));
        Assert.Equal(new VolumeShape(2, 7, 8), written.Shape);
        var slice = new byte[56];
        written.ReadSlice(1, slice);
        Assert.Equal(Enumerable.Range(0, 56).Select(i => (byte)(i % 5 == 0 ? 2 : 0)), slice);
    }

    [Fact]
    public void Convert_OfAProject_RefusesWhatCannotBe()
    {
        _world.Save(_world.ViewerOnFiles());
        Refused("has no layer for a file such as", "out.csv");
        Refused("several layers for a file such as", "out.tif");
        Refused("has no layer 'pores'; there are: 'grey' (image), 'labels' (labels).", "out.tif", "--layer", "pores");
        Refused("The layer 'grey' cannot be written to", "out.stl", "--layer", "grey");
        var file = ProgramRun.Of("convert", _world.Folder.File("data/grey.tif"), _world.Folder.File("out.tif"), "--layer", "grey");
        Assert.Equal((2, true), (file.ExitCode, file.Errors.Contains("are for projects", StringComparison.Ordinal)));

        void Refused(string expected, string target, params string[] more)
        {
            var run = ProgramRun.Of(["convert", _world.Project, _world.Folder.File(target), .. more]);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
            Assert.False(File.Exists(_world.Folder.File(target)));
        }
    }

    [Fact]
    public void Convert_OfAFileUrl_ReadsTheFile()
    {
        _world.ViewerOnFiles();
        var run = ProgramRun.Of("info", $"file://{_world.Folder.File("data/grey.tif")}", "--json");
        Assert.Equal("image", run.Json.GetProperty("kind").GetString());
    }
}
