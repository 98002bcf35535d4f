using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class TexelTests
{
    [Fact]
    public void Fill_AReducedImage_GivesTheMeanOfEachBlockAlsoOfThoseCutOff()
    {
        var volume = new Volume<byte>(new VolumeShape(3, 3, 5), Spacing.Isotropic(1));
        for (var z = 0; z < 3; z++)
        {
            for (var i = 0; i < 15; i++)
                volume.Slice(z)[i] = (byte)((z * 40) + i);
        }
        var plan = TexturePlan.Make(volume.Shape, volume.Spacing, 1, 3, 12);
        Assert.Equal((2, 2, 2), (plan.FactorZ, plan.FactorY, plan.FactorX));
        var texels = new byte[plan.Size.SliceLength];
        new ImageTexels(volume, plan, 0).Fill(0, texels);
        // Rows 0 and 1, columns 0 and 1 of slices 0 and 1: (0 + 1 + 5 + 6) / 4 + 20; the last block has one row and one column.
        Assert.Equal(23, texels[0]);
        Assert.Equal(14 + 20, texels[^1]);
        new ImageTexels(volume, plan, 0).Fill(1, texels);
        Assert.Equal(80 + 3, texels[0]);
    }

    [Fact]
    public void FillWhole_SignedShorts_KeepsTheirOrderFromZero()
    {
        var volume = new Volume<short>(new VolumeShape(1, 1, 3));
        short[] values = [short.MinValue, 0, short.MaxValue];
        values.CopyTo(volume.Slice(0));
        var texels = new byte[6];
        ImageTexels.FillWhole(volume, 0, texels, 0);
        Assert.Equal<ushort>([0, 32768, 65535], MemoryMarshal.Cast<byte, ushort>(texels).ToArray());
        var format = TexelFormat.Of(VoxelType.Int16);
        Assert.Equal(32768 / 65535f, format.Encode(0), 1e-6f);
    }

    [Fact]
    public void FillWhole_MissingValues_AreReplaced()
    {
        var volume = new Volume<double>(new VolumeShape(1, 1, 3));
        double[] values = [double.NaN, 2.5, double.PositiveInfinity];
        values.CopyTo(volume.Slice(0));
        var texels = new byte[12];
        ImageTexels.FillWhole(volume, 0, texels, -1);
        Assert.Equal([-1, 2.5f, -1], MemoryMarshal.Cast<byte, float>(texels).ToArray());
    }

    [Fact]
    public void Slice_OfReducedLabels_HasTheMostFrequentLabelOfEachBlock()
    {
        var labels = new LabelVolume(new VolumeShape(2, 2, 4), PhaseTable.Numbered(3));
        new byte[] { 1, 1, 0, 2, 0, 1, 2, 2 }.CopyTo(labels.Slice(0));
        new byte[] { 1, 0, 2, 2, 1, 0, 0, 2 }.CopyTo(labels.Slice(1));
        var plan = TexturePlan.Make(labels.Shape, Spacing.Isotropic(1), 1, 2, 2);
        Assert.Equal(new VolumeShape(1, 1, 2), plan.Size);
        Assert.Equal<byte>([1, 2], new LabelGrid(labels, plan).Slice(0).ToArray());
    }

    [Fact]
    public void Fill_OfOccupancy_WeighsTheNeighbourhoodWithBinomialCoefficients()
    {
        var labels = new LabelVolume(new VolumeShape(7, 8, 9), PhaseTable.Numbered(2));
        labels.Slice(3)[(4 * 9) + 5] = 1;
        var texels = Occupancy(labels, 3);
        byte At(int y, int x, int channel) => texels[(((y * 9) + x) * 2) + channel];
        // 6³ of 16³, and with one step aside 6·6·4.
        Assert.Equal((byte)Math.Round(255 * 216 / 4096.0), At(4, 5, 1));
        Assert.Equal((byte)Math.Round(255 * 144 / 4096.0), At(4, 6, 1));
        Assert.Equal((byte)Math.Round(255 * 144 / 4096.0), At(3, 5, 1));
        Assert.Equal(0, At(4, 8, 1));
        Assert.Equal(255, At(0, 0, 0));
    }

    [Fact]
    public void Fill_OfOccupancyAtTheRim_GoesOnWithTheOutermostVoxels()
    {
        var labels = new LabelVolume(new VolumeShape(4, 5, 6), PhaseTable.Numbered(2));
        for (var z = 0; z < 4; z++)
            labels.Slice(z).Fill(1);
        for (var z = 0; z < 4; z++)
        {
            var texels = Occupancy(labels, z);
            for (var i = 0; i < 30; i++)
                Assert.Equal((0, 255), (texels[2 * i], texels[(2 * i) + 1]));
        }
    }

    [Fact]
    public void OfSteps_OfHalfAVoxel_LetTwiceThroughWhatAVoxelLetsThroughOnce()
    {
        OpacityPoint[] points = [new(0, 0), new(1, 0.6f)];
        var whole = TransferTable.OfSteps(Colormap.Gray, [.. points], 1);
        var half = TransferTable.OfSteps(Colormap.Gray, [.. points], 0.5f);
        foreach (var i in new[] { 0, 300, 1023 })
            Assert.Equal(1 - whole[i].W, (1 - half[i].W) * (1 - half[i].W), 1e-5f);
        Assert.Equal(new Vector4(0.6f, 0.6f, 0.6f, 0.6f), whole[^1]);
    }

    [Theory, InlineData(-1, 0.1f), InlineData(0.2f, 0.1f), InlineData(0.4f, 0.3f), InlineData(0.6f, 0.5f), InlineData(2, 0.9f)]
    public void OpacityAt_APlace_RunsStraightBetweenPointsAndLevelOutside(float position, float expected) =>
        Assert.Equal(expected, TransferTable.OpacityAt([new(0.2f, 0.1f), new(0.6f, 0.5f), new(0.7f, 0.9f)], position), 1e-5f);

    private static byte[] Occupancy(LabelVolume labels, int z)
    {
        var plan = TexturePlan.Make(labels.Shape, labels.Spacing, 1, 2048, long.MaxValue);
        var texels = new byte[labels.Shape.SliceLength * 2];
        new PhaseOccupancy(new LabelGrid(labels, plan), new PhaseDrawing(labels.Phases, 1).Channels, 2).Fill(z, texels);
        return texels;
    }
}
