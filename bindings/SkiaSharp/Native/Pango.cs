using System.Runtime.InteropServices;

namespace SkiaSharp.Native;

/// <summary>Pango: fonts and lines of text. Its lengths are integers of 1/1024 pixel.</summary>
internal static unsafe class Pango
{
    public const double Scale = 1024;

    private const string Library = "libpango-1.0.so.0";
    private const string OverCairo = "libpangocairo-1.0.so.0";

    public enum Style { Normal = 0, Oblique = 1, Italic = 2 }

    [StructLayout(LayoutKind.Sequential)]
    public struct Rectangle
    {
        public int X, Y, Width, Height;
    }

    // One font map per thread, owned by the library.
    [DllImport(OverCairo)] public static extern nint pango_cairo_font_map_get_default();
    [DllImport(OverCairo)] public static extern void pango_cairo_context_set_font_options(nint context, nint options);
    [DllImport(OverCairo)] public static extern void pango_cairo_update_layout(nint cr, nint layout);
    [DllImport(OverCairo)] public static extern void pango_cairo_show_layout_line(nint cr, nint line);
    [DllImport(OverCairo)] public static extern void pango_cairo_layout_line_path(nint cr, nint line);

    [DllImport(Library)] public static extern nint pango_font_map_create_context(nint fontMap);
    [DllImport(Library)] public static extern void pango_context_set_round_glyph_positions(nint context, int round);
    [DllImport(Library)] public static extern nint pango_context_load_font(nint context, nint description);

    [DllImport(Library)] public static extern nint pango_font_description_new();
    [DllImport(Library)] public static extern void pango_font_description_free(nint description);
    [DllImport(Library)] public static extern void pango_font_description_set_family(nint description, [MarshalAs(UnmanagedType.LPUTF8Str)] string family);
    [DllImport(Library)] public static extern nint pango_font_description_get_family(nint description);
    [DllImport(Library)] public static extern void pango_font_description_set_weight(nint description, int weight);
    [DllImport(Library)] public static extern void pango_font_description_set_style(nint description, Style style);
    [DllImport(Library)] public static extern void pango_font_description_set_stretch(nint description, int stretch);
    [DllImport(Library)] public static extern void pango_font_description_set_absolute_size(nint description, double size);
    [DllImport(Library)] public static extern nint pango_font_describe(nint font);

    [DllImport(Library)] public static extern nint pango_font_get_metrics(nint font, nint language);
    [DllImport(Library)] public static extern void pango_font_metrics_unref(nint metrics);
    [DllImport(Library)] public static extern int pango_font_metrics_get_ascent(nint metrics);
    [DllImport(Library)] public static extern int pango_font_metrics_get_descent(nint metrics);
    [DllImport(Library)] public static extern int pango_font_metrics_get_height(nint metrics);

    [DllImport(Library)] public static extern nint pango_layout_new(nint context);
    [DllImport(Library)] public static extern void pango_layout_set_font_description(nint layout, nint description);
    [DllImport(Library)] public static extern void pango_layout_set_single_paragraph_mode(nint layout, int single);
    [DllImport(Library)] public static extern void pango_layout_set_text(nint layout, byte* text, int length);
    [DllImport(Library)] public static extern nint pango_layout_get_line_readonly(nint layout, int line);
    [DllImport(Library)] public static extern void pango_layout_line_get_extents(nint line, Rectangle* ink, Rectangle* logical);

    [DllImport("libgobject-2.0.so.0")] public static extern void g_object_unref(nint instance);
}
