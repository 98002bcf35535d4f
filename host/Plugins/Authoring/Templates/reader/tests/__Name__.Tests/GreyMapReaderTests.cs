using System.Text;

using VolumeViewer.Sdk;

namespace __Name__.Tests;

public sealed class GreyMapReaderTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pgm");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Open_TwoSlicesOfBytes_KeepsTheirPlaces()
    {
        using var source = Open([.. Ascii("P5\n# a comment\n3 2\n255\n"), 1, 2, 3, 4, 5, 6, .. Ascii("P5 3 2 255\n"), 7, 8, 9, 10, 11, 12]);
        Assert.Equal(new VolumeShape(2, 2, 3), source.Shape);
        var slice = new float[6];
        source.ReadSlice(1, slice);
        Assert.Equal([7, 8, 9, 10, 11, 12], slice);
    }

    [Fact]
    public void Open_GreysAbove255_ReadsTheHighByteFirst()
    {
        using var source = Open([.. Ascii("P5 2 1 1000\n"), 1, 0, 3, 232]);
        var slice = new float[2];
        source.ReadSlice(0, slice);
        Assert.Equal([256, 1000], slice);
    }

    public static TheoryData<string, string> Damaged => new()
    {
        { "", "byte 0" },
        { "P6 3 2 255\n......", "'P5'" },
        { "P5 3 0 255\n", "height" },
        { "P5 3 99999999999 255\n", "height" },
        { "P5 3 2 255\n.....", "ends after 5" },
        { "P5 3 2 255\n......P5 2 3 255\n......", "slice 1" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Open_ADamagedFile_SaysWhatAndWhere(string content, string expected) =>
        Assert.Contains(expected, Assert.Throws<VolumeReadException>(() => Open(Ascii(content))).Message);

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private IVolumeSource Open(byte[] content)
    {
        File.WriteAllBytes(_path, content);
        return new GreyMapReader().Open(_path);
    }
}
