using SkiaSharp.Native;

namespace SkiaSharp;

/// <summary>Makes canvases whose drawing becomes an SVG; it is complete when the canvas is disposed.</summary>
public class SKSvgCanvas
{
    private SKSvgCanvas()
    {
    }

    /// <param name="bounds">The part that is seen; lengths are pixels.</param>
    /// <param name="stream">Is written to, and stays the caller's.</param>
    public static SKCanvas Create(SKRect bounds, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var drawing = VectorSurface.CreateSvg(stream, bounds.Width, bounds.Height);
        Cairo.cairo_svg_surface_set_document_unit(drawing.Surface, Cairo.SvgUnit.User);
        var canvas = new SKCanvas(drawing.Surface, drawing);
        canvas.Translate(-bounds.Left, -bounds.Top);
        return canvas;
    }
}
