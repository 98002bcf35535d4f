using System.Runtime.InteropServices;

namespace SkiaSharp.Native;

/// <summary>Cairo: surfaces, paths, painting, PNG.</summary>
internal static unsafe partial class Cairo
{
    private const string Library = "libcairo.so.2";

    public enum Format { Argb32 = 0, Rgb24 = 1, A8 = 2 }

    public enum Operator { Source = 1, Over = 2 }

    public enum Antialias { Default = 0, None = 1, Gray = 2 }

    public enum Filter { Good = 1, Nearest = 3, Bilinear = 4 }

    public enum Extend { Pad = 3 }

    public enum HintStyle { None = 1 }

    public enum HintMetrics { Off = 1 }

    public enum SvgUnit { User = 0 }

    public enum Status { Success = 0, ReadError = 10, WriteError = 11 }

    [StructLayout(LayoutKind.Sequential)]
    public struct Matrix
    {
        public double Xx, Yx, Xy, Yy, X0, Y0;
    }

    [DllImport(Library)] public static extern nint cairo_status_to_string(Status status);

    [DllImport(Library)] public static extern nint cairo_image_surface_create_for_data(void* data, Format format, int width, int height, int stride);
    [DllImport(Library)]
    public static extern nint cairo_image_surface_create_from_png_stream(
        delegate* unmanaged[Cdecl]<void*, byte*, uint, Status> read, void* closure);
    [DllImport(Library)]
    public static extern Status cairo_surface_write_to_png_stream(
        nint surface, delegate* unmanaged[Cdecl]<void*, byte*, uint, Status> write, void* closure);
    [DllImport(Library)] public static extern void* cairo_image_surface_get_data(nint surface);
    [DllImport(Library)] public static extern Format cairo_image_surface_get_format(nint surface);
    [DllImport(Library)] public static extern int cairo_image_surface_get_width(nint surface);
    [DllImport(Library)] public static extern int cairo_image_surface_get_height(nint surface);
    [DllImport(Library)] public static extern int cairo_image_surface_get_stride(nint surface);
    [DllImport(Library)] public static extern Status cairo_surface_status(nint surface);
    [DllImport(Library)] public static extern void cairo_surface_flush(nint surface);
    [DllImport(Library)] public static extern void cairo_surface_mark_dirty(nint surface);
    [DllImport(Library)] public static extern void cairo_surface_destroy(nint surface);
    [DllImport(Library)] public static extern void cairo_surface_finish(nint surface);
    [DllImport(Library)] public static extern void cairo_surface_show_page(nint surface);
    [DllImport(Library)] public static extern void cairo_surface_set_fallback_resolution(nint surface, double xPixelsPerInch, double yPixelsPerInch);
    [DllImport(Library)]
    public static extern nint cairo_pdf_surface_create_for_stream(
        delegate* unmanaged[Cdecl]<void*, byte*, uint, Status> write, void* closure, double widthInPoints, double heightInPoints);
    [DllImport(Library)] public static extern void cairo_pdf_surface_set_size(nint surface, double widthInPoints, double heightInPoints);
    [DllImport(Library)]
    public static extern nint cairo_svg_surface_create_for_stream(
        delegate* unmanaged[Cdecl]<void*, byte*, uint, Status> write, void* closure, double widthInPoints, double heightInPoints);
    [DllImport(Library)] public static extern void cairo_svg_surface_set_document_unit(nint surface, SvgUnit unit);

    [DllImport(Library)] public static extern nint cairo_create(nint surface);
    [DllImport(Library)] public static extern void cairo_destroy(nint cr);
    [DllImport(Library)] public static extern Status cairo_status(nint cr);
    [DllImport(Library)] public static extern void cairo_save(nint cr);
    [DllImport(Library)] public static extern void cairo_restore(nint cr);
    [DllImport(Library)] public static extern void cairo_push_group(nint cr);
    [DllImport(Library)] public static extern void cairo_pop_group_to_source(nint cr);

    [DllImport(Library)] public static extern void cairo_translate(nint cr, double tx, double ty);
    [DllImport(Library)] public static extern void cairo_scale(nint cr, double sx, double sy);
    [DllImport(Library)] public static extern void cairo_rotate(nint cr, double radians);
    [DllImport(Library)] public static extern void cairo_transform(nint cr, Matrix* matrix);
    [DllImport(Library)] public static extern void cairo_identity_matrix(nint cr);
    [DllImport(Library)] public static extern void cairo_get_matrix(nint cr, Matrix* matrix);
    [DllImport(Library)] public static extern void cairo_set_matrix(nint cr, Matrix* matrix);
    [DllImport(Library)] public static extern void cairo_user_to_device(nint cr, double* x, double* y);

    [DllImport(Library)] public static extern void cairo_new_path(nint cr);
    [DllImport(Library)] public static extern void cairo_new_sub_path(nint cr);
    [DllImport(Library)] public static extern void cairo_move_to(nint cr, double x, double y);
    [DllImport(Library)] public static extern void cairo_line_to(nint cr, double x, double y);
    [DllImport(Library)] public static extern void cairo_curve_to(nint cr, double x1, double y1, double x2, double y2, double x3, double y3);
    [DllImport(Library)] public static extern void cairo_arc(nint cr, double xc, double yc, double radius, double angle1, double angle2);
    [DllImport(Library)] public static extern void cairo_arc_negative(nint cr, double xc, double yc, double radius, double angle1, double angle2);
    [DllImport(Library)] public static extern void cairo_rectangle(nint cr, double x, double y, double width, double height);
    [DllImport(Library)] public static extern void cairo_close_path(nint cr);
    [DllImport(Library)] public static extern void cairo_clip(nint cr);
    [DllImport(Library)] public static extern void cairo_clip_extents(nint cr, double* x1, double* y1, double* x2, double* y2);

    [DllImport(Library)] public static extern void cairo_set_source_rgba(nint cr, double red, double green, double blue, double alpha);
    [DllImport(Library)] public static extern void cairo_set_source_surface(nint cr, nint surface, double x, double y);
    [DllImport(Library)] public static extern nint cairo_get_source(nint cr);
    [DllImport(Library)] public static extern void cairo_pattern_set_filter(nint pattern, Filter filter);
    [DllImport(Library)] public static extern void cairo_pattern_set_extend(nint pattern, Extend extend);
    [DllImport(Library)] public static extern void cairo_set_operator(nint cr, Operator op);
    [DllImport(Library)] public static extern void cairo_set_antialias(nint cr, Antialias antialias);
    [DllImport(Library)] public static extern void cairo_set_fill_rule(nint cr, SKPathFillType rule);
    [DllImport(Library)] public static extern void cairo_set_line_width(nint cr, double width);
    [DllImport(Library)] public static extern void cairo_set_line_cap(nint cr, SKStrokeCap cap);
    [DllImport(Library)] public static extern void cairo_set_line_join(nint cr, SKStrokeJoin join);
    [DllImport(Library)] public static extern void cairo_set_miter_limit(nint cr, double limit);
    [DllImport(Library)] public static extern void cairo_set_dash(nint cr, double* dashes, int count, double offset);

    [DllImport(Library)] public static extern void cairo_paint(nint cr);
    [DllImport(Library)] public static extern void cairo_paint_with_alpha(nint cr, double alpha);
    [DllImport(Library)] public static extern void cairo_fill(nint cr);
    [DllImport(Library)] public static extern void cairo_fill_preserve(nint cr);
    [DllImport(Library)] public static extern void cairo_stroke(nint cr);

    [DllImport(Library)] public static extern nint cairo_font_options_create();
    [DllImport(Library)] public static extern void cairo_font_options_destroy(nint options);
    [DllImport(Library)] public static extern void cairo_font_options_set_antialias(nint options, Antialias antialias);
    [DllImport(Library)] public static extern void cairo_font_options_set_hint_style(nint options, HintStyle style);
    [DllImport(Library)] public static extern void cairo_font_options_set_hint_metrics(nint options, HintMetrics metrics);

    /// <exception cref="InvalidOperationException">Cairo refused something; the message is its own.</exception>
    public static void Check(Status status, string what)
    {
        if (status != Status.Success)
            throw new InvalidOperationException($"{what} failed: {Marshal.PtrToStringUTF8(cairo_status_to_string(status))}.");
    }
}
