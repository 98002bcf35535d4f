using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats.Tests;

public sealed class TiffSourceTests : TestFolder
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    public void ReadSlice_FromManyThreads_GivesTheVoxels(int compression)
    {
        var shape = new VolumeShape(6, 40, 50);
        double Value(int z, int y, int x) => (z * 8000) + (y * 50) + x;
        var layout = new TestTiff { Bits = 16, Compression = compression, RowsPerStrip = 7, BigEndian = true };
        var path = layout.Write(At("volume.tif"), shape, (z, y, x, _) => Value(z, y, x));
        using var source = new TiffReader().Open(path);
        Parallel.For(0, 600, i =>
        {
            var slice = new float[shape.SliceLength];
            source.ReadSlice(i % 6, slice);
            Assert.Equal(Voxels.Expected(new VolumeShape(1, 40, 50), (_, y, x) => Value(i % 6, y, x)), slice.Select(value => (double)value));
        });
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(5, 20)]
    [InlineData(32773, 20)]
    // The packer of the system takes a small object of its own per strip.
    [InlineData(8, 500)]
    public void ReadSlice_OfManyStrips_TakesItsBuffersFromThePool(int compression, int bytesPerStrip)
    {
        var shape = new VolumeShape(1, 200, 400);
        var path = new TestTiff { Bits = 16, Compression = compression, RowsPerStrip = 1 }.Write(At("strips.tif"), shape, (_, y, x, _) => y * x % 65536);
        using var source = new TiffReader().Open(path);
        var slice = new byte[shape.SliceLength * 2];
        for (var warmUp = 0; warmUp < 3; warmUp++)
            source.ReadSlice(0, slice);
        var before = GC.GetAllocatedBytesForCurrentThread();
        source.ReadSlice(0, slice);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200 * bytesPerStrip);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void ReadSlice_AfterDispose_IsRefused(int compression)
    {
        var source = new TiffReader().Open(new TestTiff { Compression = compression }.Write(At("volume.tif"), Voxels.Shape, Voxels.Small));
        source.Dispose();
        source.Dispose();
        Assert.Throws<ObjectDisposedException>(() => source.ReadSlice(0, new byte[30]));
    }

    [Fact]
    public void ReadSlice_WrongArguments_AreRefused()
    {
        using var source = new TiffReader().Open(new TestTiff().Write(At("volume.tif"), Voxels.Shape, Voxels.Small));
        Assert.Throws<ArgumentOutOfRangeException>(() => source.ReadSlice(4, new byte[30]));
        Assert.Throws<ArgumentOutOfRangeException>(() => source.ReadSlice(-1, new float[30]));
        Assert.Throws<ArgumentException>(() => source.ReadSlice(0, new byte[31]));
        Assert.Throws<ArgumentException>(() => source.ReadSlice(0, new float[29]));
    }

    [Fact]
    public void Open_FileThatIsBeingRead_CanBeReadByOthers()
    {
        var path = new TestTiff().Write(At("volume.tif"), Voxels.Shape, Voxels.Small);
        using var source = new TiffReader().Open(path);
        using var other = new TiffReader().Open(path);
        Assert.Equal(Voxels.Read(source), Voxels.Read(other));
        Assert.NotEmpty(File.ReadAllBytes(path));
    }

    [Fact]
    public void Open_Cancelled_Stops()
    {
        var path = new TestTiff().Write(At("volume.tif"), Voxels.Shape, Voxels.Small);
        Assert.Throws<OperationCanceledException>(() => new TiffReader().Open(path, new CancellationToken(canceled: true)));
    }
}
