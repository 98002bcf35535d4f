using VolumeViewer.Plugins.Networks;

namespace Networks.Tests;

public class ReceptiveFieldTests
{
    [Theory]
    [InlineData(3, 1, 1, 3)]
    [InlineData(5, 2, 4, 9)]
    [InlineData(1, 4, 0, 1)]
    public void Convolve_LooksAsFarAsItsKernels(int size, int times, int reach, int width)
    {
        var field = new ReceptiveField().Convolve(size, times);
        Assert.Equal((reach, width, 1), (field.Reach(), field.Width(), field.Alignment));
    }

    // A block of two is seen whole, from either of its places.
    [Fact]
    public void Pool_AndUnpool_LookAtTheirBlock()
    {
        var field = new ReceptiveField().Pool().Unpool();
        Assert.Equal((1, 2, 2), (field.Reach(), field.Width(), field.Alignment));
    }

    // Below, three blocks of two are seen. From the left place of the middle one it is 2 to the left and 3 to the right.
    [Fact]
    public void Convolve_BetweenPoolings_CountsInBlocks()
    {
        var field = new ReceptiveField().Pool().Convolve(3).Unpool();
        Assert.Equal((3, 6, 2), (field.Reach(), field.Width(), field.Alignment));
    }

    [Fact]
    public void Window_IsSeenWholeAndSetsTheAlignment()
    {
        var field = new ReceptiveField().Pool().Window(4).Unpool();
        Assert.Equal((7, 8, 8), (field.Reach(), field.Width(), field.Alignment));
        var geometry = new ReceptiveField().Pool().Window(4).Unpool().Convolve(3).Geometry(2);
        Assert.Equal((2, 8, 8), (geometry.Dimensions, geometry.Alignment, geometry.Halo));
    }

    // By the usual formula, in which each layer adds its kernel less one times the steps before it: 1 + 2·(1+2+4+8) + 1+2+4 + 2·(2·(8+4+2)+3) = 100.
    [Fact]
    public void Width_OfLrcsNet_IsThatOfItsLayers()
    {
        Assert.Equal(100, LrcsNet.Layers(3).Width());
        Assert.Equal(192, LrcsNet.Layers(5).Width());
    }
}
