using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class PhaseMatchTests
{
    private static readonly PhaseTable Named = PhaseTable.Named("pore", "NMC");
    private static readonly PhaseTable Levels = PhaseTable.ForFileValues([0, 128]);
    private static readonly PhaseTable Turned = new([new Phase("nmc", default, 7), new Phase("Pore", default, 9)]);

    [Fact]
    public void Match_WithTheSameFileValuesInAnotherOrder_GoesByThem()
    {
        var matched = PhaseMatch.Match(PhaseTable.ForFileValues([170, 0, 85]), PhaseTable.ForFileValues([0, 85, 170]), PhaseMatching.Auto);
        Assert.Equal([new("phase 0", 0, 1, 0), new("phase 85", 85, 2, 1), new("phase 170", 170, 0, 2)], matched);
    }

    [Fact]
    public void Match_WithTheSameNames_GoesByThemWhateverTheirCase() =>
        Assert.Equal([new("nmc", 7, 1, 0), new("Pore", 9, 0, 1)], PhaseMatch.Match(Named, Turned, PhaseMatching.Auto));

    [Fact]
    public void Match_WithNeither_ListsBothTablesAndTheWaysOut()
    {
        var fault = Assert.Throws<UserException>(() => PhaseMatch.Match(Named, Levels, PhaseMatching.Auto));
        foreach (var words in new[] { "pore (0), NMC (1)", "phase 0 (0), phase 128 (128)", "--match", "order" })
            Assert.Contains(words, fault.Message);
    }

    [Fact]
    public void Match_InOrder_PairsThemAsTheyStand() =>
        Assert.Equal([new("phase 0", 0, 0, 0), new("phase 128", 128, 1, 1)], PhaseMatch.Match(Named, Levels, PhaseMatching.Order));

    [Fact]
    public void Match_InOrderWithAnotherNumberOfPhases_IsRefused() =>
        Assert.Contains("2 phases against 3", Assert.Throws<UserException>(
            () => PhaseMatch.Match(Named, PhaseTable.Numbered(3), PhaseMatching.Order)).Message);

    [Fact]
    public void Match_ByFileValues_KeepsPhasesOfOneVolumeAlone() =>
        Assert.Equal([new("phase 0", 0, 0, 0), new("phase 128", 128, null, 1), new("NMC", 1, 1, null)],
            PhaseMatch.Match(Named, Levels, PhaseMatching.FileValues));

    [Fact]
    public void Match_ByFileValuesWithOneNameForTwoPhases_TellsThemApart() =>
        Assert.Equal([new("nmc", 7, null, 0), new("Pore", 9, null, 1), new("pore (in)", 0, 0, null), new("NMC (in)", 1, 1, null)],
            PhaseMatch.Match(Named, Turned, PhaseMatching.FileValues));

    [Fact]
    public void Match_ByNames_KeepsPhasesOfOneVolumeAlone() =>
        Assert.Equal([new("pore", 0, 0, 0), new("CBD", 1, null, 1), new("NMC", 1, 1, null)],
            PhaseMatch.Match(Named, PhaseTable.Named("pore", "CBD"), PhaseMatching.Names));

    [Theory]
    [InlineData("Phase 128", 1)]
    [InlineData("128", 1)]
    [InlineData("0", 0)]
    public void Find_ByNameOrFileValue_GivesThePlace(string text, int place) =>
        Assert.Equal(place, PhaseMatch.Find(PhaseMatch.Match(Levels, Levels, PhaseMatching.Auto), text));

    [Fact]
    public void Find_WhatIsNotThere_ListsThePhases() =>
        Assert.Contains("phase 0 (0), phase 128 (128)", Assert.Throws<UserException>(
            () => PhaseMatch.Find(PhaseMatch.Match(Levels, Levels, PhaseMatching.Auto), "NMC")).Message);
}
