using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests;

public class SnapLabelsTests
{
    private static readonly Runs Plugin = new(new SegmentationPlugin());

    // Two phases at 100 and about 900 with some strays between them, and one in the middle that is nearer to 900.
    private static Volume<ushort> Image()
    {
        var volume = new Volume<ushort>(new VolumeShape(1, 2, 6), new Spacing(1, 1, 1));
        ushort[] values = [100, 100, 100, 120, 499, 501, 900, 900, 900, 901, 899, 900];
        values.CopyTo(volume.Slice(0));
        return volume;
    }

    [Fact]
    public async Task Run_WithStrayValues_GivesEachVoxelTheNearestLevel()
    {
        var result = await Plugin.Run("snap.labels", "phases=2 names=pore,solid", null, ("in", Greys.Layer(Image())));
        var labels = Greys.Labels(result);
        Assert.Equal([100L, 900L], labels.Phases.Select(phase => phase.FileValue));
        Assert.Equal(["pore", "solid"], labels.Phases.Select(phase => phase.Name));
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1], Greys.All(labels));
        var levels = result.Table("levels");
        Assert.Equal([(object)5L, 7L], levels.Rows.Select(row => row[2]!));
        Assert.Equal([(object)2L, 3L], levels.Rows.Select(row => row[3]!));
    }

    [Fact]
    public void Find_WithValuesCloseTogether_TakesTheMostFrequentOfThem()
    {
        var counts = new Dictionary<long, long> { [39207] = 3, [39208] = 90, [39211] = 5, [8220] = 50, [20000] = 1 };
        Assert.Equal([8220, 39208], LabelLevels.Find(counts, 2, 0.002));
    }

    [Theory]
    [InlineData("phases=9", "only 5 level(s)")]
    [InlineData("phases=2 names=one", "2 different names")]
    public async Task Run_WithWrongParameters_SaysWhat(string parameters, string expected)
    {
        var problem = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("snap.labels", parameters, null, ("in", Greys.Layer(Image()))));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnFractions_RefusesThem()
    {
        var volume = new Volume<float>(new VolumeShape(1, 1, 2), new Spacing(1, 1, 1));
        volume.Slice(0)[1] = 0.5f;
        var problem = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("snap.labels", "phases=1", null, ("in", Greys.Layer(volume))));
        Assert.Contains("is no label", problem.Message, StringComparison.Ordinal);
    }
}
