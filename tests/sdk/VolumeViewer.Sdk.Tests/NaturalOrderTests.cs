namespace VolumeViewer.Sdk.Tests;

public class NaturalOrderTests
{
    [Fact]
    public void NaturalOrder_OfNumberedSlices_CountsThem()
    {
        string[] names = ["slice 10.tif", "slice 9.tif", "Slice 2.tif", "slice 09.tif", "a.tif"];

        Assert.Equal(["a.tif", "Slice 2.tif", "slice 09.tif", "slice 9.tif", "slice 10.tif"], names.Order(NaturalOrder.Instance));
    }
}
