using System.Numerics;

namespace VolumeViewer.Host.Panels;

/// <summary>Where the parts of the window stand.</summary>
internal readonly record struct ShellLayout(Rect Left, Rect Center, Rect Right, Rect Status)
{
    /// <summary>Widths of the side panels before scaling, as the user dragged them.</summary>
    public const float LeastSide = 230, MostSide = 620;

    // What the views keep at least, however wide the panels were dragged: pixels before scaling, and a share of the window.
    private const float LeastCenter = 320, LeastCenterShare = 0.48f;

    /// <param name="window">Size of the window.</param>
    /// <param name="top">Height of the menu bar.</param>
    /// <param name="bottom">Height of the status bar.</param>
    /// <param name="leftWidth">Wanted width of the layers' panel.</param>
    /// <param name="rightWidth">Wanted width of the side panel; 0 hides it.</param>
    /// <param name="scale">Pixels of one unit of the design.</param>
    public static ShellLayout Of(Vector2 window, float top, float bottom, float leftWidth, float rightWidth, float scale)
    {
        var height = Math.Max(1, window.Y - top - bottom);
        var left = Clamp(leftWidth);
        var right = rightWidth > 0 ? Clamp(rightWidth) : 0;
        var missing = Math.Max(LeastCenter * scale, window.X * LeastCenterShare) - (window.X - left - right);
        if (missing > 0)
        {
            var share = left + right > 0 ? missing / (left + right) : 0;
            left = MathF.Floor(Math.Max(LeastSide * 0.7f * scale, left * (1 - share)));
            right = right > 0 ? MathF.Floor(Math.Max(LeastSide * 0.7f * scale, right * (1 - share))) : 0;
        }
        var center = Math.Max(1, window.X - left - right);
        return new ShellLayout(
            Rect.At(0, top, left, height),
            Rect.At(left, top, center, height),
            Rect.At(left + center, top, right, height),
            Rect.At(0, top + height, window.X, bottom));

        float Clamp(float wanted) => MathF.Floor(Math.Clamp(wanted, LeastSide, MostSide) * scale);
    }
}
