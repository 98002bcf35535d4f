using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests.Editing;

public class CreateLabelsTests
{
    private static readonly Runs Plugin = new(new SegmentationPlugin());

    private static ImageLayer Image() => Greys.Layer(new Volume<byte>(new VolumeShape(2, 3, 4), new Spacing(3, 2, 1)));

    [Fact]
    public async Task Create_WithNames_HasThesePhasesAndNothingLabelled()
    {
        var labels = Greys.Labels(await Plugin.Run("create.labels", "phases=pore,NMC,,", null, ("in", Image())));
        Assert.Equal([("pore", 0L), ("NMC", 1L)], labels.Phases.Select(phase => (phase.Name, phase.FileValue)));
        Assert.Equal((new VolumeShape(2, 3, 4), new Spacing(3, 2, 1)), (labels.Shape, labels.Spacing));
        Assert.All(Greys.All(labels), label => Assert.Equal(LabelVolume.Unlabelled, label));
    }

    [Theory]
    [InlineData("phases=", "names 0 phases")]
    [InlineData("phases=a,b,A", "'a' twice")]
    public async Task Create_WithBadNames_SaysWhat(string parameters, string expected)
    {
        var problem = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("create.labels", parameters, null, ("in", Image())));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }
}
