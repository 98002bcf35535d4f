using VolumeViewer.Host.Queue;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Queue;

public sealed class QueueStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private QueueStore Store => new(_folder.File("queue"));

    public void Dispose() => _folder.Dispose();

    private static QueuedRun Run(int id, QueuedState state = QueuedState.Waiting) => new() { Id = id, Operation = "test.counts", Folder = $"/runs/{id}", State = state };

    [Fact]
    public void Update_ThenRead_GivesAllOfARunBack()
    {
        var run = Run(3, QueuedState.SetAside) with
        {
            Title = "Counts",
            Inputs = new Dictionary<string, string> { ["in"] = "/data/a b" },
            Parameters = new Dictionary<string, string> { ["rate"] = "1e-3", ["options"] = "a=1,b=\"x\"" },
            Varied = [new VariedValue("rate", "1e-3")],
            Search = 2,
            Added = DateTimeOffset.UnixEpoch,
            Seconds = 1.5,
            Sittings = 2,
            Fraction = 0.25,
            Remaining = 7,
            Reason = "why",
            Scores = [0.5, null],
        };
        Store.Update(queue => queue with { NextId = 4, Parallel = 2, Runs = [run], Searches = [new HalvingSearch { Id = 2, Metric = "m" }] });

        var read = Store.Read();

        Assert.Equal(QueueStore.ToElement(run).ToString(), QueueStore.ToElement(read.Runs[0]).ToString());
        Assert.Equal((4, 2), (read.NextId, read.Parallel));
        Assert.Equal(new HalvingSearch { Id = 2, Metric = "m" }, Assert.Single(read.Searches));
        Assert.Equal(["queue.json", "queue.lock"], Directory.GetFiles(Store.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Update_FromManyThreads_LosesNothing()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => Store).ToList();
        await Task.WhenAll(stores.Select(store => Task.Run(() =>
        {
            for (var count = 0; count < 15; count++)
                store.Update(queue => queue with { NextId = queue.NextId + 1, Runs = queue.Runs.Add(Run(queue.NextId)) });
        })));
        Assert.Equal(Enumerable.Range(1, 60), Store.Read().Runs.Select(run => run.Id));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"format\": 99}")]
    [InlineData("null")]
    public void Read_OfADamagedFile_TellsItAndLeavesIt(string text)
    {
        Directory.CreateDirectory(Store.Folder);
        File.WriteAllText(Store.Path, text);
        Assert.Contains(Store.Path, Assert.Throws<UserException>(() => Store.Read()).Message, StringComparison.Ordinal);
        Assert.Throws<UserException>(() => Store.Update(queue => queue with { NextId = 5 }));
        Assert.Equal(text, File.ReadAllText(Store.Path));
    }

    [Fact]
    public void Look_WithoutAWorker_ShowsRunningAsInterrupted()
    {
        Store.Update(queue => queue with { Runs = [Run(1, QueuedState.Running)] });
        Assert.Equal(QueuedState.Interrupted, Store.Look().Runs[0].State);
        using (LockFile.Take(Store.WorkerLock, TimeSpan.Zero))
        {
            Assert.True(Store.HasWorker);
            Assert.Equal(QueuedState.Running, Store.Look().Runs[0].State);
            Assert.Null(LockFile.Take(Store.WorkerLock, TimeSpan.FromMilliseconds(20)));
        }
        Assert.False(Store.HasWorker);
    }

    [Fact]
    public void Recovered_AfterThreeDeathsWithoutProgress_GivesTheRunUp()
    {
        var queue = new QueueDocument { Runs = [Run(1, QueuedState.Running) with { Fraction = 0.5 }] };
        queue = QueueWorker.Recovered(queue);
        Assert.Equal((QueuedState.Interrupted, 1), (queue.Runs[0].State, queue.Runs[0].Crashes));
        queue = QueueWorker.Recovered(queue.With(1, run => run with { State = QueuedState.Running, Fraction = 0.7 }));
        Assert.Equal((QueuedState.Interrupted, 1), (queue.Runs[0].State, queue.Runs[0].Crashes));
        queue = QueueWorker.Recovered(queue.With(1, run => run with { State = QueuedState.Running }));
        queue = QueueWorker.Recovered(queue.With(1, run => run with { State = QueuedState.Running }));
        Assert.Equal(QueuedState.Failed, queue.Runs[0].State);
        Assert.Contains("3 times", queue.Runs[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Editing_MovesPausesResumesAndRemoves()
    {
        var queue = new QueueDocument { Runs = [Run(1), Run(2, QueuedState.Running), Run(3, QueuedState.Done), Run(4, QueuedState.SetAside)] };
        Assert.Equal([2, 1, 3, 4], QueueEditing.MoveBy(queue, 1, 1).Runs.Select(run => run.Id));
        Assert.Equal([4, 1, 2, 3], QueueEditing.Move(queue, 4, 1).Runs.Select(run => run.Id));
        Assert.Equal([1, 2, 4, 3], QueueEditing.Move(queue, 3, 99).Runs.Select(run => run.Id));
        var paused = QueueEditing.Pause(queue, [1, 2]);
        Assert.Equal(QueuedState.Paused, paused.Runs[0].State);
        Assert.True(paused.Runs[1].IsToPause);
        Assert.Equal(QueuedState.Waiting, QueueEditing.Resume(paused, [1]).Runs[0].State);
        Assert.True(QueueEditing.Resume(queue, [4]).Runs[3].RunsToEnd);
        Assert.Equal([1, 2], QueueEditing.Clear(queue).Runs.Select(run => run.Id));
        Assert.Contains("pause it first", Assert.Throws<UserException>(() => QueueEditing.Remove(queue, [2])).Message, StringComparison.Ordinal);
        Assert.Contains("rerun 3", Assert.Throws<UserException>(() => QueueEditing.Resume(queue, [3])).Message, StringComparison.Ordinal);
        Assert.Contains("there are: 1, 2, 3, 4", Assert.Throws<UserException>(() => QueueEditing.Pause(queue, [7])).Message, StringComparison.Ordinal);
    }
}
