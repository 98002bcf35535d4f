using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>The signs on buttons.</summary>
internal enum Icon
{
    Eye,
    EyeOff,
    Trash,
    Up,
    Down,
    Close,
    Reset,
    Enlarge,
    Reduce,
    Image,
    Labels,
    Folder,
    File,
    Check,
    Warning,
    Copy,
    Cross,
    Brush,
    Eraser,
    Flip,
    Surface,
    Points,
    Invert,
}

/// <summary>Draws signs from lines, so that they are sharp at every scale and no font of icons is needed.</summary>
internal static class Icons
{
    public static void Draw(ImDrawListPtr draw, Icon icon, Rect box, uint color)
    {
        // All signs are drawn in a square of 16 units around the middle of the box.
        var unit = MathF.Min(box.Width, box.Height) / 26;
        var thick = MathF.Max(1.2f, 1.5f * unit);
        Vector2 At(float x, float y) => box.Center + (new Vector2(x, y) * unit);
        void Line(params ReadOnlySpan<Vector2> points) => Stroke(draw, points, color, ImDrawFlags.None, thick);
        void Closed(params ReadOnlySpan<Vector2> points) => Stroke(draw, points, color, ImDrawFlags.Closed, thick);

        switch (icon)
        {
            case Icon.Eye:
            case Icon.EyeOff:
                draw.AddBezierCubic(At(-8, 0), At(-4, -6.5f), At(4, -6.5f), At(8, 0), color, thick);
                draw.AddBezierCubic(At(-8, 0), At(-4, 6.5f), At(4, 6.5f), At(8, 0), color, thick);
                if (icon == Icon.Eye)
                    draw.AddCircleFilled(At(0, 0), 2.6f * unit, color);
                else
                    Line(At(-7, 6), At(7, -6));
                break;
            case Icon.Trash:
                Line(At(-6, -5), At(6, -5));
                Line(At(-2, -5), At(-2, -7.5f), At(2, -7.5f), At(2, -5));
                Line(At(-4.6f, -5), At(-3.8f, 7), At(3.8f, 7), At(4.6f, -5));
                break;
            case Icon.Up:
                Line(At(-5, 2.5f), At(0, -2.5f), At(5, 2.5f));
                break;
            case Icon.Down:
                Line(At(-5, -2.5f), At(0, 2.5f), At(5, -2.5f));
                break;
            case Icon.Close:
                Line(At(-5, -5), At(5, 5));
                Line(At(-5, 5), At(5, -5));
                break;
            case Icon.Reset:
                draw.PathArcTo(At(0, 0), 6 * unit, -2.2f, 2.9f);
                draw.PathStroke(color, ImDrawFlags.None, thick);
                Line(At(-3.6f, -8.6f), At(-3.6f, -4.6f), At(0.4f, -4.6f));
                break;
            case Icon.Enlarge:
                Line(At(1.5f, -6.5f), At(6.5f, -6.5f), At(6.5f, -1.5f));
                Line(At(-1.5f, 6.5f), At(-6.5f, 6.5f), At(-6.5f, 1.5f));
                Line(At(6.5f, -6.5f), At(1.5f, -1.5f));
                Line(At(-6.5f, 6.5f), At(-1.5f, 1.5f));
                break;
            case Icon.Reduce:
                Line(At(1.5f, -6.5f), At(1.5f, -1.5f), At(6.5f, -1.5f));
                Line(At(-1.5f, 6.5f), At(-1.5f, 1.5f), At(-6.5f, 1.5f));
                Line(At(6.5f, -6.5f), At(1.5f, -1.5f));
                Line(At(-6.5f, 6.5f), At(-1.5f, 1.5f));
                break;
            case Icon.Image:
                Closed(At(-7, -6), At(7, -6), At(7, 6), At(-7, 6));
                Line(At(-7, 4), At(-2, -1), At(2, 3), At(4, 1), At(7, 4));
                draw.AddCircleFilled(At(3.4f, -2.6f), 1.5f * unit, color);
                break;
            case Icon.Labels:
                draw.AddRectFilled(At(-7, -7), At(-1, -1), color, unit);
                draw.AddRect(At(1, -7), At(7, -1), color, unit, ImDrawFlags.None, thick);
                draw.AddRect(At(-7, 1), At(-1, 7), color, unit, ImDrawFlags.None, thick);
                draw.AddRectFilled(At(1, 1), At(7, 7), color, unit);
                break;
            case Icon.Folder:
                Closed(At(-7.5f, -5.5f), At(-2.5f, -5.5f), At(-0.5f, -3), At(7.5f, -3), At(7.5f, 6), At(-7.5f, 6));
                break;
            case Icon.File:
                Closed(At(-5, -7.5f), At(2, -7.5f), At(5, -4.5f), At(5, 7.5f), At(-5, 7.5f));
                break;
            case Icon.Check:
                Line(At(-6, 0.5f), At(-2, 4.5f), At(6, -4.5f));
                break;
            case Icon.Warning:
                Closed(At(0, -7), At(8, 6.5f), At(-8, 6.5f));
                Line(At(0, -2.5f), At(0, 2));
                draw.AddCircleFilled(At(0, 4.3f), thick * 0.7f, color);
                break;
            case Icon.Cross:
                Line(At(0, -7.5f), At(0, -2.5f));
                Line(At(0, 2.5f), At(0, 7.5f));
                Line(At(-7.5f, 0), At(-2.5f, 0));
                Line(At(2.5f, 0), At(7.5f, 0));
                break;
            case Icon.Brush:
                Line(At(7, -7), At(-0.5f, 0.5f));
                Closed(At(-1.5f, -1.5f), At(1.5f, 1.5f), At(-1, 5), At(-7, 7), At(-5, 1));
                break;
            case Icon.Eraser:
                Closed(At(-7, 2), At(2, -7), At(7, -2), At(-2, 7));
                Line(At(-2.5f, -2.5f), At(2.5f, 2.5f));
                break;
            case Icon.Surface:
                Closed(At(0, -7), At(7, 5), At(-7, 5));
                Line(At(-3.5f, -1), At(3.5f, -1), At(0, 5), At(-3.5f, -1));
                break;
            case Icon.Points:
                draw.AddCircleFilled(At(-4.5f, 3.5f), 2.4f * unit, color);
                draw.AddCircleFilled(At(4.5f, 4), 2.4f * unit, color);
                draw.AddCircleFilled(At(0.5f, -4.5f), 2.4f * unit, color);
                break;
            case Icon.Flip:
                Line(At(0, -8), At(0, 8));
                Closed(At(-2.5f, -5), At(-2.5f, 5), At(-8, 5));
                draw.AddTriangleFilled(At(2.5f, -5), At(8, 5), At(2.5f, 5), color);
                break;
            case Icon.Invert:
                draw.AddCircle(At(0, 0), 6.5f * unit, color, 24, thick);
                draw.PathArcTo(At(0, 0), 6.5f * unit, -MathF.PI / 2, MathF.PI / 2);
                draw.PathFillConvex(color);
                break;
            case Icon.Copy:
                Closed(At(-3, -3), At(6.5f, -3), At(6.5f, 6.5f), At(-3, 6.5f));
                Line(At(-3, 3), At(-6.5f, 3), At(-6.5f, -6.5f), At(3, -6.5f), At(3, -3));
                break;
        }
    }

    private static void Stroke(ImDrawListPtr draw, ReadOnlySpan<Vector2> points, uint color, ImDrawFlags flags, float thickness)
    {
        foreach (var point in points)
            draw.PathLineTo(point);
        draw.PathStroke(color, flags, thickness);
    }
}
