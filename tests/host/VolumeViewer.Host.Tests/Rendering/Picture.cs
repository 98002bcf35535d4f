using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>Pixels as RGBA, the top row first.</summary>
internal sealed record Picture(byte[] Rgba, int Width, int Height)
{
    public Rgba this[int x, int y]
    {
        get
        {
            var at = ((y * Width) + x) * 4;
            return new Rgba(Rgba[at], Rgba[at + 1], Rgba[at + 2], Rgba[at + 3]);
        }
    }

    /// <summary>The middle of the pixels of a kind, and how many there are.</summary>
    public (Vector2 Middle, int Count) Find(Func<Rgba, bool> isIt) => FindWithin(0, 0, Width, Height, isIt);

    /// <summary>The same within a part of the picture.</summary>
    public (Vector2 Middle, int Count) FindWithin(int left, int top, int width, int height, Func<Rgba, bool> isIt)
    {
        var (sum, count) = (Vector2.Zero, 0);
        for (var y = top; y < top + height; y++)
        {
            for (var x = left; x < left + width; x++)
            {
                if (isIt(this[x, y]))
                    (sum, count) = (sum + new Vector2(x + 0.5f, y + 0.5f), count + 1);
            }
        }
        return (count > 0 ? sum / count : Vector2.Zero, count);
    }
}
