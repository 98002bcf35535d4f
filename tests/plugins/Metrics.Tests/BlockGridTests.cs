using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class BlockGridTests
{
    [Theory]
    [InlineData(96, 96, 96, 27)]
    [InlineData(95, 200, 200, 8)]
    [InlineData(1, 200, 200, 9)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(4, 5, 6, 8)]
    public void Count_OfAVolume_FollowsItsSides(int depth, int height, int width, int blocks) =>
        Assert.Equal(blocks, new BlockGrid(new VolumeShape(depth, height, width)).Count);

    [Fact]
    public void Parts_OfARow_CoverEachColumnOnceInItsBlock()
    {
        var grid = new BlockGrid(new VolumeShape(96, 96, 200));
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
    }

    [Fact]
    public void HalfWidth_OfDensities_LeavesThinBlocksOut()
    {
        // Densities 1, 2, 3 with variance 1; the fourth block has almost nothing in it.
        var half = BlockGrid.HalfWidth([10, 20, 30, 9], [10, 10, 10, 1]);
        Assert.Equal(4.3027 / Math.Sqrt(3), half!.Value, 1e-4);
        Assert.Null(BlockGrid.HalfWidth([1], [1]));
    }
}
