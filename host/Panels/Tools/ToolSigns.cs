namespace VolumeViewer.Host.Panels;

/// <summary>The icons of the tools.</summary>
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
}
