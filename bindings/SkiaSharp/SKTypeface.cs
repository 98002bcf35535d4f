using SkiaSharp.Native;

namespace SkiaSharp;

/// <summary>One face of a family of fonts, as fontconfig finds it.</summary>
public class SKTypeface : SKObject
{
    // What fontconfig maps to the machine's plain font.
    private const string DefaultFamily = "sans-serif";

    private SKTypeface(string familyName, SKFontStyle style)
        : base(0)
    {
        FontStyle = style;
        FamilyName = TextLine.ResolveFamily(familyName, style);
    }

    public static SKTypeface Default { get; } = new(DefaultFamily, SKFontStyle.Normal);

    /// <summary>The family that is really used: of an unknown name, the one that stands in for it.</summary>
    public string FamilyName { get; }

    public SKFontStyle FontStyle { get; }

    public int FontWeight => FontStyle.Weight;

    public int FontWidth => FontStyle.Width;

    public SKFontStyleSlant FontSlant => FontStyle.Slant;

    public bool IsBold => FontWeight >= (int)SKFontStyleWeight.SemiBold;

    public bool IsItalic => FontSlant != SKFontStyleSlant.Upright;

    public static SKTypeface FromFamilyName(string familyName) => FromFamilyName(familyName, SKFontStyle.Normal);

    public static SKTypeface FromFamilyName(string familyName, int weight, int width, SKFontStyleSlant slant) =>
        FromFamilyName(familyName, new SKFontStyle(weight, width, slant));

    public static SKTypeface FromFamilyName(string familyName, SKFontStyleWeight weight, SKFontStyleWidth width, SKFontStyleSlant slant) =>
        FromFamilyName(familyName, new SKFontStyle(weight, width, slant));

    public static SKTypeface FromFamilyName(string familyName, SKFontStyle style)
    {
        ArgumentNullException.ThrowIfNull(style);
        return new SKTypeface(string.IsNullOrEmpty(familyName) ? DefaultFamily : familyName, style);
    }
}
