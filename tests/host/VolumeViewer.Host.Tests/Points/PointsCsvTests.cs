using System.Numerics;

using VolumeViewer.Host.Points;
using VolumeViewer.Host.Tests.CommandLine;
using VolumeViewer.Host.Tests.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Points;

/// <summary>Files of points: the columns of napari, voxels to µm and back, and what is wrong with a file.</summary>
public sealed class PointsCsvTests : IDisposable
{
    private static readonly VolumeShape Shape = new(4, 5, 6);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_OfNaparisColumns_PutsTheMiddleOfTheFirstVoxelAtZero()
    {
        var path = Written("index,axis-0,axis-1,axis-2\r\n0.0,0.0,1.0,2.0\r\n1.0,3.5,0,-0.5\r\n");
        using var reference = new PointsLayer("volume", [], Shape, new Spacing(2, 0.5, 0.25));
        using var layer = PointsCsv.Open(path, reference);
        Assert.Equal([new Vector3(0.625f, 0.75f, 1), new Vector3(0, 0.25f, 8)], layer.Positions.ToArray());
        Assert.Equal((Shape, reference.Spacing), (layer.Shape, layer.Spacing));
        Assert.Empty(layer.Values);
    }

    [Fact]
    public void Open_OfTwoAxes_LiesInTheFirstSlice()
    {
        using var layer = PointsCsv.Open(Written("\"index\",\"axis-0\",\"axis-1\"\n0,7,3\n"), reference: null);
        Assert.Equal(new Vector3(3.5f, 7.5f, 0.5f), Assert.Single(layer.Positions));
        // The scene of the points alone just holds them.
        Assert.Equal(new VolumeShape(1, 8, 4), layer.Shape);
    }

    [Fact]
    public void Write_ThenOpen_GivesPlacesAndValuesBack()
    {
        using var layer = new PointsLayer("a", [new(0.625f, 0.75f, 1), new(0.1f, 1 / 3f, 7)], Shape, new Spacing(2, 0.5, 0.25)) { Values = [0.5f, -3e-7f] };
        PointsCsv.Write(layer, _folder.File("out.csv"));
        Assert.StartsWith("index,axis-0,axis-1,axis-2,value\n0,0,1,2,0.5\n", File.ReadAllText(_folder.File("out.csv")), StringComparison.Ordinal);
        using var again = PointsCsv.Open(_folder.File("out.csv"), layer);
        for (var index = 0; index < 2; index++)
            Assert.True(Vector3.Distance(layer.Positions[index], again.Positions[index]) < 1e-6f);
        Assert.Equal(layer.Values.ToArray(), again.Values.ToArray());
        Assert.Equal((-3e-7f, 0.5f), (again.ContrastLimits.Low, again.ContrastLimits.High));
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("x,y,z\n1,2,3\n", "x, y, z")]
    [InlineData("axis-0,axis-1,axis-2,axis-3\n1,2,3,4\n", "4 axes")]
    [InlineData("axis-0,axis-1,axis-2\n1,2\n", "line 2 has 2 columns")]
    [InlineData("axis-0,axis-1,axis-2\n1,2,3\n1,nan,3\n", "line 3 has 'nan'")]
    public void Open_OfWhatHoldsNoPoints_SaysWhatIsWrong(string text, string expected)
    {
        var path = Written(text);
        var problem = Assert.Throws<UserException>(() => PointsCsv.Open(path, reference: null));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.Contains(path, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Project_WithPoints_KeepsSignSizeColourAndValues()
    {
        using var world = new ProjectWorld();
        var viewer = world.ViewerOnFiles();
        viewer.Layers.Add(new PointsLayer("points", [new(1, 2, 3), new(2, 2, 1)], Shape, Spacing.Isotropic(1)) { Symbol = PointSymbol.Diamond, Size = 2.5f, Color = new Rgba(1, 2, 3), Values = [4, 5] });
        world.Save(viewer);
        var (opened, _) = world.Open();
        var points = opened.Layers.OfType<PointsLayer>().Single();
        Assert.Equal((PointSymbol.Diamond, 2.5f, new Rgba(1, 2, 3)), (points.Symbol, points.Size, points.Color));
        Assert.Equal([4, 5], points.Values.ToArray());
        Assert.Equal([new Vector3(1, 2, 3), new Vector3(2, 2, 1)], points.Positions.ToArray());
    }

    [Fact]
    public void Commands_OnAFileOfPoints_TellDrawAndConvertIt()
    {
        var path = Written("axis-0,axis-1,axis-2,value\n10,20,30,1\n60,64,64,2\n");
        var told = ProgramRun.Of("info", path, "--json");
        Assert.True(told.ExitCode == 0, told.Errors);
        Assert.Contains("\"points\": 2", told.Output, StringComparison.Ordinal);
        var cement = Path.Combine(TestFolders.Samples, "qim3d-cement", "cement_128x128x128.tif");
        var drawn = ProgramRun.Of("render", cement, path, "--layout", "SliceZ", "--cursor", "60,64,64", "--size", "256x256", "--no-crosshair", "--no-legend", "--out", _folder.File("a.png"));
        Assert.True(drawn.ExitCode == 0, drawn.Errors);
        using var picture = SkiaSharp.SKBitmap.Decode(_folder.File("a.png"));
        // The greater of two values has the last colour of the map, which is no grey.
        var middle = picture.GetPixel(129, 129);
        Assert.True(Math.Abs(middle.Red - middle.Blue) > 60, $"{middle}");
        var converted = ProgramRun.Of("convert", path, _folder.File("b.csv"));
        Assert.True(converted.ExitCode == 0, converted.Errors);
        Assert.Equal("index,axis-0,axis-1,axis-2,value\n0,10,20,30,1\n1,60,64,64,2\n", File.ReadAllText(_folder.File("b.csv")));
    }

    private string Written(string text)
    {
        File.WriteAllText(_folder.File("points.csv"), text);
        return _folder.File("points.csv");
    }
}
