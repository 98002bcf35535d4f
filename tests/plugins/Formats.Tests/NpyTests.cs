using System.Text;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats.Tests;

public sealed class NpyTests : TestFolder
{
    public static TheoryData<VoxelType> Types => [.. Enum.GetValues<VoxelType>()];

    [Theory, MemberData(nameof(Types))]
    public void Write_EveryType_ComesBack(VoxelType type)
    {
        using var volume = Voxels.Make(type, Voxels.Shape);
        new NpyWriter().Write(volume, At("volume.npy"));
        using var source = new NpyReader().Open(At("volume.npy"));
        Assert.Equal(type, source.VoxelType);
        Assert.Equal(Voxels.Shape, source.Shape);
        Assert.Equal(Voxels.Read(volume), Voxels.Read(source));
        var floats = new float[30];
        source.ReadSlice(3, floats);
        Assert.Equal(Voxels.Read(volume)[90..].Select(value => (float)value), floats);
    }

    [Fact]
    public void Write_Header_IsAsNumPyHasIt()
    {
        using var volume = Voxels.Make(VoxelType.UInt16, Voxels.Shape);
        new NpyWriter().Write(volume, At("volume.npy"));
        var bytes = File.ReadAllBytes(At("volume.npy"));
        Assert.Equal([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, 118, 0], bytes[..10]);
        Assert.Equal("{'descr': '<u2', 'fortran_order': False, 'shape': (4, 5, 6), }", Encoding.ASCII.GetString(bytes, 10, 118).TrimEnd());
        Assert.Equal((byte)'\n', bytes[127]);
        Assert.Equal(128 + (120 * 2), bytes.Length);
    }

    [Theory]
    [InlineData("{'descr': '>i2', 'fortran_order': False, 'shape': (2, 1, 3), }", 2)]
    [InlineData("{'descr': '>i2', 'fortran_order': False, 'shape': (2, 3), }", 1)]
    public void Open_BigEndian_GivesTheVoxels(string header, int depth)
    {
        WriteRaw(header, 1, [0xFF, 0xFE, 0, 1, 0, 2, 0, 3, 1, 0, 0x80, 0]);
        using var source = new NpyReader().Open(At("raw.npy"));
        Assert.Equal(depth, source.Shape.Depth);
        Assert.Equal([-2, 1, 2, 3, 256, -32768], Voxels.Read(source));
    }

    [Theory]
    [InlineData("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 1, 3), }", "Fortran")]
    [InlineData("{'descr': '<i8', 'fortran_order': False, 'shape': (2, 1, 3), }", "'<i8'")]
    [InlineData("{'descr': [('a', '<i8')], 'fortran_order': False, 'shape': (2, 1, 3), }", "no simple data type")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }", "(3)")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 0, 3), }", "(2, 0, 3)")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 2, 3), }", "need 12 bytes")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647, 40000, 50000), }", "a volume has the shape")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647, 4000, 5000), }", "cut off")]
    [InlineData("{'descr': '<f8', 'fortran_order': False }", "no shape")]
    public void Open_WhatIsNoVolume_SaysWhy(string header, string expected)
    {
        WriteRaw(header, 2, new byte[6]);
        var error = Assert.Throws<VolumeReadException>(() => new NpyReader().Open(At("raw.npy")));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_RandomDamage_GivesVoxelsOrAnExceptionForTheUser()
    {
        using var volume = Voxels.Make(VoxelType.UInt16, Voxels.Shape);
        new NpyWriter().Write(volume, At("volume.npy"));
        var whole = File.ReadAllBytes(At("volume.npy"));
        var random = new Random(5);
        var refused = 0;
        for (var round = 0; round < 1000; round++)
        {
            var bytes = whole[..(random.Next(3) == 0 ? random.Next(whole.Length) : whole.Length)];
            for (var flips = 0; flips < 3 && bytes.Length > 0; flips++)
                bytes[random.Next(Math.Min(80, bytes.Length))] = (byte)random.Next(256);
            File.WriteAllBytes(At("fuzz.npy"), bytes);
            try
            {
                using var source = new NpyReader().Open(At("fuzz.npy"));
                Voxels.Read(source);
            }
            catch (UserException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 300, 999);
    }

    private void WriteRaw(string header, byte version, byte[] data)
    {
        byte[] length = version == 1 ? [(byte)header.Length, 0] : [(byte)header.Length, 0, 0, 0];
        File.WriteAllBytes(At("raw.npy"), [0x93, .. "NUMPY"u8, version, 0, .. length, .. Encoding.ASCII.GetBytes(header), .. data]);
    }
}
