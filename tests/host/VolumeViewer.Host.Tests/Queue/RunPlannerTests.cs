using VolumeViewer.Host.Queue;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Queue;

public sealed class RunPlannerTests
{
    private static readonly ParameterSchema Schema = ParameterSchema.For(typeof(Parameters));

    internal sealed record Parameters
    {
        [Parameter("Rate", Min = 1e-9, Max = 10)]
        public double Rate { get; init; } = 1;

        [Parameter("Seed", Min = 0)]
        public int Seed { get; init; }

        [Parameter("Slices")]
        public string Slices { get; init; } = "";

        [Parameter("Options")]
        public string Options { get; init; } = "";

        [Parameter("Augment")]
        public bool Augment { get; init; }

        [Parameter("Unlabelled")]
        public int? Unlabelled { get; init; }
    }

    private static IReadOnlyList<PlannedRun> Grid(params (string Name, string Text)[] texts) => Plan(SearchKind.Grid, null, 1, texts);

    private static IReadOnlyList<PlannedRun> Plan(SearchKind kind, int? trials, int seed, params (string Name, string Text)[] texts) =>
        RunPlanner.Plan(Schema, texts.ToDictionary(text => text.Name, text => text.Text), kind, trials, seed);

    private static string Fault(Func<object> action) => Assert.Throws<ParameterException>(action).Message;

    [Fact]
    public void Plan_OfTwoLists_GivesTheirProductWithTheLastFastest()
    {
        var runs = Grid(("rate", "1e-3 | 3e-4"), ("seed", "1|2|3"), ("slices", "1,100"));

        Assert.Equal(["1e-3 1", "1e-3 2", "1e-3 3", "3e-4 1", "3e-4 2", "3e-4 3"], runs.Select(run => $"{run.Parameters["rate"]} {run.Parameters["seed"]}"));
        Assert.All(runs, run => Assert.Equal("1,100", run.Parameters["slices"]));
        Assert.Equal([new VariedValue("rate", "3e-4"), new VariedValue("seed", "1")], runs[3].Varied);
    }

    [Fact]
    public void Plan_OfTextsWithCommas_VariesOnlyAtBars()
    {
        Assert.Equal(["1,100", "5"], Grid(("slices", "1,100 | 5")).Select(run => run.Parameters["slices"]));
        Assert.Empty(Assert.Single(Grid(("slices", "0-50,60"))).Varied);
    }

    [Fact]
    public void Plan_OfListsInBraces_VariesOptionsByTheirOwnNames()
    {
        var runs = Grid(("options", "kernels={8|16},depth=3,kernel-size={3..7/3}"));

        Assert.Equal(6, runs.Count);
        Assert.Equal("kernels=16,depth=3,kernel-size=5", runs[4].Parameters["options"]);
        Assert.Equal([new VariedValue("kernels", "16"), new VariedValue("kernel-size", "5")], runs[4].Varied);
    }

    [Theory]
    [InlineData(@"a\|b", "a|b")]
    [InlineData("{no list}", "{no list}")]
    [InlineData(@"C:\data\x", @"C:\data\x")]
    [InlineData(@"\{1|2\}", null)]
    [InlineData("1..3", "1..3")]
    public void Plan_OfATextWithoutAList_LeavesItAsItIs(string text, string? expected)
    {
        var runs = Grid(("slices", text));
        if (expected is null)
            Assert.Equal(["{1", "2}"], runs.Select(run => run.Parameters["slices"]));
        else
            Assert.Equal(expected, Assert.Single(runs).Parameters["slices"]);
    }

    [Fact]
    public void Plan_OfSwitchesAndOptionalNumbers_TakesEmptyPlaces()
    {
        Assert.Equal(["true", "false"], Grid(("augment", "true|false")).Select(run => run.Parameters["augment"]));
        Assert.Equal(["", "255"], Grid(("unlabelled", "|255")).Select(run => run.Parameters["unlabelled"]));
    }

    [Fact]
    public void Plan_OfACountedRange_SpacesByRatioWhereItIsLarge()
    {
        // 10^-4, 10^-3, 10^-2; and even steps where the ends are near, or where it is said.
        Assert.Equal(["0.0001", "0.001", "0.01"], Grid(("rate", "1e-4..1e-2/3")).Select(run => run.Parameters["rate"]));
        Assert.Equal(["0.1", "0.2", "0.3"], Grid(("rate", "0.1..0.3/3")).Select(run => run.Parameters["rate"]));
        Assert.Equal(["0.1", "0.2", "0.4"], Grid(("rate", "log:0.1..0.4/3")).Select(run => run.Parameters["rate"]));
        Assert.Equal(["0", "50", "100"], Grid(("seed", "0..100/3")).Select(run => run.Parameters["seed"]));
    }

    [Fact]
    public void Plan_AtRandom_IsSeededDistinctAndEvenInTheLogarithm()
    {
        var runs = Plan(SearchKind.Random, 400, 7, ("rate", "1e-4..1e-2"), ("seed", "1|2"));

        Assert.Equal(runs.Select(run => run.Parameters["rate"]), Plan(SearchKind.Random, 400, 7, ("rate", "1e-4..1e-2"), ("seed", "1|2")).Select(run => run.Parameters["rate"]));
        Assert.NotEqual(runs[0].Parameters["rate"], Plan(SearchKind.Random, 1, 8, ("rate", "1e-4..1e-2"), ("seed", "1|2"))[0].Parameters["rate"]);
        Assert.Equal(400, runs.Select(run => run.Parameters["rate"] + " " + run.Parameters["seed"]).Distinct().Count());
        var rates = runs.Select(run => double.Parse(run.Parameters["rate"])).ToList();
        Assert.All(rates, rate => Assert.InRange(rate, 1e-4, 1e-2));
        // Half of them below the middle of the logarithm: 200 ± 5 standard deviations of a binomial, which are 10 each.
        Assert.InRange(rates.Count(rate => rate < 1e-3), 150, 250);
    }

    [Fact]
    public void Plan_AtRandomOfFewCombinations_GivesEachOnce() =>
        Assert.Equal(["1", "2", "3"], Plan(SearchKind.Random, 50, 1, ("seed", "1|2|3")).Select(run => run.Parameters["seed"]).Order());

    [Fact]
    public void Plan_OfWhatIsWrong_TellsAllOfItAtOnce()
    {
        var fault = Fault(() => Grid(("rate", "0.1|100|x"), ("seed", "-1"), ("colour", "red")));
        Assert.Contains("no parameter 'colour'", fault, StringComparison.Ordinal);
        fault = Fault(() => Grid(("rate", "0.1|100|x"), ("seed", "-1")));
        Assert.Contains("--rate: 100", fault, StringComparison.Ordinal);
        Assert.Contains("--rate: x is not a number", fault, StringComparison.Ordinal);
        Assert.Contains("--seed: -1", fault, StringComparison.Ordinal);
        Assert.Contains("place of the list is empty", Fault(() => Grid(("seed", "1||2"))), StringComparison.Ordinal);
        Assert.Contains("first end is not below", Fault(() => Grid(("rate", "1..0.1/3"))), StringComparison.Ordinal);
        Assert.Contains("1e-4..1e-2/5", Fault(() => Grid(("rate", "1e-4..1e-2"))), StringComparison.Ordinal);
        Assert.Contains("--trials is missing", Fault(() => Plan(SearchKind.Random, null, 1, ("rate", "1e-4..1e-2"))), StringComparison.Ordinal);
        Assert.Contains("nothing to search", Fault(() => Plan(SearchKind.Random, 5, 1, ("rate", "1"))), StringComparison.Ordinal);
        Assert.Contains("more than 1000 runs", Fault(() => Grid(("seed", "lin:1..2000/2000"))), StringComparison.Ordinal);
        Assert.Contains("braces", Fault(() => Grid(("options", "a={1|2} | b"))), StringComparison.Ordinal);
    }

    [Fact]
    public void NameOf_WhatVaries_IsReadableAndFitForAFolder()
    {
        Assert.Equal("learning-rate=0.001_seed=2", RunName.Of([new("learning-rate", "0.001"), new("seed", "2")]));
        Assert.Equal("labels=-a-b.tif_unlabelled=none", RunName.Of([new("labels", "/a/b.tif"), new("unlabelled", "")]));
        Assert.Equal("x-3", RunName.Free("x", name => name is "x" or "x-2"));
        Assert.Equal(100, RunName.Of([new("text", new string('a', 300))]).Length);
    }
}
