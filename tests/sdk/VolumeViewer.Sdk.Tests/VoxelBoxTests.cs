namespace VolumeViewer.Sdk.Tests;

public class VoxelBoxTests
{
    private static readonly VoxelBox One = new(2, 3, 4, 5, 6, 7);

    [Fact]
    public void Union_OfBoxesApart_IsTheSmallestThatHoldsBoth()
    {
        var other = new VoxelBox(0, 20, 5, 1, 2, 3);
        Assert.Equal(new VoxelBox(0, 3, 4, 7, 19, 7), One.Union(other));
        Assert.Equal(One.Union(other), other.Union(One));
        Assert.True(One.Union(other).Contains(One));
    }

    [Theory]
    [InlineData(7, 3, 4, false)]
    [InlineData(6, 8, 10, true)]
    [InlineData(2, 9, 4, false)]
    [InlineData(2, 3, 11, false)]
    public void Intersection_IsThereWhereAVoxelIsInBoth(int z, int y, int x, bool isThere) =>
        Assert.Equal(isThere ? new VoxelBox(z, y, x, 1, 1, 1) : null, One.Intersection(new VoxelBox(z, y, x, 9, 9, 9)));

    [Fact]
    public void Contains_NeedsEveryVoxel()
    {
        Assert.True(One.Contains(One));
        Assert.True(One.Contains(new VoxelBox(6, 8, 10, 1, 1, 1)));
        Assert.False(One.Contains(new VoxelBox(6, 8, 10, 1, 1, 2)));
        Assert.False(new VoxelBox(6, 8, 10, 1, 1, 1).Contains(One));
    }
}
