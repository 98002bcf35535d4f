using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

using static VolumeViewer.Plugins.Segmentation.Tests.Editing.Edits;

namespace VolumeViewer.Plugins.Segmentation.Tests.Editing;

public class LogicTests
{
    // The first set is phase 1 of the one layer, the second phase 2 of the other.
    [Theory]
    [InlineData("union", "01112211")]
    [InlineData("intersection", "0.012222")]
    [InlineData("difference", "010.2222")]
    [InlineData("exclusive-or", "011.2211")]
    [InlineData("copy", "0.112211")]
    [InlineData("invert", "1.1.1111")]
    public async Task Combine_OfTwoLayers_FollowsTheTruthTable(string how, string expected)
    {
        using var layer = Slice("01012222");
        using var other = Slice("00220022");
        Assert.Equal([expected], Text(await Run("combine.labels", $"phase=active how={how} with=binder", layer, ("other", other))));
    }

    [Fact]
    public async Task Copy_OfAPhaseIntoANewOne_AddsItWithItsColour()
    {
        using var layer = Slice("0000");
        using var other = Slice("0220");
        var copied = await Run("combine.labels", "phase=crack how=copy with=binder", layer, ("other", other));
        Assert.Equal(["0330"], Text(copied));
        Assert.Equal(("crack", other.Phases[2].Color, 3L), (copied.Phases[3].Name, copied.Phases[3].Color, copied.Phases[3].FileValue));
    }

    [Fact]
    public async Task Combine_WithUnlabelledOfTheSameLayer_TakesIt()
    {
        using var layer = Slice("01..2");
        Assert.Equal(["01112"], Text(await Run("combine.labels", "phase=active how=union with=unlabelled", layer)));
    }

    [Theory]
    [InlineData("from=binder into=active", "01.1")]
    [InlineData("from=unlabelled into=pore", "0102")]
    [InlineData("from=active,binder into=unlabelled", "0...")]
    [InlineData("from=all into=binder", "22.2")]
    [InlineData("from=active into=metal", "03.2")]
    public async Task Merge_OfPhases_GivesThemAnother(string parameters, string expected)
    {
        using var layer = Slice("01.2");
        Assert.Equal([expected], Text(await Run("merge.phases", parameters, layer)));
    }

    [Fact]
    public async Task Merge_DroppingEmptyPhases_NumbersTheOthersAnewAndKeepsTheirValues()
    {
        using var layer = Slice("01.2");
        var merged = await Run("merge.phases", "from=pore into=active drop-empty=true", layer);
        Assert.Equal(["00.1"], Text(merged));
        Assert.Equal([("active", 1L), ("binder", 2L)], merged.Phases.Select(phase => (phase.Name, phase.FileValue)));
    }

    [Fact]
    public async Task Extract_Cropped_HoldsThePhasesAndNothingElse()
    {
        using var layer = Layer(new VolumeShape(6, 7, 8), (z, y, x) => (z, y, x) is ( >= 2 and <= 3, >= 1 and <= 4, >= 5 and <= 6) ? 2 : (z + y + x) % 2, new Spacing(3, 2, 1));
        var part = await Run("extract.phase", "phases=binder crop=true border=1", layer);
        Assert.Equal((new VolumeShape(4, 6, 4), new Spacing(3, 2, 1)), (part.Shape, part.Spacing));
        Assert.Equal("binder", Assert.Single(part.Phases).Name);
        Assert.Equal(16, Greys.All(part).Count(label => label == 0));
        Assert.Equal((byte)0, part.At(1, 1, 1));
        Assert.Equal((4 * 6 * 4) - 16, Greys.All(part).Count(label => label == None));
        Assert.Equal(layer.Shape, (await Run("extract.phase", "phases=binder,pore", layer)).Shape);
    }

    [Theory]
    [InlineData("combine.labels", "phase=active", "--with is missing")]
    [InlineData("combine.labels", "with=active", "--phase is missing")]
    [InlineData("combine.labels", "phase=active with=steel", "no phase 'steel'")]
    [InlineData("merge.phases", "into=active", "--from is missing")]
    [InlineData("merge.phases", "from=active", "--into is missing")]
    [InlineData("merge.phases", "drop-empty=true change-only=pore", "in the whole volume")]
    [InlineData("extract.phase", "", "--phases is missing")]
    [InlineData("extract.phase", "phases=unlabelled", "names no phase")]
    [InlineData("extract.phase", "phases=binder crop=true", "No voxel")]
    [InlineData("fill.holes", "", "--phase is missing")]
    [InlineData("remove.islands", "phases=steel", "no phase 'steel'")]
    public async Task Logic_WithBadParameters_SaysWhat(string id, string parameters, string expected)
    {
        using var layer = Slice("01.");
        Assert.Contains(expected, await Refused(id, parameters, layer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Combine_WithLayersOfOtherSize_IsRefused()
    {
        using var layer = Slice("01.");
        using var other = Slice("01");
        Assert.Contains("1 × 1 × 2", await Refused("combine.labels", "phase=active with=pore", layer, ("other", other)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_Table_CountsWhatCameAndWent()
    {
        using var layer = Slice("0012..");
        var result = await new Runs(new SegmentationPlugin()).Run("merge.phases", "from=active,unlabelled into=pore", null, ("in", layer));
        var table = Assert.Single(result.Tables);
        Assert.Equal(["pore", "active", "binder", "unlabelled"], table.Rows.Select(row => (string)row[0]!));
        Assert.Equal([2L, 5L, 3L, 0L], table.Rows[0].Skip(1).Take(4).Select(cell => (long)cell!));
        Assert.Equal([1L, 0L, 0L, 1L], table.Rows[1].Skip(1).Take(4).Select(cell => (long)cell!));
    }

    [Fact]
    public async Task Edits_Cancelled_EndWithoutAResult()
    {
        using var stop = new CancellationTokenSource();
        var job = new RecordedJob(stop.Token) { Reported = _ => stop.Cancel() };
        using var layer = Random(new VolumeShape(8, 30, 30), 1);
        var runs = new Runs(new SegmentationPlugin());
        foreach (var (id, parameters) in new[] { ("grow.margin", "phase=active"), ("smooth.labels", "radius=2"), ("remove.islands", "smaller-than=5"), ("smooth.labels", "method=joint radius=2") })
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runs.Run(id, parameters, job, ("in", layer)));
    }
}
