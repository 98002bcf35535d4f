using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests;

public class RealDataTests
{
    private static readonly Runs Plugin = new(new SegmentationPlugin());

    /// <summary>
    /// Slices of NMC electrodes (Su et al., npj Comput. Mater. 8 (2022)) with the threshold that scikit-image 0.19 finds, which is the middle of the
    /// last bin below it where ours is that bin's upper edge, and the IoU of NMC against the rest.
    /// </summary>
    public static TheoryData<int, double, double> Slices => new()
    {
        { 1, 1.2069213, 0.765 }, { 100, 1.4270437, 0.645 }, { 300, 1.6700386, 0.690 },
        { 103, 1.3280604, 0.780 }, { 510, 1.3061206, 0.821 }, { 1098, 1.021836, 0.714 },
        { 394, 0.88146657, 0.851 }, { 546, 1.0056087, 0.757 }, { 698, 0.8694297, 0.767 },
        { 1501, 42667.41, 0.793 }, { 1503, 42136.34, 0.888 },
    };

    [Theory]
    [MemberData(nameof(Slices))]
    public async Task MultiOtsu_OfTwoPhasesOnNanoCtSlices_AgreesWithScikitImage(int slice, double threshold, double iou)
    {
        using var image = Sample($"{slice}.tif");
        var result = await Plugin.Run("segment.multi-otsu", "phases=2 brightest-first=true", null, ("in", image));
        var halfBin = (image.Statistics.Maximum - image.Statistics.Minimum) / 512.0;
        Assert.Equal(threshold + halfBin, (double)result.Table("thresholds").Cell(0, "grey")!, halfBin * 1e-2);

        var truth = Greys.All(VolumeFiles.OpenLabels(Repository.File($"samples/data/segmentpy-nmc/{slice}_label.tif")));
        var found = Greys.All(Greys.Labels(result));
        var both = found.Zip(truth).Count(pair => pair is (0, 0));
        var either = found.Zip(truth).Count(pair => pair.First == 0 || pair.Second == 0);
        // Half a bin of threshold is worth up to 0.0045 here.
        Assert.Equal(iou, both / (double)either, 0.005);
    }

    // scikit-image 0.19 gives 1.1488142 and 2.0308862, half a bin lower.
    [Fact]
    public async Task MultiOtsu_OfThreePhasesOnANanoCtSlice_AgreesWithScikitImage()
    {
        using var image = Sample("300.tif");
        var thresholds = (await Plugin.Run("segment.multi-otsu", "", null, ("in", image))).Table("thresholds");
        var halfBin = (image.Statistics.Maximum - image.Statistics.Minimum) / 512.0;
        Assert.Equal(1.1488142 + halfBin, (double)thresholds.Cell(0, "grey")!, halfBin * 1e-2);
        Assert.Equal(2.0308862 + halfBin, (double)thresholds.Cell(1, "grey")!, halfBin * 1e-2);
    }

    // De Angelis et al., J. Power Sources 383 (2018) 72; scikit-image finds 28411 and 37977 on all 26999 greys, which gives an accuracy of 0.967.
    [SharedDataFact("soc-ptycho")]
    public async Task MultiOtsu_OnASolidOxideElectrode_GivesTheKnownThresholdsAndAccuracy()
    {
        var folder = Repository.Above("shared/data/soc-ptycho")!;
        using var image = new ImageLayer("grey", VolumeFiles.Open(Path.Combine(folder, "grey_224.tif")));
        var result = await Plugin.Run("segment.multi-otsu", "", null, ("in", image));
        var bin = (44960 - 17962 + 1) / 256.0;
        Assert.Equal(28411, (double)result.Table("thresholds").Cell(0, "grey")!, bin);
        Assert.Equal(37977, (double)result.Table("thresholds").Cell(1, "grey")!, bin);
        var truth = VolumeFiles.OpenLabels(Path.Combine(folder, "labels_224.tif"));
        var labels = Greys.Labels(result);
        long same = 0;
        for (var z = 0; z < labels.Shape.Depth; z++)
        {
            var (found, reference) = (labels.SliceMemory(z), truth.SliceMemory(z));
            for (var i = 0; i < found.Length; i++)
                same += found.Span[i] == reference.Span[i] ? 1 : 0;
        }
        Assert.Equal(0.967, same / (double)labels.Shape.VoxelCount, 0.001);
    }

    private static ImageLayer Sample(string name) => new(name, VolumeFiles.Open(Repository.File($"samples/data/segmentpy-nmc/{name}")));
}
