using VolumeViewer.Host.Queue;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Queue;

public sealed class QueueWorkerTests : IDisposable
{
    private readonly QueueWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Work_OnAProduct_FillsAFolderForEach()
    {
        var added = _world.Add("test.counts", ("rate", "0.1|0.2"), ("seed", "1|2"), ("epochs", "3"));
        await _world.Work();

        Assert.Equal("1 Done, 2 Done, 3 Done, 4 Done", _world.States);
        Assert.Equal(["rate=0.1_seed=1", "rate=0.1_seed=2", "rate=0.2_seed=1", "rate=0.2_seed=2"], Directory.GetDirectories(_world.File("runs")).Select(Path.GetFileName).Order());
        Assert.All(added, run => Assert.Equal(["1", "2", "3"], QueueWorld.Epochs(run)));
        Assert.False(_world.Store.Read().IsStarted);
        Assert.All(_world.Store.Read().Runs, run => Assert.Equal(1, run.Fraction));
    }

    [Fact]
    public async Task Work_WithARunThatFails_TellsWhyAndGoesOn()
    {
        _world.Add("test.counts", ("fails-at", "2|0"), ("epochs", "3"));
        await _world.Work();

        Assert.Equal("1 Failed, 2 Done", _world.States);
        Assert.Equal("It failed at epoch 2.", _world.Store.Read().Runs[0].Reason);
        Assert.Contains("It failed at epoch 2.", File.ReadAllText(_world.Store.LogOf(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pause_OfARunningRun_StopsItAndResumeGoesOnWhereItWas()
    {
        _world.Add("test.counts", ("epochs", "40"), ("pause", "25"), ("seed", "1|2"));
        var work = _world.Work();
        await _world.Until(queue => QueueWorld.Epochs(queue.Runs[0]).Any(), "the first run to get on");
        _world.Store.Update(queue => QueueEditing.Pause(queue, [1]));
        await _world.Until(queue => queue.Runs[0].State == QueuedState.Paused && queue.Runs[1].State == QueuedState.Running, $"the second run to begin; worker: {work.Status} {work.Exception}");
        _world.Store.Update(queue => QueueEditing.Resume(queue, [1]));
        await work;

        var run = _world.Store.Read().Runs[0];
        Assert.Equal("1 Done, 2 Done", _world.States);
        Assert.Equal(Enumerable.Range(1, 40).Select(epoch => $"{epoch}"), QueueWorld.Epochs(run));
        var sittings = QueueWorld.Sittings(run).Split(' ').Select(int.Parse).ToList();
        Assert.Equal(2, sittings.Count);
        Assert.InRange(sittings[1], 1, 39);
    }

    [Fact]
    public async Task Stop_WhileRunning_LeavesTheRunToGoOnLater()
    {
        _world.Add("test.counts", ("epochs", "30"), ("pause", "25"));
        var work = _world.Work();
        await _world.Until(queue => QueueWorld.Epochs(queue.Runs[0]).Any(), "the run to get on");
        _world.Store.Update(queue => queue with { IsStarted = false });
        await work;
        Assert.Equal("1 Waiting", _world.States);
        await _world.Work();

        Assert.Equal("1 Done", _world.States);
        Assert.Equal(30, QueueWorld.Epochs(_world.Store.Read().Runs[0]).Count());
        Assert.Equal(2, _world.Store.Read().Runs[0].Sittings);
    }

    [Fact]
    public async Task Work_OnAnOperationThatCannotResume_BeginsAnewAndKeepsWhatWasThere()
    {
        _world.Add("test.fills", ("pause", "60000"), ("text", "a"));
        using var end = new CancellationTokenSource();
        var work = _world.Work(end.Token);
        await _world.Until(_ => File.Exists(_world.File("runs/begun.txt")), "the run to begin");
        await end.CancelAsync();
        await work;
        _world.Store.Update(queue => queue.With(1, run => run with { Parameters = new Dictionary<string, string> { ["text"] = "b" } }));
        await _world.Work();

        Assert.Equal("1 Done", _world.States);
        Assert.Equal("b", File.ReadAllText(_world.File("runs/done.txt")));
        Assert.Equal("a", File.ReadAllText(_world.File("runs.interrupted/begun.txt")));
    }

    [Fact]
    public async Task Parallel_Two_RunsTwoAtATime()
    {
        _world.Add("test.counts", ("epochs", "30"), ("pause", "20"), ("seed", "1|2|3"));
        _world.Store.Update(queue => queue with { Parallel = 2 });
        var work = _world.Work();
        await _world.Until(queue => queue.Runs.Count(run => run.State == QueuedState.Running) == 2, "two runs at a time");
        Assert.Equal(QueuedState.Waiting, _world.Store.Read().Runs[2].State);
        await work;
        Assert.Equal("1 Done, 2 Done, 3 Done", _world.States);
    }

    [Fact]
    public async Task Halving_OfFourRates_TakesTheGreatestToItsEnd()
    {
        // The score is rate · n / (1 + n): the order of the rates at every epoch.
        QueueAdding.Add(_world.Store, _world.Request("test.counts", ("rate", "0.2|0.4|0.1|0.3"), ("epochs", "60"), ("pause", "20")) with
        {
            Kind = SearchKind.Halving,
            Halving = new HalvingSearch { Id = 0, First = 3, Keep = 0.5 },
        });
        await _world.Work();

        var runs = _world.Store.Read().Runs;
        Assert.Equal("1 SetAside, 2 Done, 3 SetAside, 4 SetAside", _world.States);
        Assert.Equal(60, QueueWorld.Epochs(runs[1]).Count());
        // After 3 epochs 0.2 · 3 / 4; the runner-up came to the second round, of 6 epochs.
        Assert.Equal(0.15, Assert.Single(runs[0].Scores)!.Value, 1e-12);
        Assert.Equal(0.225, runs[3].Scores[0]!.Value, 1e-12);
        Assert.Equal(0.3 * 6 / 7, runs[3].Scores[1]!.Value, 1e-12);
        Assert.InRange(QueueWorld.Epochs(runs[0]).Count(), 3, 40);
        Assert.Equal(3, runs[1].Sittings);
    }

    [Fact]
    public async Task Work_WhileAnotherDoes_IsRefused()
    {
        Directory.CreateDirectory(_world.Store.Folder);
        using var other = LockFile.Take(_world.Store.WorkerLock, TimeSpan.Zero);
        Assert.Contains("Another worker", (await Assert.ThrowsAsync<UserException>(() => _world.Work())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_OfWhatCannotBeQueued_TellsWhy()
    {
        var halving = _world.Request("test.fills", ("text", "a|b")) with { Kind = SearchKind.Halving };
        Assert.Contains("no parameter 'resume'", Assert.Throws<ParameterException>(() => QueueAdding.Add(_world.Store, halving)).Message, StringComparison.Ordinal);
        var missing = _world.Request("test.counts") with { BaseFolder = " ", Inputs = new Dictionary<string, string> { ["in"] = "/no such thing" } };
        var fault = Assert.Throws<ParameterException>(() => QueueAdding.Add(_world.Store, missing)).Message;
        Assert.Contains("--out is missing", fault, StringComparison.Ordinal);
        Assert.Contains("'/no such thing'", fault, StringComparison.Ordinal);
        Assert.Empty(_world.Store.Read().Runs);
    }

    [Fact]
    public void Again_WithAChange_NamesTheFolderByIt()
    {
        var first = _world.Add("test.counts", ("rate", "0.1|0.2"), ("epochs", "3"))[1];
        var request = QueueEditing.Again(first, _world.Services.Plugins.Get<IOperation>("test.counts"), new Dictionary<string, string> { ["rate"] = "0.5", ["seed"] = "3" }, null);
        var again = Assert.Single(QueueAdding.Add(_world.Store, request));
        Assert.Equal(_world.File("runs/rate=0.5_seed=3"), again.Folder);
        Assert.Equal("3", again.Parameters["epochs"]);
        var same = QueueEditing.Again(first, request.Operation, new Dictionary<string, string>(), null);
        Assert.Equal(_world.File("runs/rate=0.2-2"), Assert.Single(QueueAdding.Add(_world.Store, same)).Folder);
    }
}
