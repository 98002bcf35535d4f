using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class CompareLabelsTests
{
    private const byte None = LabelVolumes.None;

    private static readonly Runs Plugin = new(new MetricsPlugin());

    [Fact]
    public async Task Run_OnARowOfVoxels_MarksEveryChangeAndSetsThePhasesSideBySide()
    {
        var phases = PhaseTable.Named("pore", "solid", "binder");
        var before = LabelVolumes.Row(phases, 0, 0, 0, 1, 1, 2, None, 1);
        var after = LabelVolumes.Row(phases, 0, 1, 2, 1, 0, 2, 0, None);
        var result = await Compare(after, before);
        var marks = ((LabelsLayer)result.Layers.Single()).Labels;
        var names = marks.Slice(0).ToArray().Select(mark => mark == None ? "none" : marks.Phases[mark].Name);
        Assert.Equal(["equal", "pore → solid", "pore → binder", "equal", "solid → pore", "equal", "none", "none"], names);
        Assert.False(marks.Phases[0].Visible);
        Assert.Equal([6L, 3L, 0.5], result.Table("differences").Rows[0]);
        Assert.Equal(["pore", 3 / 6.0, 2 / 6.0, -1 / 6.0, 1 / 4.0], result.Table("phases before and after").Rows[0]);
        Assert.Equal(["binder", 1 / 6.0, 2 / 6.0, 1 / 6.0, 1 / 2.0], result.Table("phases before and after").Rows[2]);
    }

    [Fact]
    public async Task Run_AgainstItself_FindsNoDifference()
    {
        var labels = LabelVolumes.Random(LabelVolumes.Box, 4, 1);
        var result = await Compare(labels, labels);
        Assert.Equal(0L, result.Table("differences").Cell(0, "voxels that differ"));
    }

    [Fact]
    public async Task Run_WithManyPhases_MarksWhatVoxelsWere()
    {
        var phases = PhaseTable.Numbered(20);
        var result = await Compare(LabelVolumes.Row(phases, 0, 7, 19), LabelVolumes.Row(phases, 0, 3, 3));
        var marks = ((LabelsLayer)result.Layers.Single()).Labels;
        Assert.Equal(["equal", "was phase 3", "was phase 3"], marks.Slice(0).ToArray().Select(mark => marks.Phases[mark].Name));
        Assert.Equal(21, marks.Phases.Count);
    }

    [Fact]
    public async Task Run_OnVolumesOfOtherShapes_SaysBoth()
    {
        var phases = PhaseTable.Numbered(2);
        var fault = await Assert.ThrowsAsync<UserException>(() => Compare(LabelVolumes.Row(phases, 0, 1), LabelVolumes.Row(phases, 0, 1, 1)));
        Assert.Contains("1 × 1 × 2", fault.Message, StringComparison.Ordinal);
        Assert.Contains("1 × 1 × 3", fault.Message, StringComparison.Ordinal);
    }

    private static Task<OperationResult> Compare(LabelVolume after, LabelVolume before) =>
        Plugin.Run("compare.labels", "", null, ("in", after.Layer("after")), ("before", before.Layer("before")));
}
