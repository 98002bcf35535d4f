using SkiaSharp.Native;
using static SkiaSharp.Native.Cairo;

namespace SkiaSharp;

/// <summary>Pages of lines, text and pictures. Lengths are points, 72 an inch.</summary>
public class SKDocument : SKObject
{
    public const float DefaultRasterDpi = 72;

    private readonly VectorSurface _pages;
    private readonly Stream _owned;
    private SKCanvas _canvas;
    private bool _isClosed;

    private SKDocument(VectorSurface pages, Stream owned)
        : base(pages.Surface) => (_pages, _owned) = (pages, owned);

    public static SKDocument CreatePdf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = File.Create(path);
        return new SKDocument(VectorSurface.CreatePdf(file), file);
    }

    /// <summary>Writes to a stream, which stays the caller's.</summary>
    public static SKDocument CreatePdf(Stream stream) => CreatePdf(stream, DefaultRasterDpi);

    /// <param name="stream">Is written to, and stays the caller's.</param>
    /// <param name="dpi">For what cannot be drawn as lines; pictures keep their own pixels.</param>
    public static SKDocument CreatePdf(Stream stream, float dpi)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var pages = VectorSurface.CreatePdf(stream);
        cairo_surface_set_fallback_resolution(pages.Surface, dpi, dpi);
        return new SKDocument(pages, null);
    }

    /// <summary>The canvas is the document's, and ends with the page.</summary>
    public SKCanvas BeginPage(float width, float height)
    {
        ObjectDisposedException.ThrowIf(IsDisposed || _isClosed, this);
        EndPage();
        cairo_pdf_surface_set_size(_pages.Surface, width, height);
        return _canvas = new SKCanvas(_pages.Surface, null);
    }

    public void EndPage()
    {
        if (_canvas is null)
            return;
        _canvas.Dispose();
        _canvas = null;
        cairo_surface_show_page(_pages.Surface);
    }

    public void Close()
    {
        if (_isClosed)
            return;
        EndPage();
        _isClosed = true;
        _pages.Finish();
        _owned?.Dispose();
    }

    protected override void DisposeManaged() => Close();
}
