using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>How far every block of a grid is from what is seen.</summary>
internal static class EmptyBlocks
{
    /// <summary>The farthest distance that is told.</summary>
    public const int Farthest = 32;

    /// <summary>
    /// Chessboard distances to the nearest seen block, in blocks: 0 for a seen one, 1 beside it. By two passes over the grid, each over half of the 26
    /// neighbours (Rosenfeld and Pfaltz 1968), which is exact for this distance.
    /// </summary>
    /// <param name="blocks">Of the grid.</param>
    /// <param name="isSeen">Whether a block is seen, by its number in the order (z, y, x).</param>
    /// <returns>The distances, and the share of the blocks that are not seen.</returns>
    public static (byte[] Distances, double EmptyShare) Measure(VolumeShape blocks, Func<int, bool> isSeen)
    {
        var distances = new byte[blocks.VoxelCount];
        var empty = 0;
        for (var block = 0; block < distances.Length; block++)
        {
            var seen = isSeen(block);
            distances[block] = (byte)(seen ? 0 : Farthest);
            empty += seen ? 0 : 1;
        }
        if (empty > 0)
        {
            Pass(blocks, distances, 1);
            Pass(blocks, distances, -1);
        }
        return (distances, (double)empty / distances.Length);
    }

    private static void Pass(VolumeShape blocks, byte[] distances, int way)
    {
        var (depth, height, width) = (blocks.Depth, blocks.Height, blocks.Width);
        for (var i = 0; i < distances.Length; i++)
        {
            var at = way > 0 ? i : distances.Length - 1 - i;
            if (distances[at] == 0)
                continue;
            var (z, y, x) = (at / (height * width), at / width % height, at % width);
            int nearest = distances[at];
            // The neighbours that this pass has been at already.
            for (var k = -1; k <= 0; k++)
            {
                for (var j = -1; j <= (k < 0 ? 1 : 0); j++)
                {
                    for (var h = -1; h <= (k < 0 || j < 0 ? 1 : -1); h++)
                    {
                        var (nz, ny, nx) = (z + (k * way), y + (j * way), x + (h * way));
                        if (nz >= 0 && nz < depth && ny >= 0 && ny < height && nx >= 0 && nx < width)
                            nearest = Math.Min(nearest, distances[(((nz * height) + ny) * width) + nx] + 1);
                    }
                }
            }
            distances[at] = (byte)nearest;
        }
    }
}
