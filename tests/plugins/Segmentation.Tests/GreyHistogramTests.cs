using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests;

public class GreyHistogramTests
{
    [Fact]
    public void Measure_FewerGreysThanBins_GivesEachGreyItsOwnBin()
    {
        var volume = Greys.Filled(Greys.Box, (z, y, x) => (byte)(100 + z));
        var histogram = GreyHistogram.Measure(new GreyImage(volume, 0), 256, Greys.Passes(Greys.Box));
        Assert.Equal([30, 30, 30, 30], histogram.Counts);
        Assert.Equal([99.5, 100.5, 101.5, 102.5, 103.5], histogram.Edges);
    }

    [Fact]
    public void OfWholeNumbers_MoreGreysThanBins_PutsEveryGreyBetweenTheEdgesOfItsBin()
    {
        var counts = new long[2000];
        for (var value = 17; value < 1900; value++)
            counts[value] = value;
        var histogram = GreyHistogram.OfWholeNumbers(counts, -500, 256);
        Assert.Equal(256, histogram.Counts.Length);
        Assert.Equal(-483.5, histogram.Edges[0]);
        Assert.Equal(1399.5, histogram.Edges[^1]);
        for (var bin = 0; bin < 256; bin++)
        {
            var inside = Enumerable.Range(17, 1883).Where(value => value - 500 > histogram.Edges[bin] && value - 500 < histogram.Edges[bin + 1]);
            Assert.Equal(inside.Sum(), histogram.Counts[bin]);
        }
    }

    // 31 × 33 voxels a slice: no multiple of any vector.
    [Fact]
    public void Measure_OfFloats_CountsEveryFiniteVoxelOnce()
    {
        var shape = new VolumeShape(5, 31, 33);
        var volume = Greys.Random(shape, 3, random => random.Next(7) switch { 0 => float.NaN, 1 => float.PositiveInfinity, _ => random.NextSingle() - 0.5f });
        var greys = Greys.All(volume).Where(float.IsFinite).ToArray();
        var histogram = GreyHistogram.Measure(new GreyImage(volume, 0), 32, Greys.Passes(shape));
        Assert.Equal(greys.Length, histogram.Counts.Sum());
        Assert.Equal(greys.Min(), histogram.Edges[0]);
        Assert.Equal(greys.Max(), histogram.Edges[^1], 1e-7);
        for (var bin = 0; bin < 32; bin++)
        {
            var inside = greys.Count(grey => grey >= histogram.Edges[bin] && (grey < histogram.Edges[bin + 1] || bin == 31));
            // A grey within a rounding error of an edge may fall on either side.
            Assert.InRange(histogram.Counts[bin], inside - 1, inside + 1);
        }
    }

    [Theory]
    [InlineData(VoxelType.UInt8)]
    [InlineData(VoxelType.UInt16)]
    [InlineData(VoxelType.Int16)]
    [InlineData(VoxelType.UInt32)]
    [InlineData(VoxelType.Int32)]
    [InlineData(VoxelType.Float32)]
    [InlineData(VoxelType.Float64)]
    public void Measure_OfAnyVoxelType_SeesBothGreys(VoxelType type)
    {
        IVolumeSource volume = type switch
        {
            VoxelType.UInt8 => Greys.Filled(Greys.Box, (_, _, x) => (byte)(x < 2 ? 3 : 250)),
            VoxelType.UInt16 => Greys.Filled(Greys.Box, (_, _, x) => (ushort)(x < 2 ? 3 : 65535)),
            VoxelType.Int16 => Greys.Filled(Greys.Box, (_, _, x) => (short)(x < 2 ? -32768 : 32767)),
            VoxelType.UInt32 => Greys.Filled(Greys.Box, (_, _, x) => x < 2 ? 3u : 4_000_000_000u),
            VoxelType.Int32 => Greys.Filled(Greys.Box, (_, _, x) => x < 2 ? -2_000_000_000 : 2_000_000_000),
            VoxelType.Float32 => Greys.Filled(Greys.Box, (_, _, x) => x < 2 ? -float.MaxValue : float.MaxValue),
            _ => Greys.Filled(Greys.Box, (_, _, x) => x < 2 ? -1e-3 : 1e3),
        };
        var counts = GreyHistogram.Measure(new GreyImage(volume, 0), 16, Greys.Passes(Greys.Box)).Counts;
        Assert.Equal([40, 80], counts.Where(count => count > 0));
        Assert.Equal([40, 80], new[] { counts[0], counts[15] });
    }

    [Fact]
    public void Measure_OfConstantVolume_NamesTheGrey()
    {
        var volume = Greys.Filled(Greys.Box, (_, _, _) => (ushort)42);
        var fault = Assert.Throws<UserException>(() => GreyHistogram.Measure(new GreyImage(volume, 0), 256, Greys.Passes(Greys.Box)));
        Assert.Contains("same grey, 42", fault.Message);
    }

    [Fact]
    public void Measure_WithoutFiniteVoxel_SaysSo()
    {
        var volume = Greys.Filled(Greys.Box, (_, _, x) => x % 2 == 0 ? float.NaN : float.NegativeInfinity);
        var fault = Assert.Throws<UserException>(() => GreyHistogram.Measure(new GreyImage(volume, 0), 256, Greys.Passes(Greys.Box)));
        Assert.Contains("no grey value", fault.Message);
    }
}
