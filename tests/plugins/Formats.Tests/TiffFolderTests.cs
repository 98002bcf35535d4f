using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats.Tests;

public sealed class TiffFolderTests : TestFolder
{
    private static readonly VolumeShape Slice = new(1, 5, 6);

    [Fact]
    public void Open_Folder_OrdersSlicesByTheirNumbers()
    {
        string[] names = ["s1.tif", "s2.TIF", "s09.tif", "s10.tiff", "S11.tif", "s100.tif"];
        for (var i = 0; i < names.Length; i++)
            new TestTiff { Bits = 16, Compression = i % 2 == 0 ? 1 : 8 }.Write(At(names[i]), Slice, (_, y, x, _) => (i * 100) + (y * 6) + x);
        File.WriteAllText(At("notes.txt"), "no slice");
        File.WriteAllText(At(".s3.tif"), "what some systems keep beside files");

        Assert.True(new TiffReader().CanRead(Folder));
        using var source = new TiffReader().Open(Folder);

        Assert.Equal(new VolumeShape(6, 5, 6), source.Shape);
        Assert.Equal(Voxels.Expected(source.Shape, (z, y, x) => (z * 100) + (y * 6) + x), Voxels.Read(source));
    }

    [Fact]
    public void Open_FolderOfDifferentSizes_NamesBothFiles()
    {
        new TestTiff().Write(At("1.tif"), Slice, Voxels.Small);
        new TestTiff().Write(At("2.tif"), new VolumeShape(1, 5, 7), Voxels.Small);
        AssertFails("'2.tif' has 5 × 7 voxels of type UInt8 and '1.tif' has 5 × 6 voxels of type UInt8");
    }

    [Fact]
    public void Open_FolderOfGreySlicesAndLabels_NamesBothFiles()
    {
        new TestTiff { Bits = 32, Kind = 3 }.Write(At("1.tif"), Slice, Voxels.Small);
        new TestTiff().Write(At("1_label.tif"), Slice, Voxels.Small);
        AssertFails("'1_label.tif' has 5 × 6 voxels of type UInt8 and '1.tif' has 5 × 6 voxels of type Float32");
    }

    [Fact]
    public void Open_FolderWithAVolumeInIt_NamesTheFile()
    {
        new TestTiff().Write(At("1.tif"), Slice, Voxels.Small);
        new TestTiff().Write(At("2.tif"), Voxels.Shape, Voxels.Small);
        AssertFails("2.tif' cannot be read: it has 4 pages");
    }

    [Fact]
    public void Open_FolderOfOneVolume_GivesTheVolume()
    {
        new TestTiff().Write(At("volume.tif"), Voxels.Shape, Voxels.Small);
        using var source = new TiffReader().Open(Folder);
        Assert.Equal(Voxels.Shape, source.Shape);
    }

    [Fact]
    public void Open_FolderWithADamagedFile_NamesIt()
    {
        for (var i = 0; i < 5; i++)
            new TestTiff().Write(At($"{i}.tif"), Slice, Voxels.Small);
        File.WriteAllText(At("3.tif"), "not a TIFF file");
        AssertFails("3.tif' cannot be read: it is not a TIFF file");
    }

    [Fact]
    public void Open_EmptyFolder_SaysSo()
    {
        Assert.False(new TiffReader().CanRead(Folder));
        AssertFails("holds no .tif");
    }

    [Fact]
    public void ReadSlice_AfterDispose_IsRefused()
    {
        new TestTiff().Write(At("1.tif"), Slice, Voxels.Small);
        new TestTiff().Write(At("2.tif"), Slice, Voxels.Small);
        var source = new TiffReader().Open(Folder);
        source.Dispose();
        source.Dispose();
        Assert.Throws<ObjectDisposedException>(() => source.ReadSlice(0, new byte[30]));
    }

    private void AssertFails(string expected)
    {
        var error = Assert.Throws<VolumeReadException>(() => new TiffReader().Open(Folder));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
