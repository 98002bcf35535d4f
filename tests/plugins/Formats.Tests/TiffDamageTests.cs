using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats.Tests;

public sealed class TiffDamageTests : TestFolder
{
    private static readonly TestTiff[] FuzzedLayouts =
    [
        new() { Bits = 16, RowsPerStrip = 2, Description = "ImageJ=1.53t\nimages=4\nslices=4\nunit=micron\nspacing=2\n", Resolution = (5, 2) },
        new() { OneDirectory = true, Description = "ImageJ=1.53t\nimages=4\nslices=4\n" },
        new() { Bits = 16, Compression = 5, Predictor = 2, BigEndian = true },
        new() { Compression = 8, Samples = 3, Photometric = 2, Tile = (2, 4), Planar = true },
        new() { Bits = 32, Kind = 3, Compression = 8, Predictor = 3, Big = true },
        new() { Compression = 32773, Samples = 4, Photometric = 2 },
        new() { Bits = 1, Photometric = 0, Compression = 5 },
    ];

    [Theory]
    [InlineData("Grey values of a tomogram", "begins with \"Grey\"")]
    [InlineData("", "it is empty")]
    [InlineData("II*", "only 3 bytes")]
    [InlineData("II\u0001\u0000abcdefgh", "version after the byte order is 1")]
    public void Open_WhatIsNoTiff_SaysWhatItIs(string content, string expected)
    {
        File.WriteAllText(At("text.tif"), content);
        AssertFails(At("text.tif"), expected);
    }

    [Fact]
    public void Open_MissingFile_SaysSo() => AssertFails(At("nowhere.tif"), "no such file");

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void Open_FileCutOffAnywhere_IsRefusedAtOnce(int layout)
    {
        // Without resolution, whose values come last and are not needed.
        var whole = (FuzzedLayouts[layout] with { Resolution = null }).Build(Voxels.Shape, Voxels.Small);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(At("cut.tif"), whole[..length]);
            Assert.Throws<VolumeReadException>(() => new TiffReader().Open(At("cut.tif")));
        }
    }

    [Fact]
    public void Open_StripBehindTheEnd_NamesPageAndPlace()
    {
        var path = new TestTiff { Overrides = { [273] = 90000 } }.Write(At("strip.tif"), Voxels.Shape, Voxels.Small);
        AssertFails(path, "page 1: strip 0 has 30 bytes at byte 90000, but the file ends at byte");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Open_PagesInACircle_IsRefused(int page)
    {
        var path = new TestTiff { LinkLastPageTo = page }.Write(At("circle.tif"), Voxels.Shape, Voxels.Small);
        AssertFails(path, "run in a circle");
    }

    [Theory]
    [InlineData(256, 0, "ImageWidth (256) is 0")]
    [InlineData(256, 4294967295, "ImageWidth (256) is 4294967295")]
    [InlineData(257, 2147483647, "more than the")]
    [InlineData(257, 100000000, "20000000 strips, more than the file has bytes")]
    [InlineData(256, 100000, "strip 0 at byte 8 has 30 bytes, too few for its 500000 bytes")]
    [InlineData(259, 7, "Compression (259) is 7 (JPEG)")]
    [InlineData(259, 50000, "Compression (259) is 50000 (Zstandard)")]
    [InlineData(259, 8, "")]
    [InlineData(262, 6, "PhotometricInterpretation (262) is 6")]
    [InlineData(258, 12, "12 bits")]
    [InlineData(258, 64, "64 bits")]
    [InlineData(339, 6, "complex")]
    [InlineData(278, 0, "RowsPerStrip (278) is 0")]
    [InlineData(278, 1, "StripOffsets (273) has 1 values where 5 are needed")]
    [InlineData(279, 7, "has 7 bytes, too few")]
    [InlineData(284, 3, "PlanarConfiguration (284) is 3")]
    [InlineData(277, 2, "2 channels")]
    public void Open_TagThatCannotBe_NamesTagAndValue(int tag, long value, string expected)
    {
        var path = new TestTiff { Overrides = { [tag] = value } }.Write(At("tag.tif"), Voxels.Shape, Voxels.Small);
        var error = Assert.Throws<VolumeReadException>(() =>
        {
            using var source = new TiffReader().Open(path);
            Voxels.Read(source);
        });
        Assert.Contains("page 1", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "Lzw", 40)]
    [InlineData(8, "Deflate", 40)]
    // Nearly all bytes mean something to PackBits; 128 alone is nothing.
    [InlineData(32773, "PackBits", 3000)]
    public void ReadSlice_DamagedData_NamesPageAndStrip(int compression, string name, int count)
    {
        var bytes = new TestTiff { Compression = compression }.Build(new VolumeShape(1, 50, 60), (_, y, x, _) => (y * 3) + x);
        bytes.AsSpan(8, count).Fill(0x80);
        File.WriteAllBytes(At("damaged.tif"), bytes);
        using var source = new TiffReader().Open(At("damaged.tif"));
        var error = Assert.Throws<VolumeReadException>(() => Voxels.Read(source));
        Assert.Contains($"page 1: the {name} data of strip 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadSlice_DeflateThatAsksForADictionary_IsRefused()
    {
        var bytes = new TestTiff { Compression = 8 }.Build(new VolumeShape(1, 50, 60), Voxels.Small);
        (bytes[8], bytes[9]) = (0x78, 0x20);
        File.WriteAllBytes(At("dictionary.tif"), bytes);
        using var source = new TiffReader().Open(At("dictionary.tif"));
        Assert.Throws<VolumeReadException>(() => source.ReadSlice(0, new byte[3000]));
    }

    [Fact]
    public void ReadSlice_FileCutOffAfterItWasOpened_Fails()
    {
        // On systems that lock files the cutting fails already, and then there is nothing to see.
        var path = new TestTiff { Bits = 16 }.Write(At("volume.tif"), new VolumeShape(4, 100, 100), Voxels.Small);
        using var source = new TiffReader().Open(path);
        if (OperatingSystem.IsWindows())
            return;
        using (var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite }))
            file.SetLength(1000);
        Assert.Throws<VolumeReadException>(() => source.ReadSlice(3, new byte[20000]));
    }

    [Fact]
    public void Open_RandomDamage_GivesVoxelsOrAnExceptionForTheUser()
    {
        var random = new Random(7);
        var outcomes = (Read: 0, Refused: 0);
        var files = FuzzedLayouts.Select(layout => layout.Build(Voxels.Shape, Voxels.Small)).ToArray();
        for (var round = 0; round < 4000; round++)
        {
            byte[] bytes = [.. files[round % files.Length]];
            for (var flips = random.Next(1, 6); flips > 0; flips--)
                bytes[random.Next(bytes.Length)] = random.Next(3) switch { 0 => 0xFF, 1 => 0, _ => (byte)random.Next(256) };
            if (random.Next(4) == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            File.WriteAllBytes(At("fuzz.tif"), bytes);
            try
            {
                using var source = new TiffReader().Open(At("fuzz.tif"));
                Assert.InRange((long)source.Shape.SliceLength * source.VoxelType.ByteSize(), 1, bytes.Length * 4096L * 4);
                var slice = new byte[source.Shape.SliceLength * source.VoxelType.ByteSize()];
                for (var z = 0; z < source.Shape.Depth; z++)
                    source.ReadSlice(z, slice);
                outcomes.Read++;
            }
            catch (UserException)
            {
                outcomes.Refused++;
            }
        }
        // Both must happen often, or the damage was of no use as a test.
        Assert.True(outcomes is { Read: > 400, Refused: > 400 }, outcomes.ToString());
    }

    private static void AssertFails(string path, string expected)
    {
        var error = Assert.Throws<VolumeReadException>(() => new TiffReader().Open(path));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(path, error.Path);
    }
}
