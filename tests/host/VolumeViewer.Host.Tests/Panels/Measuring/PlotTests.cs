using System.Xml.Linq;

using SkiaSharp;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Plots;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels.Measuring;

public sealed class PlotTests
{
    private static readonly XNamespace SvgNames = "http://www.w3.org/2000/svg";

    private static Plot Plot() => new("loss & <all>", "x [µm]", "y \"quoted\"",
    [
        new PlotSeries("a<b>&\u0001", [0, 1, 2, 3, 4], [1, 10, double.NaN, 100, 1000]),
        new PlotSeries("other", [0, 1, 2, 3, 4], [5, 4, 3, 2, 1]),
    ]);

    [Fact]
    public void Svg_OfAPlotWithOddNames_IsXmlWithItsCurvesAndTexts()
    {
        var svg = XDocument.Parse(PlotPicture.Svg(Plot(), new PlotLook(), 800, 500));

        Assert.Equal(SvgNames + "svg", svg.Root!.Name);
        // The gap parts the first curve.
        Assert.Equal(3, svg.Descendants(SvgNames + "polyline").Count());
        var texts = svg.Descendants(SvgNames + "text").Select(text => text.Value).ToList();
        Assert.Contains("loss & <all>", texts);
        Assert.Contains("a<b>&", texts);
        Assert.Contains("x [µm]", texts);
        Assert.All(svg.Descendants(SvgNames + "polyline").SelectMany(line => line.Attribute("points")!.Value.Split(' ')), point => Assert.Equal(2, point.Split(',').Length));
    }

    [Fact]
    public void Svg_OfAPartWithAHiddenCurve_ShowsTheOtherAlone()
    {
        var look = new PlotLook { X = new ChartRange(1, 3), IsLogY = true };
        look.Toggle("a<b>&\u0001");
        var svg = XDocument.Parse(PlotPicture.Svg(Plot(), look, 800, 500));

        var line = Assert.Single(svg.Descendants(SvgNames + "polyline"));
        var places = line.Attribute("points")!.Value.Split(' ').Select(point => float.Parse(point.Split(',')[0])).ToList();
        var clip = svg.Descendants(SvgNames + "clipPath").Single().Element(SvgNames + "rect")!;
        var (left, width) = (float.Parse(clip.Attribute("x")!.Value), float.Parse(clip.Attribute("width")!.Value));
        // x = 1 stands at the left edge of what is shown, x = 3 at the right.
        Assert.Equal(left, places[1], tolerance: 0.1f);
        Assert.Equal(left + width, places[3], tolerance: 0.1f);
    }

    [Fact]
    public void Png_OfAPlot_HasItsSizeAndItsCurves()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "plot.png");
        PlotPicture.WritePng(Plot(), new PlotLook(), path, 640, 400);

        using var picture = SKBitmap.Decode(path);
        Assert.Equal((640, 400), (picture.Width, picture.Height));
        var colors = new HashSet<uint>();
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
                colors.Add((uint)picture.GetPixel(x, y));
        }
        Assert.True(colors.Count > 20, $"only {colors.Count} colours");
        Assert.Throws<UserException>(() => PlotPicture.WritePng(Plot(), new PlotLook(), folder.Path));
    }

    [Theory]
    [InlineData(false, 0.5, 0.5, 25, 75)]
    [InlineData(false, 0, 0.5, 0, 50)]
    [InlineData(true, 0.5, 0.5, 3.16227766, 31.6227766)]
    public void Zoomed_AroundAPlace_KeepsItWhereItIs(bool isLog, double at, double factor, double min, double max)
    {
        var axis = ChartAxis.Part(isLog ? 1 : 0, 100, isLog, 5);
        var part = PlotLook.Zoomed(axis, at, factor);

        Assert.Equal(min, part.Min, 6);
        Assert.Equal(max, part.Max, 6);
        Assert.Equal(axis.At(at), ChartAxis.Part(part.Min, part.Max, isLog, 5).At(at), 6);
    }

    [Fact]
    public void Table_OfCurvesOnOneX_SharesIt()
    {
        var table = PlotTable.Of(new Plot("t", "x", "y", [new("a", [0, 1], [2, 3]), new("b", [0, 1], [4, 5]), new("c", [7], [8])]));

        Assert.Equal(["x", "a y", "b y", "x", "c y"], table.Columns.Select(column => column.Name));
        Assert.Equal([1.0, 3.0, 5.0, null, null], table.Rows[1]);
    }
}
