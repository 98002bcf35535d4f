using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A rectangle of a picture, in pixels from its upper left corner, and the side of a comparison that shows there.</summary>
internal readonly record struct ComparisonTile(int X, int Y, int Width, int Height, int Side)
{
    /// <summary>The tiles of a picture that shows both sides in one place, without gap or overlap.</summary>
    /// <param name="comparison">How they share it.</param>
    /// <param name="width">Of the picture.</param>
    /// <param name="height">Of the picture.</param>
    /// <param name="density">Pixels of the picture for one of the comparison's fields.</param>
    /// <param name="flickers">For flicker: the side whose turn it is.</param>
    public static IReadOnlyList<ComparisonTile> Of(Comparison comparison, int width, int height, float density = 1, int flickers = 0)
    {
        switch (comparison.Mode)
        {
            case ComparisonMode.Swipe:
                var divider = DividerOf(comparison, width);
                return [.. new ComparisonTile[] { new(0, 0, divider, height, 0), new(divider, 0, width - divider, height, 1) }.Where(tile => tile.Width > 0)];
            case ComparisonMode.Checkerboard:
                var field = Math.Max(1, (int)MathF.Round(comparison.FieldPixels * density));
                var tiles = new List<ComparisonTile>();
                for (var y = 0; y < height; y += field)
                {
                    for (var x = 0; x < width; x += field)
                        tiles.Add(new ComparisonTile(x, y, Math.Min(field, width - x), Math.Min(field, height - y), ((x / field) + (y / field)) & 1));
                }
                return tiles;
            default:
                return [new ComparisonTile(0, 0, width, height, flickers)];
        }
    }

    /// <summary>The first column right of a swipe's divider.</summary>
    public static int DividerOf(Comparison comparison, int width) => (int)MathF.Round(comparison.Position * width);
}
