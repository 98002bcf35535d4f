using SkiaSharp;

using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Export;

/// <summary>Writes figures as PNG, PDF or SVG. In the last two, text and lines stay text and lines over the picture of the voxels.</summary>
internal static class FigureExport
{
    // An SVG counts in pixels of 1/96 inch (CSS Values and Units 3, section 5.2).
    private const double SvgPerPoint = 96.0 / 72;

    /// <summary>The endings of files that can be written.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".png", ".pdf", ".svg"];

    /// <summary>Checks before long work that a path names a figure and can be written.</summary>
    /// <exception cref="UserException">It does not, or cannot.</exception>
    public static void CheckTarget(string path)
    {
        if (!Extensions.Contains(Path.GetExtension(path).ToLowerInvariant()))
            throw new UserException($"'{path}' does not end in .png, .pdf or .svg, the formats of figures.");
        OutputPath.Check(path);
    }

    /// <summary>Draws a viewer and writes it; the ending of the path chooses the format.</summary>
    /// <exception cref="UserException">It cannot be drawn, or not be written.</exception>
    public static void Write(Viewer viewer, FigureOptions options, string path, CancellationToken cancellationToken = default)
    {
        CheckTarget(path);
        options.Check();
        var render = options.Scaled;
        var (picture, panes) = HeadlessRenderer.RenderBare(viewer, options.Layout, options.Width, options.Height, render, session: null, cancellationToken);
        using (picture)
        {
            OutputPath.WriteAllBytes(path, Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".pdf" => Pdf(viewer, options, picture, panes),
                ".svg" => Svg(viewer, options, picture, panes),
                _ => Png(viewer, options, picture, panes),
            });
        }
    }

    private static byte[] Png(Viewer viewer, FigureOptions options, SKBitmap picture, IReadOnlyList<ViewPane> panes)
    {
        using (var canvas = new SKCanvas(picture))
            HeadlessRenderer.Explain(canvas, viewer, panes, options.Scaled);
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        return PngDensity.Put(png.ToArray(), options.Dpi);
    }

    private static byte[] Pdf(Viewer viewer, FigureOptions options, SKBitmap picture, IReadOnlyList<ViewPane> panes)
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, (float)options.Dpi))
        {
            var canvas = document.BeginPage((float)options.WidthPoints, (float)options.HeightPoints);
            Draw(canvas, viewer, options, picture, panes, options.WidthPoints / options.Width);
            document.EndPage();
            document.Close();
        }
        return stream.ToArray();
    }

    private static byte[] Svg(Viewer viewer, FigureOptions options, SKBitmap picture, IReadOnlyList<ViewPane> panes)
    {
        using var stream = new MemoryStream();
        var bounds = SKRect.Create((float)(options.WidthPoints * SvgPerPoint), (float)(options.HeightPoints * SvgPerPoint));
        using (var canvas = SKSvgCanvas.Create(bounds, stream))
            Draw(canvas, viewer, options, picture, panes, options.WidthPoints * SvgPerPoint / options.Width);
        return stream.ToArray();
    }

    private static void Draw(SKCanvas canvas, Viewer viewer, FigureOptions options, SKBitmap picture, IReadOnlyList<ViewPane> panes, double scale)
    {
        canvas.Scale((float)scale);
        canvas.DrawBitmap(picture, 0, 0);
        HeadlessRenderer.Explain(canvas, viewer, panes, options.Scaled);
    }
}
