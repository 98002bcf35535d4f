using VolumeViewer.Host.Runs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Runs;

public sealed class RunShelfTests : IDisposable
{
    private const string Header = "epoch,step,training loss,validation mean IoU,seconds\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Run(string name, string rate, string kernels, string metrics)
    {
        var folder = Directory.CreateDirectory(_folder.File(name)).FullName;
        File.WriteAllText(Path.Combine(folder, "run.json"), $$$"""
            {"format": 1, "state": "running", "seconds": 1.5, "parameters": {"learning-rate": "{{{rate}}}", "network-options": "kernels={{{kernels}}}", "seed": "1"},
             "network": {"id": "net", "parameters": 100, "options": {"kernels": "{{{kernels}}}", "depth": "2"}}, "phases": [{"name": "pore", "value": 7, "colour": "#ff0000"}, {"colour": "red", "value": 8}]}
            """);
        File.WriteAllText(Path.Combine(folder, "metrics.csv"), Header + metrics);
        return folder;
    }

    [Fact]
    public void Look_WhileARunIsWritten_FollowsItAndKeepsWhatWasReadOfHalfFiles()
    {
        var folder = Run("a", "0.1", "8", "1,10,0.9,0.1,5\n");
        var shelf = new RunShelf();
        shelf.Follow([_folder.Path]);
        Assert.True(shelf.Look());
        Assert.False(shelf.Look());

        File.AppendAllText(Path.Combine(folder, "metrics.csv"), "2,20,0.8,0.2,10\n3,3");
        Assert.True(shelf.Look());
        Assert.Equal(2, Assert.Single(shelf.Runs).Metrics.Rows.Count);
        File.WriteAllText(Path.Combine(folder, "run.json"), "{\"state\": \"fini");
        shelf.Look();
        Assert.Equal("running", shelf.Runs[0].Facts.State);
        File.WriteAllText(Path.Combine(folder, "run.json"), "{\"state\": \"finished\"}");
        Assert.True(shelf.Look());
        Assert.Equal("finished", shelf.Runs[0].Facts.State);
    }

    [Fact]
    public void Look_AsRunsComeAndGo_FindsThemInFoldersAndBelow()
    {
        Run("base/b", "0.1", "8", "");
        var shelf = new RunShelf();
        shelf.Follow([_folder.File("base"), _folder.File("base/b")]);
        shelf.Look();
        Assert.Equal(["b"], shelf.Runs.Select(run => run.Name));
        Run("base/search/run10", "0.1", "8", "");
        Run("base/search/run9", "0.1", "8", "");
        Directory.CreateDirectory(_folder.File("base/empty"));
        Assert.True(shelf.Look());
        Assert.Equal(["b", Path.Combine("search", "run9"), Path.Combine("search", "run10")], shelf.Runs.Select(run => run.Name));
        Directory.Delete(_folder.File("base/search"), recursive: true);
        Assert.True(shelf.Look());
        Assert.Single(shelf.Runs);
    }

    [Fact]
    public void Look_OfPreviewsAndTests_ReadsThem()
    {
        var folder = Run("a", "0.1", "8", "");
        Directory.CreateDirectory(Path.Combine(folder, "preview"));
        foreach (var name in new[] { "epoch-0010.tif", "epoch-0002.tif", "epoch-x.tif", "grey.tif", "epoch-0003.tif.tmp" })
            File.WriteAllText(Path.Combine(folder, "preview", name), "");
        File.WriteAllText(Path.Combine(folder, "test.json"), "{\"format\": 1, \"accuracy\": 0.75, \"phases\": [{\"phase\": \"pore\", \"iou\": 0.5}], \"slices\": [\"300\"]}");
        var run = Assert.Single(RunShelf.Read([_folder.Path]));
        Assert.Equal([2, 10], run.Previews);
        Assert.Equal(new Dictionary<string, double> { ["test accuracy"] = 0.75, ["test phases pore iou"] = 0.5 }, run.Test);
        Assert.Equal(new Rgba(255, 0, 0), Assert.Single(run.Facts.PhaseColors, pair => pair.Key == 7).Value);
    }

    [Fact]
    public void Table_OfRunsThatDiffer_HasWhatVariesAndTheBestOfEach()
    {
        Run("a", "0.1", "8", "1,10,0.9,0.3,5\n2,20,0.8,0.2,10\n");
        Run("b", "0.2", "16", "1,10,0.7,0.4,5\n");
        var comparison = RunComparison.Of(RunShelf.Read([_folder.Path]));

        Assert.Equal(["learning-rate", "kernels"], comparison.Varied);
        Assert.Equal("learning-rate 0.1, kernels 8", comparison.LabelOf(comparison.Runs[0]));
        var table = comparison.Table();
        Assert.Equal(["run", "state", "learning-rate", "kernels", "epoch", "step", "best training loss", "last training loss", "best validation mean IoU", "last validation mean IoU", "seconds"],
            table.Columns.Select(column => column.Name));
        Assert.Equal(["a", "running", 0.1, 8.0, 2.0, 20.0, 0.8, 0.8, 0.3, 0.2, 10.0], table.Rows[0]);
        Assert.Equal([1, 0], TableOrder.Rows(table, TableOrder.Find(table, "validation mean IoU"), isDescending: true));
        Assert.Contains("best training loss", Assert.Throws<UserException>(() => TableOrder.Find(table, "nothing")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_WithEmptyCells_PutsThemLastBothWays()
    {
        var table = new Table("t", new TableColumn("a")).Add(2.0).Add([null]).Add(1.0).Add(double.NaN).Add("x");
        Assert.Equal([2, 0, 4, 1, 3], TableOrder.Rows(table, 0, isDescending: false));
        Assert.Equal([0, 2, 4, 1, 3], TableOrder.Rows(table, 0, isDescending: true));
    }

    [Fact]
    public void Curves_OfRuns_AreWrittenAsPointsAndAsAPicture()
    {
        Run("a", "0.1", "8", "1,10,0.9,0.3,5\n2,20,0.09,0.2,10\n");
        Run("b", "0.2", "8", "1,10,0.7,,5\n");
        var comparison = RunComparison.Of(RunShelf.Read([_folder.Path]));
        var plot = RunCurves.Plot(comparison, "validation mean IoU", "step", 0);
        Assert.Equal("learning-rate 0.1", Assert.Single(plot.Series).Name);
        Assert.Equal([["learning-rate 0.1", 10.0, 0.3], ["learning-rate 0.1", 20.0, 0.2]], RunCurves.Table(plot).Rows.Select(row => row.ToArray()));

        CurvesPicture.Write(RunCurves.Plot(comparison, "training loss", "step", 0.3), isLog: true, "learning-rate 0.1", _folder.File("curves.png"), 400, 300);
        using var picture = SkiaSharp.SKBitmap.Decode(_folder.File("curves.png"));
        Assert.Equal(400, picture.Width);
        // The first curve's blue and the second one's orange, darkened for white ground.
        var colors = picture.Pixels.ToHashSet();
        Assert.Contains(new SkiaSharp.SKColor(61, 140, 180), colors);
        Assert.Contains(new SkiaSharp.SKColor(187, 127, 49), colors);
    }

    [Fact]
    public void Compose_OfGreyAndLabels_MixesTheirColours()
    {
        var rgba = PreviewPicture.Compose([0, 1], [7, 7], new Dictionary<long, Rgba> { [7] = new Rgba(255, 0, 0) }, 0.5f);
        Assert.Equal([128, 0, 0, 255, 255, 128, 128, 255], rgba);
    }
}
