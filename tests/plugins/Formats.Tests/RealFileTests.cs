using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats.Tests;

/// <summary>Files of other programs, and what is known of them (README.md beside the shared data, or counted once with NumPy).</summary>
public sealed class RealFileTests
{
    [Fact]
    public void Open_Electrode_HasThePublishedVolumeFractions()
    {
        using var source = new TiffReader().Open(RepositoryFiles.Sample("taufactor-electrode/electrode.tiff"));
        Assert.Equal(new VolumeShape(256, 256, 256), source.Shape);
        var counts = Count(source);
        Assert.Equal([0f, 85f, 170f], counts.Keys.Order());
        Assert.Equal(0.449917, counts[0] / (double)source.Shape.VoxelCount, 5e-7);
        Assert.Equal(0.400466, counts[85] / (double)source.Shape.VoxelCount, 5e-7);
        Assert.Equal(0.149616, counts[170] / (double)source.Shape.VoxelCount, 1e-6);
    }

    [Theory]
    [InlineData("1", 499, 601, 0.646, 0.232, 0.122)]
    [InlineData("300", 499, 601, 0.737, 0.115, 0.148)]
    [InlineData("1503", 400, 400, 0.796, 0.119, 0.086)]
    public void Open_SegmentPySlice_HasTheKnownLabels(string name, int height, int width, double nmc, double binder, double pore)
    {
        using var grey = new TiffReader().Open(RepositoryFiles.Sample($"segmentpy-nmc/{name}.tif"));
        using var labels = new TiffReader().Open(RepositoryFiles.Sample($"segmentpy-nmc/{name}_label.tif"));
        Assert.Equal((new VolumeShape(1, height, width), VoxelType.Float32), (grey.Shape, grey.VoxelType));
        Assert.Equal((grey.Shape, VoxelType.UInt8), (labels.Shape, labels.VoxelType));
        var counts = Count(labels);
        Assert.Equal([nmc, binder, pore], new float[] { 0, 1, 2 }.Select(label => Math.Round(counts[label] / (double)labels.Shape.VoxelCount, 3)));
    }

    [Fact]
    public void Open_Cement_HasTheKnownRange()
    {
        using var source = new TiffReader().Open(RepositoryFiles.Sample("qim3d-cement/cement_128x128x128.tif"));
        var counts = Count(source);
        Assert.Equal(new VolumeShape(128, 128, 128), source.Shape);
        Assert.Equal((16f, 148f), (counts.Keys.Min(), counts.Keys.Max()));
    }

    [Fact]
    public void Open_SegmentPyFolder_NamesFilesThatDiffer()
    {
        var error = Assert.Throws<VolumeReadException>(() => new TiffReader().Open(RepositoryFiles.Sample("segmentpy-nmc")));
        Assert.Contains("'1.tif'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'1_label.tif'", error.Message, StringComparison.Ordinal);
    }

    [SharedDataFact]
    public void Open_EverySharedFile_CanBeReadToTheEnd()
    {
        var files = Directory.GetFiles(RepositoryFiles.SharedData!, "*.tif*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var source = new TiffReader().Open(file);
            var statistics = IntensityStatistics.Measure(source);
            Assert.True(statistics.Maximum > statistics.Minimum, file);
        }
    }

    [SharedDataFact]
    public void Open_ColourSliceOfAViewer_GivesItsGreys()
    {
        using var source = new TiffReader().Open(Path.Combine(RepositoryFiles.SharedData!, "ebner-nmc-slice", "NMC_90wt_2000bar_115.tif"));
        var counts = Count(source);
        Assert.Equal((new VolumeShape(1, 853, 846), VoxelType.UInt8), (source.Shape, source.VoxelType));
        Assert.Equal((81f, 170f), (counts.Keys.Min(), counts.Keys.Max()));
        Assert.Equal(93520647, counts.Sum(count => (long)count.Key * count.Value));
        // 192 dots per inch are a screen's.
        Assert.False(source.Spacing.IsCalibrated);
    }

    [SharedDataFact]
    public void Open_ElectrodeOfSolidOxideCell_HasTheKnownRange()
    {
        using var source = new TiffReader().Open(Path.Combine(RepositoryFiles.SharedData!, "soc-ptycho", "grey_224.tif"));
        var counts = Count(source);
        Assert.Equal((new VolumeShape(224, 224, 224), VoxelType.UInt16), (source.Shape, source.VoxelType));
        Assert.Equal((17962f, 44960f), (counts.Keys.Min(), counts.Keys.Max()));
    }

    private static Dictionary<float, long> Count(IVolumeSource source)
    {
        var counts = new Dictionary<float, long>();
        var slice = new float[source.Shape.SliceLength];
        for (var z = 0; z < source.Shape.Depth; z++)
        {
            source.ReadSlice(z, slice);
            for (int start = 0, i = 1; i <= slice.Length; i++)
            {
                if (i < slice.Length && slice[i] == slice[start])
                    continue;
                counts[slice[start]] = counts.GetValueOrDefault(slice[start]) + i - start;
                start = i;
            }
        }
        return counts;
    }
}
