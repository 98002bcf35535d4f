using System.Numerics;

using SkiaSharp;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws marks into a picture, a PDF page or an SVG, where text stays text. The canvas has its origin in the corner of the view.</summary>
internal sealed class SkiaMarkPen : IMarkPen, IDisposable
{
    /// <summary>Distance of lines, in heights of letters.</summary>
    public const float LineSpacing = 1.2f;

    private readonly SKCanvas _canvas;
    private readonly SKTypeface _typeface;
    private readonly SKPaint _paint = new() { IsAntialias = true };
    private readonly Dictionary<float, SKFont> _fonts = [];
    private readonly float _textSize;
    private readonly bool _isOnPaper;

    /// <param name="canvas">Of the whole picture.</param>
    /// <param name="area">Width and height of the view.</param>
    /// <param name="scale">Pixels of one unit of the design.</param>
    /// <param name="textSize">Height of common letters, pixels.</param>
    /// <param name="typeface">Of all text; stays the caller's.</param>
    /// <param name="options">What is behind the layers, and how large points are.</param>
    public SkiaMarkPen(SKCanvas canvas, Vector2 area, float scale, float textSize, SKTypeface typeface, RenderOptions options)
    {
        (_canvas, Area, Unit, _textSize, _typeface) = (canvas, area, scale, textSize, typeface);
        // Common text counts as 10 points where nothing says how large the picture is on paper.
        PointPixels = options.PointPixels > 0 ? options.PointPixels : textSize / 10;
        _isOnPaper = options.Background != FigureBackground.Dark;
    }

    public Vector2 Area { get; }

    public float Unit { get; }

    public float PointPixels { get; }

    public Vector4 Ink => _isOnPaper ? new(0.063f, 0.078f, 0.102f, 1) : new(0.886f, 0.906f, 0.933f, 1);

    public Vector4 Faint => _isOnPaper ? new(0.25f, 0.28f, 0.33f, 1) : new(0.64f, 0.69f, 0.75f, 1);

    public Vector4 Plate => _isOnPaper ? new(1, 1, 1, 0.78f) : new(0.047f, 0.059f, 0.078f, 0.65f);

    public Vector4 Side => _isOnPaper ? new(0.95f, 0.96f, 0.97f, 0.92f) : new(0.11f, 0.141f, 0.18f, 0.88f);

    public float LineHeight => Measure("x").Y;

    public Vector4 ColorOf(Axis axis)
    {
        var color = BoxLines.AxisColors[2 - (int)axis];
        // The light colours of the window are hard to read on white.
        return new Vector4(_isOnPaper ? color * 0.72f : color, 1);
    }

    public Vector2 Measure(string text, float size = 0)
    {
        var font = FontOf(size);
        return new Vector2(font.MeasureText(text), font.Size * LineSpacing);
    }

    public void Write(Vector2 corner, string text, Vector4 color, Vector4? outline = null, float size = 0)
    {
        var font = FontOf(size);
        var baseline = corner.Y + (font.Size * 0.95f);
        if (outline is { } around)
        {
            (_paint.Style, _paint.StrokeWidth, _paint.StrokeJoin, _paint.Color) = (SKPaintStyle.Stroke, Math.Max(2 * Unit, Math.Min(font.Size * 0.16f, 6 * Unit)), SKStrokeJoin.Round, Of(around));
            _canvas.DrawText(text, corner.X, baseline, font, _paint);
        }
        (_paint.Style, _paint.Color) = (SKPaintStyle.Fill, Of(color));
        _canvas.DrawText(text, corner.X, baseline, font, _paint);
    }

    public void Line(Vector2 from, Vector2 to, Vector4 color, float thickness)
    {
        (_paint.Style, _paint.StrokeWidth, _paint.Color) = (SKPaintStyle.Stroke, thickness, Of(color));
        _canvas.DrawLine(from.X, from.Y, to.X, to.Y, _paint);
    }

    public void Fill(ReadOnlySpan<Vector2> corners, Vector4 color)
    {
        using var path = new SKPath();
        path.MoveTo(corners[0].X, corners[0].Y);
        foreach (var corner in corners[1..])
            path.LineTo(corner.X, corner.Y);
        path.Close();
        (_paint.Style, _paint.Color) = (SKPaintStyle.Fill, Of(color));
        _canvas.DrawPath(path, _paint);
    }

    public void Dispose()
    {
        foreach (var font in _fonts.Values)
            font.Dispose();
        _paint.Dispose();
    }

    private static SKColor Of(Vector4 color)
    {
        static byte Byte(float value) => (byte)Math.Clamp(MathF.Round(value * 255), 0, 255);
        return new SKColor(Byte(color.X), Byte(color.Y), Byte(color.Z), Byte(color.W));
    }

    private SKFont FontOf(float size)
    {
        size = size > 0 ? size : _textSize;
        if (!_fonts.TryGetValue(size, out var font))
            _fonts[size] = font = new SKFont(_typeface, size);
        return font;
    }
}
