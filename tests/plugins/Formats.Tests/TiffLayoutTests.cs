using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats.Tests;

public sealed class TiffLayoutTests : TestFolder
{
    private static readonly Dictionary<string, TestTiff> Layouts = new()
    {
        ["one strip"] = new(),
        ["strips"] = new() { Bits = 16, RowsPerStrip = 2 },
        ["tiles"] = new() { Bits = 16, Tile = (16, 16) },
        ["small tiles"] = new() { Bits = 16, Tile = (2, 4), BigEndian = true },
        ["tiles, deflate"] = new() { Bits = 32, Tile = (2, 4), Compression = 8, Predictor = 2 },
        ["LZW"] = new() { Compression = 5, RowsPerStrip = 2 },
        ["LZW, predictor 2"] = new() { Bits = 16, Compression = 5, Predictor = 2 },
        ["LZW, predictor 2, big-endian"] = new() { Bits = 16, Compression = 5, Predictor = 2, BigEndian = true },
        ["PackBits"] = new() { Compression = 32773, RowsPerStrip = 3 },
        ["deflate"] = new() { Bits = 16, Compression = 8, BigEndian = true },
        ["old deflate"] = new() { Bits = 32, Compression = 32946, RowsPerStrip = 1 },
        ["deflate, predictor 2 of 32 bits, big-endian"] = new() { Bits = 32, Compression = 8, Predictor = 2, BigEndian = true },
        ["float, predictor 3"] = new() { Bits = 32, Kind = 3, Compression = 8, Predictor = 3 },
        ["float, predictor 3, big-endian"] = new() { Bits = 32, Kind = 3, Compression = 5, Predictor = 3, BigEndian = true },
        ["double, predictor 3, tiles"] = new() { Bits = 64, Kind = 3, Compression = 8, Predictor = 3, Tile = (4, 4) },
        ["half"] = new() { Bits = 16, Kind = 3, BigEndian = true },
        ["half, predictor 3"] = new() { Bits = 16, Kind = 3, Compression = 8, Predictor = 3 },
        ["BigTIFF"] = new() { Bits = 16, Big = true, RowsPerStrip = 2 },
        ["BigTIFF, big-endian, deflate"] = new() { Bits = 16, Big = true, BigEndian = true, Compression = 8 },
        ["planar with alpha"] = new() { Samples = 4, Photometric = 2, Planar = true, RowsPerStrip = 2 },
    };

    public static TheoryData<string> Names => [.. Layouts.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Open_EveryLayout_GivesTheVoxels(string name)
    {
        var layout = Layouts[name];
        // All channels alike, so that colours give exactly their grey.
        var path = layout.Write(At("volume.tif"), Voxels.Shape, (z, y, x, _) => Voxels.Small(z, y, x, 0));

        using var source = new TiffReader().Open(path);

        Assert.Equal(Voxels.Shape, source.Shape);
        Assert.Equal(Voxels.Expected(Voxels.Shape, (z, y, x) => Voxels.Small(z, y, x, 0)), Voxels.Read(source));
        Assert.Equal(Spacing.Uncalibrated, source.Spacing);
    }

    [Theory]
    [InlineData(1, 8, VoxelType.UInt8, 0, 255)]
    [InlineData(1, 16, VoxelType.UInt16, 0, 65535)]
    [InlineData(1, 32, VoxelType.UInt32, 0, 4294967295)]
    [InlineData(2, 8, VoxelType.Int16, -128, 127)]
    [InlineData(2, 16, VoxelType.Int16, -32768, 32767)]
    [InlineData(2, 32, VoxelType.Int32, -2147483648, 2147483647)]
    [InlineData(3, 16, VoxelType.Float32, -1.5, 65504)]
    [InlineData(3, 32, VoxelType.Float32, -1.5, 16777216.0)]
    [InlineData(3, 64, VoxelType.Float64, -1e-300, 1e300)]
    public void Open_EveryKindOfSample_KeepsItsExtremes(int kind, int bits, VoxelType type, double low, double high)
    {
        foreach (var bigEndian in new[] { false, true })
        {
            var path = new TestTiff { Kind = kind, Bits = bits, BigEndian = bigEndian }
                .Write(At("volume.tif"), Voxels.Shape, (z, y, x, _) => (z + y + x) % 2 == 0 ? low : high);
            using var source = new TiffReader().Open(path);
            Assert.Equal(type, source.VoxelType);
            Assert.Equal(Voxels.Expected(Voxels.Shape, (z, y, x) => (z + y + x) % 2 == 0 ? low : high), Voxels.Read(source));
        }
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 3)]
    [InlineData(false, 4)]
    [InlineData(true, 4)]
    public void Open_Colours_GivesTheirLuminance(bool planar, int samples)
    {
        double[] color = [200, 100, 50, 7];
        var path = new TestTiff { Samples = samples, Photometric = 2, Planar = planar, Compression = 5, Predictor = 2 }
            .Write(At("color.tif"), new VolumeShape(1, 5, 6), (_, _, _, channel) => color[channel]);

        using var source = new TiffReader().Open(path);

        // 0.2126 · 200 + 0.7152 · 100 + 0.0722 · 50 = 117.65
        Assert.All(Voxels.Read(source), value => Assert.Equal(118, value));
    }

    [Fact]
    public void Open_WhiteIsZero_TurnsValuesRound()
    {
        var path = new TestTiff { Bits = 16, Photometric = 0 }.Write(At("white.tif"), Voxels.Shape, Voxels.Small);
        using var source = new TiffReader().Open(path);
        Assert.Equal(Voxels.Expected(Voxels.Shape, (z, y, x) => 65535 - Voxels.Small(z, y, x, 0)), Voxels.Read(source));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 0)]
    [InlineData(4, 1)]
    [InlineData(4, 0)]
    [InlineData(4, 3)]
    public void Open_LessThanAByte_GivesTheStoredNumbers(int bits, int photometric)
    {
        var largest = (1 << bits) - 1;
        double Value(int z, int y, int x) => ((z * 5) + (y * 3) + x) & largest;
        // A width of 7 leaves bits over at the end of each row.
        var shape = new VolumeShape(2, 5, 7);
        var path = new TestTiff { Bits = bits, Photometric = photometric, Compression = 32773 }.Write(At("bits.tif"), shape, (z, y, x, _) => Value(z, y, x));
        using var source = new TiffReader().Open(path);
        Assert.Equal(Voxels.Expected(shape, (z, y, x) => photometric == 0 ? largest - Value(z, y, x) : Value(z, y, x)), Voxels.Read(source));
    }

    [Fact]
    public void Open_LzwThatFillsItsTable_GivesTheVoxels()
    {
        // Noise makes a code of nearly every byte, so the table overflows several times and all widths of codes occur.
        var noise = new byte[120 * 150];
        new Random(1).NextBytes(noise);
        var shape = new VolumeShape(1, 120, 150);
        var path = new TestTiff { Compression = 5 }.Write(At("noise.tif"), shape, (_, y, x, _) => noise[(y * 150) + x]);
        using var source = new TiffReader().Open(path);
        Assert.Equal(noise.Select(value => (double)value), Voxels.Read(source));
    }

    [Fact]
    public void Open_LzwOfOneValue_GivesTheVoxels()
    {
        var shape = new VolumeShape(1, 200, 300);
        var path = new TestTiff { Compression = 5 }.Write(At("flat.tif"), shape, (_, _, _, _) => 9);
        using var source = new TiffReader().Open(path);
        Assert.All(Voxels.Read(source), value => Assert.Equal(9, value));
    }

    [Fact]
    public void Open_Thumbnail_IsNoSlice()
    {
        var path = new TestTiff { ThumbnailPage = 2 }.Write(At("thumbnail.tif"), Voxels.Shape, Voxels.Small);
        using var source = new TiffReader().Open(path);
        Assert.Equal(3, source.Shape.Depth);
        var slice = new float[30];
        source.ReadSlice(2, slice);
        Assert.Equal(Voxels.Small(3, 0, 0, 0), slice[0]);
    }

    [Theory]
    [InlineData("strips")]
    [InlineData("tiles, deflate")]
    [InlineData("float, predictor 3, big-endian")]
    public void ReadSlice_AsFloats_GivesTheSameNumbers(string name)
    {
        var path = Layouts[name].Write(At("volume.tif"), Voxels.Shape, Voxels.Small);
        using var source = new TiffReader().Open(path);
        var slice = new float[30];
        source.ReadSlice(3, slice);
        Assert.Equal(Voxels.Read(source)[90..], slice.Select(value => (double)value));
    }
}
