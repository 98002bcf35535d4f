using SkiaSharp.Native;

namespace SkiaSharp;

/// <summary>A typeface at a size in pixels.</summary>
public class SKFont : SKObject
{
    private SKTypeface _typeface;

    public SKFont()
        : this(SKTypeface.Default)
    {
    }

    public SKFont(SKTypeface typeface, float size = 12, float scaleX = 1, float skewX = 0)
        : base(0)
    {
        Typeface = typeface;
        (Size, ScaleX, SkewX) = (size, scaleX, skewX);
    }

    /// <summary>Lent: the caller disposes it. Never null; null sets the default one.</summary>
    public SKTypeface Typeface
    {
        get => _typeface;
        set => _typeface = value ?? SKTypeface.Default;
    }

    public float Size { get; set; }

    public float ScaleX { get; set; }

    public float SkewX { get; set; }

    public bool Embolden { get; set; }

    /// <summary>From one baseline to the next.</summary>
    public float Spacing
    {
        get
        {
            var metrics = Metrics;
            return metrics.Descent - metrics.Ascent + metrics.Leading;
        }
    }

    public SKFontMetrics Metrics => TextLine.Measure(this);

    public float MeasureText(string text, SKPaint paint = null) => MeasureText(text, out _, paint);

    public float MeasureText(ReadOnlySpan<char> text, SKPaint paint = null) => MeasureText(text, out _, paint);

    public float MeasureText(string text, out SKRect bounds, SKPaint paint = null) => MeasureText(text.AsSpan(), out bounds, paint);

    /// <summary>The advance, and what is inked relative to the start of the baseline. A stroke of the paint adds nothing.</summary>
    public float MeasureText(ReadOnlySpan<char> text, out SKRect bounds, SKPaint paint = null)
    {
        bounds = SKRect.Empty;
        if (text.IsEmpty || !(Size > 0))
            return 0;
        using var line = new TextLine(text, this);
        return line.Measure(out bounds);
    }
}
