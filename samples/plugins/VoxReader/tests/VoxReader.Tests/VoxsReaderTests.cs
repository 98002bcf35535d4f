using VolumeViewer.Sdk;

namespace VoxReader.Tests;

public sealed class VoxsReaderTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.voxs");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(1, VoxelType.UInt8)]
    [InlineData(2, VoxelType.UInt16)]
    public void Open_ReadsShapeSpacingAndVoxels(int bytesPerVoxel, VoxelType type)
    {
        File.WriteAllBytes(_path, VoxFile.Make(new VolumeShape(2, 3, 4), bytesPerVoxel, new Spacing(0.5, 0.25, 0.125)));
        using var source = new VoxsReader().Open(_path);
        Assert.Equal((new VolumeShape(2, 3, 4), type, new Spacing(0.5, 0.25, 0.125)), (source.Shape, source.VoxelType, source.Spacing));
        var slice = new float[12];
        source.ReadSlice(1, slice);
        Assert.Equal(Enumerable.Range(12, 12).Select(voxel => (float)(voxel * (bytesPerVoxel == 1 ? 1 : 257))), slice);
    }

    [Fact]
    public void Open_WithoutSpacing_IsUncalibrated()
    {
        File.WriteAllBytes(_path, VoxFile.Make(new VolumeShape(1, 1, 1), 1, spacing: null));
        using var source = new VoxsReader().Open(_path);
        Assert.False(source.Spacing.IsCalibrated);
    }

    public static TheoryData<int, byte[], string> Damage => new()
    {
        { 0, "PNG "u8.ToArray(), "does not begin with the letters VOXS" },
        { 4, [7], "version 7 (at byte 4)" },
        { 8, [3], "3 bytes (at byte 8)" },
        { 12, [0, 0, 0, 0], "0 voxels along Z (at byte 12)" },
        { 20, [255, 255, 255, 255], "-1 voxels along X (at byte 20)" },
        { 16, [0, 0, 0, 127, 0, 0, 0, 127], "(at byte 16) is larger than can be read" },
        { 47, [0xC0], "the spacing along X" },
        { 12, [9], "ends in slice 2" },
        { 12, [1], "12 bytes follow the last voxel, from byte 60 on" },
    };

    [Theory]
    [MemberData(nameof(Damage))]
    public void Open_ADamagedFile_SaysWhatIsWrongAndWhere(int at, byte[] bytes, string expected)
    {
        var file = VoxFile.Make(new VolumeShape(2, 3, 4), 1, new Spacing(1, 1, 1));
        bytes.CopyTo(file, at);
        File.WriteAllBytes(_path, file);
        Assert.Contains(expected, Assert.Throws<VolumeReadException>(() => new VoxsReader().Open(_path)).Message);
    }

    [Theory]
    [InlineData(0, "letters VOXS")]
    [InlineData(20, "ends after 20 bytes")]
    public void Open_ATruncatedHeader_SaysSo(int length, string expected)
    {
        File.WriteAllBytes(_path, VoxFile.Make(new VolumeShape(2, 3, 4), 1, new Spacing(1, 1, 1))[..length]);
        Assert.Contains(expected, Assert.Throws<VolumeReadException>(() => new VoxsReader().Open(_path)).Message);
    }
}
