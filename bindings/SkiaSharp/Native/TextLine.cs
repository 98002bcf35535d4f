using System.Runtime.InteropServices;
using System.Text;
using static SkiaSharp.Native.Cairo;
using static SkiaSharp.Native.Pango;

namespace SkiaSharp.Native;

/// <summary>One line of text, laid out by Pango without hinting, so that it measures as it draws under every scale.</summary>
internal readonly unsafe ref struct TextLine
{
    private readonly SKFont _font;
    private readonly nint _layout;
    private readonly nint _line;

    public TextLine(ReadOnlySpan<char> text, SKFont font)
    {
        _font = font;
        var context = CreateContext();
        _layout = pango_layout_new(context);
        g_object_unref(context);
        var description = Describe(font.Typeface.FamilyName, font.Typeface.FontStyle, font.Size, font.Embolden);
        pango_layout_set_font_description(_layout, description);
        pango_font_description_free(description);
        // A line break within is drawn as a sign, not as a second line.
        pango_layout_set_single_paragraph_mode(_layout, 1);
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        fixed (byte* utf8 = bytes)
            pango_layout_set_text(_layout, utf8, length);
        _line = pango_layout_get_line_readonly(_layout, 0);
    }

    public static string ResolveFamily(string family, SKFontStyle style)
    {
        var (context, font) = LoadFont(family, style, 12, embolden: false);
        var description = pango_font_describe(font);
        var name = Marshal.PtrToStringUTF8(pango_font_description_get_family(description));
        pango_font_description_free(description);
        g_object_unref(font);
        g_object_unref(context);
        return name;
    }

    public static SKFontMetrics Measure(SKFont font)
    {
        if (!(font.Size > 0))
            return default;
        var (context, loaded) = LoadFont(font.Typeface.FamilyName, font.Typeface.FontStyle, font.Size, font.Embolden);
        var metrics = pango_font_get_metrics(loaded, 0);
        var ascent = pango_font_metrics_get_ascent(metrics) / Scale;
        var descent = pango_font_metrics_get_descent(metrics) / Scale;
        var height = pango_font_metrics_get_height(metrics) / Scale;
        pango_font_metrics_unref(metrics);
        g_object_unref(loaded);
        g_object_unref(context);
        return new SKFontMetrics((float)-ascent, (float)descent, (float)Math.Max(0, height - ascent - descent), HeightOf("x", font), HeightOf("H", font));
    }

    /// <summary>The advance; the inked box has its origin at the start of the baseline, y down.</summary>
    public float Measure(out SKRect bounds)
    {
        Pango.Rectangle ink, logical;
        pango_layout_line_get_extents(_line, &ink, &logical);
        var (left, right) = (ink.X * _font.ScaleX, (ink.X + ink.Width) * _font.ScaleX);
        var (top, bottom) = (ink.Y, ink.Y + ink.Height);
        // A slanted line leans over its box: by the skew times the height above the baseline.
        var (lean, leanBelow) = (_font.SkewX * top, _font.SkewX * bottom);
        bounds = ink.Width == 0 ? SKRect.Empty : new SKRect(
            (float)((left + Math.Min(lean, leanBelow)) / Scale), (float)(top / Scale),
            (float)((right + Math.Max(lean, leanBelow)) / Scale), (float)(bottom / Scale));
        return (float)(logical.Width * _font.ScaleX / Scale);
    }

    /// <summary>Draws with the source of <paramref name="cr"/>, the baseline beginning at (x, y).</summary>
    public void Show(nint cr, float x, float y)
    {
        Place(cr, x, y);
        pango_cairo_show_layout_line(cr, _line);
        cairo_new_path(cr);
    }

    /// <summary>Makes the outlines the current path.</summary>
    public void Outline(nint cr, float x, float y)
    {
        Place(cr, x, y);
        pango_cairo_layout_line_path(cr, _line);
    }

    public void Dispose() => g_object_unref(_layout);

    private static float HeightOf(string letter, SKFont font)
    {
        using var line = new TextLine(letter, font);
        line.Measure(out var bounds);
        return -bounds.Top;
    }

    private static nint CreateContext()
    {
        var context = pango_font_map_create_context(pango_cairo_font_map_get_default());
        var options = cairo_font_options_create();
        cairo_font_options_set_antialias(options, Antialias.Gray);
        cairo_font_options_set_hint_style(options, HintStyle.None);
        cairo_font_options_set_hint_metrics(options, HintMetrics.Off);
        pango_cairo_context_set_font_options(context, options);
        cairo_font_options_destroy(options);
        pango_context_set_round_glyph_positions(context, 0);
        return context;
    }

    private static (nint Context, nint Font) LoadFont(string family, SKFontStyle style, float size, bool embolden)
    {
        var context = CreateContext();
        var description = Describe(family, style, size, embolden);
        var font = pango_context_load_font(context, description);
        pango_font_description_free(description);
        if (font != 0)
            return (context, font);
        g_object_unref(context);
        throw new InvalidOperationException(
            $"No font for '{family}' was found, nor any to stand in for it. Install one, for example the package fonts-dejavu-core.");
    }

    private static nint Describe(string family, SKFontStyle style, float size, bool embolden)
    {
        var description = pango_font_description_new();
        pango_font_description_set_family(description, family);
        pango_font_description_set_absolute_size(description, size * Scale);
        pango_font_description_set_weight(description, Math.Clamp(style.Weight + (embolden ? 300 : 0), 100, 1000));
        // Pango counts the widths from 0, in the same order.
        pango_font_description_set_stretch(description, Math.Clamp(style.Width, 1, 9) - 1);
        pango_font_description_set_style(description, style.Slant switch
        {
            SKFontStyleSlant.Italic => Style.Italic,
            SKFontStyleSlant.Oblique => Style.Oblique,
            _ => Style.Normal,
        });
        return description;
    }

    private void Place(nint cr, float x, float y)
    {
        var matrix = new Cairo.Matrix { Xx = _font.ScaleX, Xy = _font.SkewX, Yy = 1, X0 = x, Y0 = y };
        cairo_transform(cr, &matrix);
        pango_cairo_update_layout(cr, _layout);
        cairo_new_path(cr);
        cairo_move_to(cr, 0, 0);
    }
}
