using static SkiaSharp.Native.Cairo;

namespace SkiaSharp.Native;

/// <summary>
/// What Cairo draws on for one bitmap. Premultiplied 8888 pixels are drawn on where they lie; for RGBA the colours of every source have
/// red and blue exchanged instead of the pixels. Others (grey, not premultiplied) are drawn on a copy, and only changed pixels are written back.
/// </summary>
internal sealed unsafe class CanvasTarget : IDisposable
{
    private readonly PixelView _pixels;
    private readonly PixelMemory _memory;
    private readonly PixelMemory _copy;
    private readonly PixelView _copyView;
    private readonly bool _isPage;
    private nint _surface;

    public CanvasTarget(SKBitmap bitmap)
    {
        _pixels = bitmap.View;
        var (width, height) = (bitmap.Width, bitmap.Height);
        var drawn = _pixels;
        if (!_pixels.IsCairoArgb)
        {
            var info = new SKImageInfo(width, height);
            _copy = new PixelMemory(info.BytesSize64);
            _copyView = drawn = new PixelView(info, _copy.Data, info.RowBytes);
        }
        _surface = cairo_image_surface_create_for_data(drawn.Data, Format.Argb32, width, height, drawn.RowBytes);
        var status = cairo_surface_status(_surface);
        if (status != Status.Success)
            cairo_surface_destroy(_surface);
        Check(status, $"Drawing on a bitmap of {width} x {height} pixels");
        var referenced = false;
        bitmap.Memory.DangerousAddRef(ref referenced);
        _memory = bitmap.Memory;
    }

    /// <summary>Something without pixels, such as a page, which stays the caller's.</summary>
    public CanvasTarget(nint surface)
    {
        _surface = surface;
        _isPage = true;
    }

    public nint Surface => _surface;

    public bool SwapsRedBlue => !_isPage && _pixels.IsCairoArgb && _pixels.Info.ColorType == SKColorType.Rgba8888;

    /// <summary>Before a drawing call: the pixels may have been changed from outside.</summary>
    public void Begin(nint cr)
    {
        if (_isPage)
            return;
        if (_copy is not null)
        {
            var area = ClipArea(cr);
            for (var y = area.Top; y < area.Bottom; y++)
            {
                for (var x = area.Left; x < area.Right; x++)
                    _copyView.StorePremultiplied(x, y, _pixels.LoadPremultiplied(x, y));
            }
        }
        cairo_surface_mark_dirty(_surface);
    }

    /// <summary>After it.</summary>
    public void End(nint cr)
    {
        if (_isPage)
            return;
        cairo_surface_flush(_surface);
        if (_copy is null)
            return;
        var area = ClipArea(cr);
        for (var y = area.Top; y < area.Bottom; y++)
        {
            for (var x = area.Left; x < area.Right; x++)
            {
                // An untouched pixel keeps its exact colour, which the way through premultiplied values would coarsen.
                var drawn = _copyView.LoadPremultiplied(x, y);
                if (drawn != _pixels.LoadPremultiplied(x, y))
                    _pixels.StorePremultiplied(x, y, drawn);
            }
        }
    }

    /// <summary>Safe on the finalizer's thread.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _surface, 0) is var surface and not 0 && !_isPage)
        {
            cairo_surface_destroy(surface);
            _copy?.Dispose();
            _memory.DangerousRelease();
        }
    }

    private SKRectI ClipArea(nint cr)
    {
        Matrix matrix;
        double left, top, right, bottom;
        cairo_get_matrix(cr, &matrix);
        cairo_identity_matrix(cr);
        cairo_clip_extents(cr, &left, &top, &right, &bottom);
        cairo_set_matrix(cr, &matrix);
        return new SKRectI((int)Math.Floor(left), (int)Math.Floor(top), (int)Math.Ceiling(right), (int)Math.Ceiling(bottom));
    }
}
