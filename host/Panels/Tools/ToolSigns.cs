namespace VolumeViewer.Host.Panels;

/// <summary>The icons of the tools and of their options.</summary>
internal static class ToolSigns
{
    public static void Navigate(IconPen pen)
    {
        pen.Line(0, -7.5f, 0, -2.5f);
        pen.Line(0, 2.5f, 0, 7.5f);
        pen.Line(-7.5f, 0, -2.5f, 0);
        pen.Line(2.5f, 0, 7.5f, 0);
    }

    public static void Brush(IconPen pen)
    {
        pen.Line(7, -7, -0.5f, 0.5f);
        pen.Closed(-1.5f, -1.5f, 1.5f, 1.5f, -1, 5, -7, 7, -5, 1);
    }

    public static void Eraser(IconPen pen)
    {
        pen.Closed(-7, 2, 2, -7, 7, -2, -2, 7);
        pen.Line(-2.5f, -2.5f, 2.5f, 2.5f);
    }

    // A bucket that is poured out.
    public static void Fill(IconPen pen)
    {
        pen.Closed(-7, 0, 0, -7, 6, -1, -1, 6);
        pen.Line(-3, -4, 0, -7);
        pen.Line(-6, 0.5f, 5, 0.5f);
        pen.Curve(7, 2, 4.8f, 5.5f, 6, 7.5f, 7, 7.5f);
        pen.Curve(7, 2, 9.2f, 5.5f, 8, 7.5f, 7, 7.5f);
    }

    public static void Wand(IconPen pen)
    {
        pen.Line(-7, 7, 2, -2);
        pen.Line(4.5f, -7.5f, 4.5f, -5);
        pen.Line(4.5f, 0, 4.5f, 2.5f);
        pen.Line(-0.5f, -4, 1.5f, -4);
        pen.Line(6.5f, -2.5f, 8, -2.5f);
    }

    // A pipette.
    public static void Pick(IconPen pen)
    {
        pen.Closed(2, -4.5f, 4.5f, -7, 7, -4.5f, 4.5f, -2);
        pen.Line(0.5f, -5, 5, -0.5f);
        pen.Closed(1.2f, -2.5f, 2.5f, -1.2f, -4, 5.5f, -7, 7, -5.5f, 4);
    }

    public static void Polygon(IconPen pen)
    {
        pen.Closed(-6, -4, 3, -6.5f, 7, 1, 0, 6.5f, -5, 3.5f);
        foreach (var (x, y) in ((float X, float Y)[])[(-6, -4), (3, -6.5f), (7, 1), (0, 6.5f), (-5, 3.5f)])
            pen.Dot(x, y, 1.6f);
    }

    public static void Lasso(IconPen pen)
    {
        pen.Curve(-3, 3.5f, -10, 1, -6, -7, 1, -6.5f);
        pen.Curve(1, -6.5f, 9, -6, 9, 3, 1, 3.5f);
        pen.Curve(1, 3.5f, -2, 3.8f, -5, 3, -3, 5.5f);
        pen.Curve(-3, 5.5f, -2, 7, -4, 8, -5.5f, 7.5f);
    }

    public static void Round(IconPen pen) => pen.Circle(0, 0, 6);

    public static void Square(IconPen pen) => pen.Closed(-5.5f, -5.5f, 5.5f, -5.5f, 5.5f, 5.5f, -5.5f, 5.5f);

    public static void Contiguous(IconPen pen)
    {
        pen.Filled(-7, -7, 0, 0);
        pen.Filled(-1, -4, 6, 3);
        pen.Closed(-7, 4, -3, 4, -3, 7.5f, -7, 7.5f);
    }

    public static void Corners(IconPen pen)
    {
        pen.Filled(-6.5f, -6.5f, 0, 0);
        pen.Filled(0, 0, 6.5f, 6.5f);
    }

    // A shield.
    public static void Limits(IconPen pen)
    {
        pen.Line(0, -7.5f, 6, -5, 6, 0);
        pen.Line(0, -7.5f, -6, -5, -6, 0);
        pen.Curve(6, 0, 6, 4, 3, 6, 0, 7.5f);
        pen.Curve(-6, 0, -6, 4, -3, 6, 0, 7.5f);
    }
}
