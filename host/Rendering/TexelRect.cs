namespace VolumeViewer.Host.Rendering;

/// <summary>A part of a slice of a texture, in its voxels.</summary>
/// <param name="X">The first column.</param>
/// <param name="Y">The first row.</param>
/// <param name="Width">Columns; 0 for nothing.</param>
/// <param name="Height">Rows.</param>
internal readonly record struct TexelRect(int X, int Y, int Width, int Height)
{
    public int Count => Width * Height;

    public bool IsEmpty => Count == 0;

    /// <summary>The smallest part that holds both.</summary>
    public TexelRect With(TexelRect other)
    {
        if (IsEmpty)
            return other;
        if (other.IsEmpty)
            return this;
        var (x, y) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        return new TexelRect(x, y, Math.Max(X + Width, other.X + other.Width) - x, Math.Max(Y + Height, other.Y + other.Height) - y);
    }

    /// <summary>The part with so many voxels more on every side, cut to the slice.</summary>
    public TexelRect Wider(int by, int width, int height)
    {
        var (x, y) = (Math.Max(0, X - by), Math.Max(0, Y - by));
        return new TexelRect(x, y, Math.Min(width, X + Width + by) - x, Math.Min(height, Y + Height + by) - y);
    }
}
