using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>A rectangle of a slice.</summary>
internal readonly record struct Tile(int Y, int X, int Height, int Width)
{
    // 66 features of so many voxels are 70 MB.
    private const int MostVoxels = 512 * 512;

    public int Length => Height * Width;

    /// <summary>Cuts slices into tiles of about equal size that are small enough for all their features to be in memory.</summary>
    public static IReadOnlyList<Tile> Cover(VolumeShape shape)
    {
        var tiles = new List<Tile>();
        var edge = (int)Math.Sqrt(MostVoxels);
        // A slice a little larger than a tile stays whole: its rim would cost more than the memory saves.
        var rows = shape.SliceLength <= MostVoxels * 3 / 2 ? 1 : (shape.Height + edge - 1) / edge;
        var columns = shape.SliceLength <= MostVoxels * 3 / 2 ? 1 : (shape.Width + edge - 1) / edge;
        for (var row = 0; row < rows; row++)
        {
            var (top, bottom) = (Cut(shape.Height, row, rows), Cut(shape.Height, row + 1, rows));
            for (var column = 0; column < columns; column++)
            {
                var (left, right) = (Cut(shape.Width, column, columns), Cut(shape.Width, column + 1, columns));
                tiles.Add(new Tile(top, left, bottom - top, right - left));
            }
        }
        return tiles;

        static int Cut(int length, int part, int parts) => (int)((long)length * part / parts);
    }

    /// <summary>What two rectangles have in common; empty where that is nothing.</summary>
    public Tile Intersect(Tile other)
    {
        var (top, left) = (Math.Max(Y, other.Y), Math.Max(X, other.X));
        return new Tile(top, left, Math.Max(0, Math.Min(Y + Height, other.Y + other.Height) - top), Math.Max(0, Math.Min(X + Width, other.X + other.Width) - left));
    }
}
