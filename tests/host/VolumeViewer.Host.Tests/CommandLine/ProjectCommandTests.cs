using VolumeViewer.Host.Tests.Projects;
using VolumeViewer.Host.Tests.Rendering;

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
        viewer.Layout = Sdk.ViewLayout.SliceY;
        _world.Save(viewer);
        Assert.Equal(0, ProgramRun.Of("render", _world.Project, "--out", _world.Folder.File("a.png"), "--size", "200x150").ExitCode);
        Assert.Equal(0, ProgramRun.Of("render", _world.Project, "--layout", "SliceY", "--out", _world.Folder.File("b.png"), "--size", "200x150").ExitCode);
        Assert.Equal(File.ReadAllBytes(_world.Folder.File("a.png")), File.ReadAllBytes(_world.Folder.File("b.png")));
    }

    [Fact]
    public void Convert_OfAFileUrl_ReadsTheFile()
    {
        _world.ViewerOnFiles();
        var run = ProgramRun.Of("info", $"file://{_world.Folder.File("data/grey.tif")}", "--json");
        Assert.Equal("image", run.Json.GetProperty("kind").GetString());
    }
}
