using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Projects;

public sealed class VoxelFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("a.vvoxels");

    public void Dispose() => _folder.Dispose();

    private Volume<short> Write(VolumeShape shape)
    {
        var volume = new Volume<short>(shape, new Spacing(2, 1, 0.5));
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var i = 0; i < shape.SliceLength; i++)
                volume.Slice(z)[i] = (short)((z * 1000) - (i * 7));
        }
        VoxelFile.Write(File, shape, volume.Spacing, volume.VoxelType, volume.ReadSlice);
        return volume;
    }

    [Fact]
    public void Open_OfWhatWasWritten_GivesEveryVoxelAndTheSpacing()
    {
        using var volume = Write(new VolumeShape(23, 5, 6));
        using var source = VoxelFile.Open(File);
        Assert.Equal((volume.Shape, volume.Spacing, volume.VoxelType), (source.Shape, source.Spacing, source.VoxelType));
        var (expected, actual, floats) = (new byte[60], new byte[60], new float[30]);
        for (var z = 22; z >= 0; z--)
        {
            volume.ReadSlice(z, expected);
            source.ReadSlice(z, actual);
            Assert.Equal(expected, actual);
            source.ReadSlice(z, floats);
            Assert.Equal(volume[z, 4, 5], floats[29]);
        }
    }

    [Fact]
    public void ReadSlice_OfAFileWithOneByteChanged_TellsOfTheDamage()
    {
        Write(new VolumeShape(2, 40, 40)).Dispose();
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[^20] ^= 0x40;
        System.IO.File.WriteAllBytes(File, bytes);
        using var source = VoxelFile.Open(File);
        Assert.Contains("slice 1", Assert.Throws<VolumeReadException>(() => source.ReadSlice(1, new byte[3200])).Message);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void Open_OfAFileThatWasCutOff_TellsOfIt(int length)
    {
        Write(new VolumeShape(4, 4, 4)).Dispose();
        System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(File)[..length]);
        Assert.Throws<VolumeReadException>(() => VoxelFile.Open(File));
    }

    [Fact]
    public void Write_ThatIsCancelledOrFails_LeavesTheOldFileAndNothingElse()
    {
        Write(new VolumeShape(3, 4, 4)).Dispose();
        var before = System.IO.File.ReadAllBytes(File);
        Assert.Throws<InvalidOperationException>(() => VoxelFile.Write(File, new VolumeShape(3, 4, 4), Spacing.Uncalibrated, VoxelType.UInt8,
            (z, _) => throw new InvalidOperationException($"slice {z}")));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => VoxelFile.Write(File, new VolumeShape(3, 4, 4), Spacing.Uncalibrated, VoxelType.UInt8, (_, _) => { }, null, cancelled.Token));
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
        Assert.Equal([File], Directory.GetFiles(_folder.Path));
    }
}
