using VolumeViewer.Host.Queue;

namespace VolumeViewer.Host.Tests.Queue;

public sealed class HalvingTests
{
    private static QueueDocument Queue(bool isLowBetter, double keep, params double?[] scores) => new()
    {
        Searches = [new HalvingSearch { Id = 1, Metric = "m", IsLowBetter = isLowBetter, First = 2, Keep = keep }],
        Runs = [.. scores.Select((score, index) => new QueuedRun { Id = index + 1, Operation = "o", Folder = $"/f{index}", Search = 1, State = QueuedState.Held, Scores = [score] })],
    };

    private static string States(QueueDocument queue) => string.Join(' ', queue.Runs.Select(run => run.State));

    [Fact]
    public void Budget_OfEachRound_GrowsByTheInverseOfTheShareKept()
    {
        var queue = Queue(false, 1.0 / 3, 0.1);
        var run = queue.Runs[0] with { Scores = [] };
        Assert.Equal(2, Halving.Budget(queue, run));
        Assert.Equal(6, Halving.Budget(queue, run with { Scores = [0.1] }));
        Assert.Equal(18, Halving.Budget(queue, run with { Scores = [0.1, 0.2] }));
        Assert.Null(Halving.Budget(queue, run with { RunsToEnd = true }));
        Assert.Null(Halving.Budget(queue, run with { Search = null }));
    }

    [Fact]
    public void Advance_OfSixHeldRuns_TakesTheBetterHalfOn()
    {
        var after = Halving.Advance(Queue(false, 0.5, 0.3, 0.9, 0.1, 0.5, null, 0.8));

        Assert.Equal("SetAside Waiting SetAside Waiting SetAside Waiting", States(after));
        Assert.Equal("Place 4 of 6 after epoch 2: m 0.3.", after.Runs[0].Reason);
        Assert.Contains("Place 6 of 6 after epoch 2: m unknown", after.Runs[4].Reason, StringComparison.Ordinal);
        Assert.All(after.Runs, run => Assert.False(run.RunsToEnd));
        Assert.Same(after, Halving.Advance(after));
    }

    [Fact]
    public void Advance_OfALoss_TakesTheLowest() => Assert.Equal("Waiting SetAside SetAside", States(Halving.Advance(Queue(true, 1.0 / 3, 0.1, 0.5, 0.2))));

    [Fact]
    public void Advance_WithOneSurvivor_LetsItRunToItsEnd()
    {
        var after = Halving.Advance(Queue(false, 0.5, 0.1, 0.2, 0.3));
        Assert.Equal("SetAside SetAside Waiting", States(after));
        Assert.True(after.Runs[2].RunsToEnd);
    }

    [Theory]
    [InlineData("Waiting")]
    [InlineData("Running")]
    [InlineData("Paused")]
    [InlineData("Interrupted")]
    public void Advance_WhileOneMayStillCome_Waits(string state)
    {
        var queue = Queue(false, 0.5, 0.1, 0.2);
        queue = queue.With(1, run => run with { State = Enum.Parse<QueuedState>(state), Scores = [] });
        Assert.Same(queue, Halving.Advance(queue));
    }

    [Fact]
    public void Advance_WithFailedAndDoneRuns_ComparesTheDoneOneAndLeavesOutTheFailed()
    {
        var queue = Queue(false, 0.5, 0.1, 0.9, 0.3, 0.2, 0.15);
        queue = queue.With(2, run => run with { State = QueuedState.Done }).With(5, run => run with { State = QueuedState.Failed, Scores = [] });
        // Of four, two are taken: the done one, which needs nothing more, and 0.3; it is not alone, so it stops at the next round.
        Assert.Equal("SetAside Done Waiting SetAside Failed", States(Halving.Advance(queue)));
    }

    [Fact]
    public void IsLowBetter_ByName_KnowsLossesAndErrors()
    {
        Assert.True(HalvingSearch.IsLowBetterByName("training loss"));
        Assert.True(HalvingSearch.IsLowBetterByName("volume fraction error pore"));
        Assert.False(HalvingSearch.IsLowBetterByName("validation mean IoU"));
    }
}
