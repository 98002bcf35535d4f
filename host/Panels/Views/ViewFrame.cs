using System.Numerics;

namespace VolumeViewer.Host.Panels;

/// <summary>Where a picture stands in the window, and how many of its pixels there are for one of the window.</summary>
internal readonly record struct ViewFrame(Rect Area, float Density)
{
    public int Width => Math.Max(1, (int)MathF.Round(Area.Width * Density));

    public int Height => Math.Max(1, (int)MathF.Round(Area.Height * Density));

    /// <summary>From the window into the picture.</summary>
    public Vector2 ToPicture(Vector2 window) => (window - Area.Min) * Density;

    /// <summary>From the picture into the window.</summary>
    public Vector2 ToWindow(Vector2 picture) => Area.Min + (picture / Density);

    public Vector2 ToWindow((double X, double Y) picture) => ToWindow(new Vector2((float)picture.X, (float)picture.Y));
}
