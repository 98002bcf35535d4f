namespace SkiaSharp;

/// <summary>How something is drawn.</summary>
public class SKPaint : SKObject
{
    public SKPaint()
        : base(0) => Reset();

    public bool IsAntialias { get; set; }

    public SKPaintStyle Style { get; set; }

    public bool IsStroke
    {
        get => Style != SKPaintStyle.Fill;
        set => Style = value ? SKPaintStyle.Stroke : SKPaintStyle.Fill;
    }

    public SKColor Color { get; set; }

    /// <summary>0 is a hairline: one pixel wide under every scale.</summary>
    public float StrokeWidth { get; set; }

    public float StrokeMiter { get; set; }

    public SKStrokeCap StrokeCap { get; set; }

    public SKStrokeJoin StrokeJoin { get; set; }

    /// <summary>Lent: the caller disposes it.</summary>
    public SKPathEffect PathEffect { get; set; }

    public void Reset()
    {
        (IsAntialias, Style, Color) = (false, SKPaintStyle.Fill, SKColors.Black);
        (StrokeWidth, StrokeMiter, StrokeCap, StrokeJoin, PathEffect) = (0, 4, SKStrokeCap.Butt, SKStrokeJoin.Miter, null);
    }

    public SKPaint Clone() => new()
    {
        IsAntialias = IsAntialias,
        Style = Style,
        Color = Color,
        StrokeWidth = StrokeWidth,
        StrokeMiter = StrokeMiter,
        StrokeCap = StrokeCap,
        StrokeJoin = StrokeJoin,
        PathEffect = PathEffect,
    };
}
