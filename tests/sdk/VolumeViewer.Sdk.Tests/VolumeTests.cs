namespace VolumeViewer.Sdk.Tests;

public class VolumeTests
{
    private static readonly VolumeShape Shape = new(4, 5, 6);

    [Fact]
    public void Indexer_OnUnequalShape_IsZYXWithXFastest()
    {
        using var volume = new Volume<ushort>(Shape);
        volume[1, 2, 3] = 7;
        Assert.Equal(7, volume.Slice(1)[(2 * 6) + 3]);
        Assert.Equal(120, Shape.VoxelCount);
    }

    [Fact]
    public void VoxelCount_Of2048Cubed_IsCountedInLong() => Assert.Equal(8_589_934_592, new VolumeShape(2048, 2048, 2048).VoxelCount);

    [Theory]
    [InlineData(0, 5, 6)]
    [InlineData(4, -1, 6)]
    [InlineData(4, 5, 0)]
    public void Shape_WithALengthBelowOne_IsRefused(int depth, int height, int width) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new VolumeShape(depth, height, width));

    [Fact]
    public void ReadSlice_AsFloat_ConvertsEveryVoxelType()
    {
        Check<byte>(200, 200);
        Check<ushort>(60000, 60000);
        Check<short>(-3000, -3000);
        Check<uint>(4_000_000_000, 4_000_000_000);
        Check<int>(-5, -5);
        Check(1.5f, 1.5f);
        Check(2.25, 2.25f);

        static void Check<T>(T value, float expected) where T : unmanaged
        {
            using var volume = new Volume<T>(Shape);
            volume[3, 4, 5] = value;
            var slice = new float[30];
            volume.ReadSlice(3, slice);
            Assert.Equal(expected, slice[^1]);
            Assert.Equal(0, slice[0]);
        }
    }

    [Fact]
    public void ReadSlice_IntoAWrongLength_IsRefused()
    {
        using var volume = new Volume<byte>(Shape);
        Assert.Throws<ArgumentException>(() => volume.ReadSlice(0, new byte[29]));
        Assert.Throws<ArgumentException>(() => volume.ReadSlice(0, new float[31]));
    }

    [Fact]
    public void Slice_AfterDispose_ThrowsAndSecondDisposeIsHarmless()
    {
        var volume = new Volume<byte>(Shape);
        volume.Dispose();
        volume.Dispose();
        Assert.Throws<ObjectDisposedException>(() => volume.Slice(0).Length);
    }

    [Fact]
    public void Load_AsFloatOrAsItself_CopiesAllSlices()
    {
        using var volume = new Volume<ushort>(Shape, new Spacing(3, 2, 1));
        for (var z = 0; z < 4; z++)
            volume.Slice(z).Fill((ushort)(z + 1));
        using var floats = volume.Load<float>();
        using var same = volume.Load<ushort>();
        Assert.Equal([1f, 2, 3, 4], Enumerable.Range(0, 4).Select(z => floats[z, 4, 5]));
        Assert.Equal([1, 2, 3, 4], Enumerable.Range(0, 4).Select(z => (int)same[z, 0, 0]));
        Assert.Equal(new Spacing(3, 2, 1), floats.Spacing);
        Assert.Throws<ArgumentException>(() => volume.Load<byte>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Spacing_ThatIsNoLength_IsRefused(double length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Spacing(1, length, 1));
}
