namespace SkiaSharp;

/// <summary>Weight, width and slant of a typeface.</summary>
public class SKFontStyle : SKObject
{
    public SKFontStyle()
        : this(SKFontStyleWeight.Normal, SKFontStyleWidth.Normal, SKFontStyleSlant.Upright)
    {
    }

    public SKFontStyle(SKFontStyleWeight weight, SKFontStyleWidth width, SKFontStyleSlant slant)
        : this((int)weight, (int)width, slant)
    {
    }

    public SKFontStyle(int weight, int width, SKFontStyleSlant slant)
        : base(0) => (Weight, Width, Slant) = (weight, width, slant);

    public static SKFontStyle Normal { get; } = new();

    public static SKFontStyle Bold { get; } = new(SKFontStyleWeight.Bold, SKFontStyleWidth.Normal, SKFontStyleSlant.Upright);

    public static SKFontStyle Italic { get; } = new(SKFontStyleWeight.Normal, SKFontStyleWidth.Normal, SKFontStyleSlant.Italic);

    public static SKFontStyle BoldItalic { get; } = new(SKFontStyleWeight.Bold, SKFontStyleWidth.Normal, SKFontStyleSlant.Italic);

    public int Weight { get; }

    public int Width { get; }

    public SKFontStyleSlant Slant { get; }
}
