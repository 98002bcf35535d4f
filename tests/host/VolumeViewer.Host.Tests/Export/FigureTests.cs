using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

using SkiaSharp;

using VolumeViewer.Host.Export;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Host.Tests.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Export;

public sealed class FigureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Viewer Cube()
    {
        var viewer = new Viewer();
        viewer.Layers.Add(Scenes.Labels(new VolumeShape(12, 12, 12), (z, y, x) => z is > 3 and < 8 && y is > 3 and < 8 && x is > 3 and < 8 ? 1 : 0));
        viewer.ResetView();
        return viewer;
    }

    private static FigureOptions Small { get; } = new() { Layout = ViewLayout.Volume, Width = 160, Height = 120, Dpi = 100, Render = new RenderOptions { Supersampling = 1 } };

    [GlFact]
    public void Write_AsPdf_IsAsLargeAsAskedForAndHasTheTextAsText()
    {
        FigureExport.Write(Cube(), Small.OfMillimetres(63.5), _folder.File("a.pdf"));
        var bytes = File.ReadAllBytes(_folder.File("a.pdf"));
        var text = Encoding.Latin1.GetString(bytes);
        Assert.StartsWith("%PDF", text);
        // 63.5 mm are 2.5 inches, 180 points; the shape is 4 : 3.
        Assert.Matches(@"/MediaBox \[ 0 0 180 135(\.\d+)? \]", text);
        // The letters of the legend, as the font's map from glyphs to Unicode has them.
        var map = string.Concat(Streams(bytes).Select(Encoding.Latin1.GetString).Where(part => part.Contains("beginbfchar") || part.Contains("beginbfrange")));
        foreach (var letter in "red")
            Assert.Contains($"{(int)letter:x4}", map.ToLowerInvariant());
    }

    [GlFact]
    public void Write_AsSvg_IsWellFormedWithItsWidthOnPaper()
    {
        FigureExport.Write(Cube(), Small.OfMillimetres(50.8) with { Render = Small.Render with { Background = FigureBackground.White, PanelLetters = true } }, _folder.File("a.svg"));
        var root = XDocument.Load(_folder.File("a.svg")).Root!;
        // 50.8 mm are 192 of the pixels that SVG counts in.
        Assert.StartsWith("192", root.Attribute("width")!.Value, StringComparison.Ordinal);
        Assert.Single(root.Descendants(), element => element.Name.LocalName == "image");
        Assert.Contains(root.Descendants(), element => element.Name.LocalName is "text" or "symbol");
    }

    [GlFact]
    public void Write_WithoutGround_LetsThroughWhereThereIsNothing()
    {
        FigureExport.Write(Cube(), Small with { Render = new RenderOptions { Supersampling = 2, Background = FigureBackground.Transparent, ScaleBar = false, Legend = false, AxisNames = false } }, _folder.File("a.png"));
        using var picture = SKBitmap.Decode(_folder.File("a.png"));
        Assert.Equal(0, picture.GetPixel(2, 2).Alpha);
        var middle = picture.GetPixel(80, 60);
        Assert.Equal(255, middle.Alpha);
        Assert.True(middle.Red > 2 * middle.Green);
        FigureExport.Write(Cube(), Small with { Render = new RenderOptions { Background = FigureBackground.White, ScaleBar = false, Legend = false, AxisNames = false } }, _folder.File("b.png"));
        using var paper = SKBitmap.Decode(_folder.File("b.png"));
        Assert.Equal(SKColors.White, paper.GetPixel(2, 2));
    }

    [GlFact]
    public void Write_AsPng_SaysHowManyPixelsAMetreHas()
    {
        FigureExport.Write(Cube(), Small with { Dpi = 254 }, _folder.File("a.png"));
        var bytes = File.ReadAllBytes(_folder.File("a.png"));
        var at = bytes.AsSpan().IndexOf("pHYs"u8);
        Assert.Equal(10_000u, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 4)));
        using var picture = SKBitmap.Decode(_folder.File("a.png"));
        Assert.Equal((160, 120), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData("a.jpg", ".png, .pdf or .svg")]
    [InlineData("no/such/folder/a.png", "there is no folder")]
    public void CheckTarget_OfWhatCannotBeWritten_SaysWhy(string name, string expected) =>
        Assert.Contains(expected, Assert.Throws<UserException>(() => FigureExport.CheckTarget(_folder.File(name))).Message);

    [Fact]
    public void Check_OfASizeThatCannotBeDrawn_SaysWhichCan()
    {
        Assert.Contains("16384", Assert.Throws<UserException>(() => Small.OfPixels(30_000).Check()).Message);
        Assert.Contains("4800", Assert.Throws<UserException>(() => (Small with { Dpi = 1e6 }).Check()).Message);
    }

    private static IEnumerable<byte[]> Streams(byte[] pdf)
    {
        foreach (Match match in Regex.Matches(Encoding.Latin1.GetString(pdf), @"(?<!end)stream\r?\n(.*?)endstream", RegexOptions.Singleline))
        {
            using var result = new MemoryStream();
            try
            {
                using var inflate = new ZLibStream(new MemoryStream(pdf, match.Groups[1].Index, match.Groups[1].Length), CompressionMode.Decompress);
                inflate.CopyTo(result);
            }
            catch (InvalidDataException)
            {
                // Not every stream is compressed.
            }
            yield return result.ToArray();
        }
    }
}
