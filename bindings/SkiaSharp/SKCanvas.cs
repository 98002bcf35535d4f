using SkiaSharp.Native;
using static SkiaSharp.Native.Cairo;

namespace SkiaSharp;

/// <summary>Draws on a bitmap or surface. Coordinates are pixels, y down, pixel (0, 0) covers 0 to 1.</summary>
public unsafe class SKCanvas : SKObject
{
    // Ties of an edge through pixel centres go to the pixel at the right and below, as in Skia; Cairo's go to the other.
    private const double AliasedNudge = 1 / 256.0;

    private readonly CanvasTarget _target;
    private readonly IDisposable _owner;
    private int _saves = 1;

    public SKCanvas(SKBitmap bitmap)
        : base(0)
    {
        ArgumentNullException.ThrowIfNull(bitmap);
        _target = new CanvasTarget(bitmap);
        Handle = cairo_create(_target.Surface);
        Check(cairo_status(Handle), "Creating a canvas");
    }

    /// <summary>Draws on a page or a drawing of lines, which <paramref name="owner"/> keeps and is disposed with the canvas, if there is one.</summary>
    internal SKCanvas(nint surface, IDisposable owner)
        : base(0)
    {
        _owner = owner;
        _target = new CanvasTarget(surface);
        Handle = cairo_create(surface);
        Check(cairo_status(Handle), "Creating a canvas");
    }

    public int SaveCount => _saves;

    private nint Cr
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return Handle;
        }
    }

    public int Save()
    {
        cairo_save(Cr);
        return _saves++;
    }

    public void Restore()
    {
        if (_saves == 1)
            return;
        cairo_restore(Cr);
        _saves--;
    }

    public void RestoreToCount(int count)
    {
        while (_saves > Math.Max(1, count))
            Restore();
    }

    public void Translate(float dx, float dy) => cairo_translate(Cr, dx, dy);

    public void Translate(SKPoint point) => Translate(point.X, point.Y);

    public void Scale(float s) => Scale(s, s);

    public void Scale(SKPoint size) => Scale(size.X, size.Y);

    public void Scale(float sx, float sy)
    {
        // Nothing is left of anything drawn under a scale of zero; Cairo would refuse the matrix.
        if (sx == 0 || sy == 0)
            ClipRect(SKRect.Empty);
        else
            cairo_scale(Cr, sx, sy);
    }

    public void Scale(float sx, float sy, float px, float py)
    {
        Translate(px, py);
        Scale(sx, sy);
        Translate(-px, -py);
    }

    public void RotateDegrees(float degrees) => RotateRadians(degrees * (MathF.PI / 180));

    public void RotateDegrees(float degrees, float px, float py)
    {
        Translate(px, py);
        RotateDegrees(degrees);
        Translate(-px, -py);
    }

    public void RotateRadians(float radians) => cairo_rotate(Cr, radians);

    public void ClipRect(SKRect rect, SKClipOperation operation = SKClipOperation.Intersect, bool antialias = false)
    {
        using var path = new SKPath();
        path.AddRect(rect);
        ClipPath(path, operation, antialias);
    }

    public void ClipPath(SKPath path, SKClipOperation operation = SKClipOperation.Intersect, bool antialias = false)
    {
        ArgumentNullException.ThrowIfNull(path);
        var cr = Cr;
        Replay(cr, path, antialias);
        cairo_set_antialias(cr, antialias ? Antialias.Default : Antialias.None);
        cairo_set_fill_rule(cr, path.FillType);
        if (operation == SKClipOperation.Difference)
        {
            // All that is drawable now and the path, where only one of them is.
            double left, top, right, bottom;
            cairo_clip_extents(cr, &left, &top, &right, &bottom);
            cairo_rectangle(cr, left - 1, top - 1, right - left + 2, bottom - top + 2);
            cairo_set_fill_rule(cr, SKPathFillType.EvenOdd);
        }
        cairo_clip(cr);
        Check(cairo_status(cr), "Clipping");
    }

    public void Clear() => Clear(SKColors.Empty);

    public void Clear(SKColor color)
    {
        var cr = Begin();
        SetSource(cr, color);
        cairo_set_operator(cr, Operator.Source);
        cairo_paint(cr);
        End(cr);
    }

    public void DrawPaint(SKPaint paint)
    {
        ArgumentNullException.ThrowIfNull(paint);
        var cr = Begin();
        SetSource(cr, paint.Color);
        cairo_paint(cr);
        End(cr);
    }

    public void DrawLine(SKPoint p0, SKPoint p1, SKPaint paint) => DrawPoints(SKPointMode.Lines, [p0, p1], paint);

    public void DrawLine(float x0, float y0, float x1, float y1, SKPaint paint) => DrawLine(new SKPoint(x0, y0), new SKPoint(x1, y1), paint);

    public void DrawRect(float x, float y, float w, float h, SKPaint paint) => DrawRect(SKRect.Create(x, y, w, h), paint);

    public void DrawRect(SKRect rect, SKPaint paint)
    {
        using var path = new SKPath();
        path.AddRect(rect);
        DrawPath(path, paint);
    }

    public void DrawRoundRect(float x, float y, float w, float h, float rx, float ry, SKPaint paint) =>
        DrawRoundRect(SKRect.Create(x, y, w, h), rx, ry, paint);

    public void DrawRoundRect(SKRect rect, SKSize r, SKPaint paint) => DrawRoundRect(rect, r.Width, r.Height, paint);

    public void DrawRoundRect(SKRect rect, float rx, float ry, SKPaint paint)
    {
        using var path = new SKPath();
        if (rx > 0 && ry > 0)
            path.AddRoundRectangle(rect, rx, ry);
        else
            path.AddRect(rect);
        DrawPath(path, paint);
    }

    public void DrawOval(float cx, float cy, float rx, float ry, SKPaint paint) => DrawOval(new SKRect(cx - rx, cy - ry, cx + rx, cy + ry), paint);

    public void DrawOval(SKPoint c, SKSize r, SKPaint paint) => DrawOval(c.X, c.Y, r.Width, r.Height, paint);

    public void DrawOval(SKRect rect, SKPaint paint)
    {
        using var path = new SKPath();
        path.AddOval(rect);
        DrawPath(path, paint);
    }

    public void DrawCircle(float cx, float cy, float radius, SKPaint paint) => DrawOval(cx, cy, radius, radius, paint);

    public void DrawCircle(SKPoint c, float radius, SKPaint paint) => DrawCircle(c.X, c.Y, radius, paint);

    public void DrawPath(SKPath path, SKPaint paint)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(paint);
        Draw(path, paint, paint.Style);
    }

    public void DrawPoint(SKPoint p, SKPaint paint) => DrawPoints(SKPointMode.Points, [p], paint);

    public void DrawPoint(float x, float y, SKPaint paint) => DrawPoint(new SKPoint(x, y), paint);

    public void DrawPoints(SKPointMode mode, SKPoint[] points, SKPaint paint)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(paint);
        if (mode == SKPointMode.Points)
        {
            foreach (var point in points)
                DrawDot(point, paint);
            return;
        }
        using var path = new SKPath();
        if (mode == SKPointMode.Polygon)
            path.AddPoly(points, close: false);
        for (var i = 0; mode == SKPointMode.Lines && i + 1 < points.Length; i += 2)
            path.AddPoly(points.AsSpan(i, 2), close: false);
        Draw(path, paint, SKPaintStyle.Stroke);
    }

    public void DrawImage(SKImage image, SKPoint p, SKPaint paint = null) => DrawImage(image, p.X, p.Y, paint);

    public void DrawImage(SKImage image, SKPoint p, SKSamplingOptions sampling, SKPaint paint = null) => DrawImage(image, p.X, p.Y, sampling, paint);

    public void DrawImage(SKImage image, float x, float y, SKPaint paint = null) => DrawImage(image, x, y, SKSamplingOptions.Default, paint);

    public void DrawImage(SKImage image, float x, float y, SKSamplingOptions sampling, SKPaint paint = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        DrawImage(image, SKRect.Create(x, y, image.Width, image.Height), sampling, paint);
    }

    public void DrawImage(SKImage image, SKRect dest, SKPaint paint = null) => DrawImage(image, dest, SKSamplingOptions.Default, paint);

    public void DrawImage(SKImage image, SKRect dest, SKSamplingOptions sampling, SKPaint paint = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        DrawImage(image, SKRect.Create(image.Width, image.Height), dest, sampling, paint);
    }

    public void DrawImage(SKImage image, SKRect source, SKRect dest, SKPaint paint = null) =>
        DrawImage(image, source, dest, SKSamplingOptions.Default, paint);

    public void DrawImage(SKImage image, SKRect source, SKRect dest, SKSamplingOptions sampling, SKPaint paint = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        // Written so that NaN is left out too.
        if (!(source.Width > 0 && source.Height > 0 && dest.Width > 0 && dest.Height > 0))
            return;
        using var pixels = new ImageSource(image, _target.SwapsRedBlue);
        var cr = Begin();
        cairo_set_antialias(cr, paint is { IsAntialias: true } ? Antialias.Default : Antialias.None);
        cairo_new_path(cr);
        cairo_rectangle(cr, dest.Left, dest.Top, dest.Width, dest.Height);
        cairo_clip(cr);
        cairo_translate(cr, dest.Left, dest.Top);
        cairo_scale(cr, (double)dest.Width / source.Width, (double)dest.Height / source.Height);
        cairo_set_source_surface(cr, pixels.Surface, -source.Left, -source.Top);
        var pattern = cairo_get_source(cr);
        cairo_pattern_set_extend(pattern, Extend.Pad);
        cairo_pattern_set_filter(pattern, sampling switch
        {
            { Filter: SKFilterMode.Nearest, Mipmap: SKMipmapMode.None } => Filter.Nearest,
            { Mipmap: SKMipmapMode.None } => Filter.Bilinear,
            _ => Filter.Good,
        });
        cairo_paint_with_alpha(cr, (paint?.Color.Alpha ?? 255) / 255.0);
        End(cr);
    }

    public void DrawBitmap(SKBitmap bitmap, SKPoint p, SKPaint paint = null) => DrawBitmap(bitmap, p.X, p.Y, paint);

    public void DrawBitmap(SKBitmap bitmap, float x, float y, SKPaint paint = null)
    {
        using var image = SKImage.FromBitmap(bitmap);
        DrawImage(image, x, y, paint);
    }

    public void DrawBitmap(SKBitmap bitmap, SKRect dest, SKPaint paint = null)
    {
        using var image = SKImage.FromBitmap(bitmap);
        DrawImage(image, dest, paint);
    }

    public void DrawBitmap(SKBitmap bitmap, SKRect source, SKRect dest, SKPaint paint = null)
    {
        using var image = SKImage.FromBitmap(bitmap);
        DrawImage(image, source, dest, paint);
    }

    public void DrawText(string text, SKPoint p, SKFont font, SKPaint paint) => DrawText(text, p, SKTextAlign.Left, font, paint);

    public void DrawText(string text, SKPoint p, SKTextAlign textAlign, SKFont font, SKPaint paint) => DrawText(text, p.X, p.Y, textAlign, font, paint);

    public void DrawText(string text, float x, float y, SKFont font, SKPaint paint) => DrawText(text, x, y, SKTextAlign.Left, font, paint);

    /// <param name="text">One line.</param>
    /// <param name="x">Start, middle or end of the line, as <paramref name="textAlign"/> says.</param>
    /// <param name="y">The baseline.</param>
    /// <param name="textAlign">Left, center or right.</param>
    /// <param name="font">Typeface and size in pixels.</param>
    /// <param name="paint">Colour; a stroke draws outlines.</param>
    public void DrawText(string text, float x, float y, SKTextAlign textAlign, SKFont font, SKPaint paint)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(font);
        ArgumentNullException.ThrowIfNull(paint);
        if (text.Length == 0 || !(font.Size > 0) || font.ScaleX == 0 || !float.IsFinite(x + y))
            return;
        using var line = new TextLine(text, font);
        if (textAlign != SKTextAlign.Left)
            x -= line.Measure(out _) * (textAlign == SKTextAlign.Center ? 0.5f : 1);
        var cr = Begin();
        if (paint.Style == SKPaintStyle.Fill)
        {
            SetSource(cr, paint.Color);
            line.Show(cr, x, y);
        }
        else
        {
            Matrix matrix;
            cairo_get_matrix(cr, &matrix);
            line.Outline(cr, x, y);
            // The pen is the canvas's, not the font's.
            cairo_set_matrix(cr, &matrix);
            FinishPath(cr, paint, paint.Style);
        }
        End(cr);
    }

    /// <summary>Nothing waits: every call has drawn when it returns.</summary>
    public void Flush() => ObjectDisposedException.ThrowIf(IsDisposed, this);

    protected override void DisposeNative()
    {
        if (Handle != 0)
            cairo_destroy(Handle);
        _target?.Dispose();
    }

    protected override void DisposeManaged() => _owner?.Dispose();

    private static void Replay(nint cr, SKPath path, bool antialias)
    {
        Matrix matrix;
        cairo_get_matrix(cr, &matrix);
        var nudged = matrix;
        if (!antialias)
            (nudged.X0, nudged.Y0) = (matrix.X0 + AliasedNudge, matrix.Y0 + AliasedNudge);
        cairo_set_matrix(cr, &nudged);
        path.Replay(cr);
        cairo_set_matrix(cr, &matrix);
    }

    private nint Begin()
    {
        var cr = Cr;
        _target.Begin(cr);
        cairo_save(cr);
        return cr;
    }

    private void End(nint cr)
    {
        cairo_restore(cr);
        _target.End(cr);
        Check(cairo_status(cr), "Drawing");
    }

    private void Draw(SKPath path, SKPaint paint, SKPaintStyle style)
    {
        // As in Skia, what has a point that is no number is not drawn at all.
        if (!path.IsFinite)
            return;
        var cr = Begin();
        Replay(cr, path, paint.IsAntialias);
        cairo_set_fill_rule(cr, path.FillType);
        FinishPath(cr, paint, style);
        End(cr);
    }

    private void FinishPath(nint cr, SKPaint paint, SKPaintStyle style)
    {
        cairo_set_antialias(cr, paint.IsAntialias ? Antialias.Default : Antialias.None);
        // Where fill and stroke overlap, a translucent colour must not be laid on twice.
        var isGroup = style == SKPaintStyle.StrokeAndFill && paint.Color.Alpha < 255;
        if (isGroup)
            cairo_push_group(cr);
        SetSource(cr, isGroup ? paint.Color.WithAlpha(255) : paint.Color);
        if (style == SKPaintStyle.Fill)
            cairo_fill(cr);
        else
        {
            if (style == SKPaintStyle.StrokeAndFill)
                cairo_fill_preserve(cr);
            Stroke(cr, paint);
        }
        if (!isGroup)
            return;
        cairo_pop_group_to_source(cr);
        cairo_paint_with_alpha(cr, paint.Color.Alpha / 255.0);
    }

    private static void Stroke(nint cr, SKPaint paint)
    {
        cairo_set_line_cap(cr, paint.StrokeCap);
        cairo_set_line_join(cr, paint.StrokeJoin);
        cairo_set_miter_limit(cr, Math.Max(1, paint.StrokeMiter));
        if (paint.PathEffect is { } dash)
        {
            fixed (double* intervals = dash.Intervals)
                cairo_set_dash(cr, intervals, dash.Intervals.Length, dash.Phase);
        }
        if (paint.StrokeWidth > 0)
            cairo_set_line_width(cr, paint.StrokeWidth);
        else
        {
            cairo_identity_matrix(cr);
            cairo_set_line_width(cr, 1);
        }
        cairo_stroke(cr);
    }

    // A square of the stroke's width, or a disc under round caps.
    private void DrawDot(SKPoint point, SKPaint paint)
    {
        if (!float.IsFinite(point.X + point.Y))
            return;
        using var path = new SKPath();
        var half = paint.StrokeWidth / 2;
        if (paint.StrokeWidth > 0)
        {
            if (paint.StrokeCap == SKStrokeCap.Round)
                path.AddCircle(point.X, point.Y, half);
            else
                path.AddRect(new SKRect(point.X - half, point.Y - half, point.X + half, point.Y + half));
            Draw(path, paint, SKPaintStyle.Fill);
            return;
        }
        // A hairline's dot is the one pixel that the point lies in.
        var cr = Begin();
        double x = point.X, y = point.Y;
        cairo_user_to_device(cr, &x, &y);
        cairo_identity_matrix(cr);
        cairo_new_path(cr);
        cairo_rectangle(cr, Math.Floor(x), Math.Floor(y), 1, 1);
        FinishPath(cr, paint, SKPaintStyle.Fill);
        End(cr);
    }

    // Cairo multiplies by alpha and cuts the fraction off; given colours that come out whole, it cannot.
    private void SetSource(nint cr, SKColor color)
    {
        var premultiplied = PixelView.Premultiply(_target.SwapsRedBlue ? PixelView.SwapRedBlue((uint)color) : (uint)color);
        double alpha = premultiplied >> 24;
        if (alpha == 0)
            cairo_set_source_rgba(cr, 0, 0, 0, 0);
        else
            cairo_set_source_rgba(cr, (premultiplied >> 16 & 0xFF) / alpha, (premultiplied >> 8 & 0xFF) / alpha, (premultiplied & 0xFF) / alpha, alpha / 255);
    }
}
