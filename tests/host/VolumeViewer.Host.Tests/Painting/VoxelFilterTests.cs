using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Painting;

/// <summary>Conditions on labels and greys, and the words of bits they come in.</summary>
public sealed class VoxelFilterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(200)]
    public void Match_OfLabelsAndGreys_IsBothVoxelByVoxel(int width)
    {
        using var labels = Voxels.Random(new VolumeShape(2, 3, width), 4, 0.5);
        var random = new Random(9);
        using var grey = new Volume<float>(labels.Shape);
        foreach (ref var value in grey.Slice(1))
            value = random.NextSingle();
        grey.Slice(1)[0] = float.NaN;
        foreach (var allowed in new bool[]?[] { [false, true, false], [true, true, false], null })
        {
            var table = allowed is null ? null : new bool[256];
            allowed?.CopyTo(table!, 0);
            var filter = new VoxelFilter(table, GreyRows.Of(grey), 0.25f, 0.75f);
            var bits = new ulong[BitRow.Words(width)];
            var row = labels.Slice(1).Slice(width, width);
            filter.Match(row, 1, 1, 0, bits);
            for (var x = 0; x < width; x++)
                Assert.Equal((table?[row[x]] ?? true) && grey[1, 1, x] is >= 0.25f and <= 0.75f, BitRow.Has(bits, x));
        }
    }

    [Fact]
    public void Greys_OfWholeNumbers_TakeTheRangeBetweenThem()
    {
        using var bytes = new Volume<byte>(new VolumeShape(1, 1, 256));
        for (var i = 0; i < 256; i++)
            bytes.Slice(0)[i] = (byte)i;
        int Count(float low, float high)
        {
            var bits = new ulong[4];
            GreyRows.Of(bytes).Match(0, 0, 0, 256, low, high, bits);
            return bits.Sum(System.Numerics.BitOperations.PopCount);
        }
        Assert.Equal((3, 0, 0, 256, 1, 0), (Count(9.5f, 12.5f), Count(9.2f, 9.8f), Count(300, 400), Count(-1e30f, 1e30f), Count(255, 999), Count(-9, -1)));
    }

    [Fact]
    public void Runs_InBits_AreFoundFromEitherEnd()
    {
        var bits = new ulong[4];
        BitRow.Set(bits, 5, 200);
        BitRow.Clear(bits, 130, 131);
        Assert.Equal((5, 130, 131, 200), (BitRow.NextSet(bits, 0, 256), BitRow.NextClear(bits, 5, 256), BitRow.NextSet(bits, 130, 256), BitRow.NextClear(bits, 131, 256)));
        Assert.Equal((5, 131, 5, 0), (BitRow.BeginOf(bits, 130), BitRow.BeginOf(bits, 199), BitRow.BeginOf(bits, 64), BitRow.BeginOf(new ulong[] { ulong.MaxValue, 1 }, 65)));
        Assert.Equal(256, BitRow.NextSet(bits, 200, 256));
    }
}
