using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using SkiaSharp;

namespace SkiaTests;

public class DocumentTests
{
    private static void Draw(SKCanvas canvas)
    {
        using var paint = new SKPaint { Color = new SKColor(200, 30, 60), IsAntialias = true };
        using var font = new SKFont(SKTypeface.Default, 20);
        canvas.DrawRect(10, 10, 50, 20, paint);
        canvas.DrawText("Zoom", 20, 60, SKTextAlign.Left, font, paint);
        // The picture is gone before the document is complete.
        using var picture = new SKBitmap(40, 30, SKColorType.Bgra8888, SKAlphaType.Premul);
        picture.Erase(new SKColor(1, 2, 3));
        canvas.DrawBitmap(picture, SKRect.Create(80, 10, 40, 30));
    }

    [Fact]
    public void Pdf_WithTextAndPicture_HasAFontAndThePixels()
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream))
        {
            Draw(document.BeginPage(200, 100));
            document.EndPage();
            document.BeginPage(50, 60);
            document.EndPage();
            document.Close();
        }
        var bytes = stream.ToArray();
        var text = Encoding.Latin1.GetString(bytes);
        Assert.StartsWith("%PDF", text);
        Assert.EndsWith("%%EOF", text.TrimEnd());
        Assert.Contains("/MediaBox [ 0 0 200 100 ]", text);
        Assert.Contains("/MediaBox [ 0 0 50 60 ]", text);
        Assert.Contains("/Font", text);
        Assert.Contains(Streams(bytes), part => part.Length == 40 * 30 * 3 && part[0] == 1 && part[1] == 2 && part[2] == 3 && part[^1] == 3);
    }

    [Fact]
    public void Svg_WithTextAndPicture_IsWellFormedAndAsLargeAsItsBounds()
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(0, 0, 200, 100), stream))
            Draw(canvas);
        var root = XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).Root!;
        Assert.Equal("svg", root.Name.LocalName);
        Assert.Equal("0 0 200 100", root.Attribute("viewBox")?.Value);
        Assert.Contains(root.Descendants(), element => element.Name.LocalName == "image");
        Assert.Contains(root.Descendants(), element => element.Name.LocalName == "path");
    }

    [Fact]
    public void Pdf_IntoAStreamThatFails_TellsOfThat()
    {
        using var stream = new MemoryStream(new byte[100]);
        var document = SKDocument.CreatePdf(stream);
        Draw(document.BeginPage(200, 100));
        Assert.Throws<NotSupportedException>(document.Close);
    }

    private static IEnumerable<byte[]> Streams(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        for (var at = 0; (at = text.IndexOf("stream\n", at, StringComparison.Ordinal)) >= 0;)
        {
            at += 7;
            var end = text.IndexOf("endstream", at, StringComparison.Ordinal);
            if (end < 0)
                yield break;
            using var result = new MemoryStream();
            try
            {
                using var inflate = new ZLibStream(new MemoryStream(pdf, at, end - at), CompressionMode.Decompress);
                inflate.CopyTo(result);
            }
            catch (InvalidDataException)
            {
                // Not every stream is compressed.
            }
            yield return result.ToArray();
            at = end + "endstream\n".Length;
        }
    }
}
