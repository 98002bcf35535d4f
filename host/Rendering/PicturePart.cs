namespace VolumeViewer.Host.Rendering;

/// <summary>A part of a picture, in its pixels from the upper left corner.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Pixels; 0 for nothing.</param>
/// <param name="Height">Pixels.</param>
internal readonly record struct PicturePart(int X, int Y, int Width, int Height)
{
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>The smallest part that holds both.</summary>
    public PicturePart With(PicturePart other)
    {
        if (IsEmpty || other.IsEmpty)
            return IsEmpty ? other : this;
        var (x, y) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        return new PicturePart(x, y, Math.Max(X + Width, other.X + other.Width) - x, Math.Max(Y + Height, other.Y + other.Height) - y);
    }
}
