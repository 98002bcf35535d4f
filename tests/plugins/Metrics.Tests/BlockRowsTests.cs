using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class BlockRowsTests
{
    [Fact]
    public void Parts_OfARow_CoverEachColumnOnceInItsBlock()
    {
        var grid = new BlockRows(new VolumeShape(96, 96, 200));
        var blocks = new int[200];
        Array.Fill(blocks, -1);
        foreach (var part in grid.Parts)
        {
            for (var bit = 0; bit < 64; bit++)
            {
                if ((part.Mask >> bit & 1) == 0)
                    continue;
                Assert.Equal(-1, blocks[(part.Word * 64) + bit]);
                blocks[(part.Word * 64) + bit] = part.Block;
            }
        }
        Assert.Equal(grid.OfX, blocks);
        Assert.Equal([66, 67, 67], blocks.GroupBy(block => block).Select(group => group.Count()).Order());
        Assert.Equal(26, grid.FirstOf(95, 95) + grid.OfX[199]);
        Assert.Equal(27, grid.Count);
    }

    [Fact]
    public void HalfWidth_OfEqualBlocks_IsThatOfTheirMean()
    {
        // Densities 1, 2, 3 have variance 1.
        Assert.Equal(4.3027 / Math.Sqrt(3), BlockRows.HalfWidth([10, 20, 30], [10, 10, 10])!.Value, 1e-4);
        Assert.Null(BlockRows.HalfWidth([1], [1]));
    }
}
