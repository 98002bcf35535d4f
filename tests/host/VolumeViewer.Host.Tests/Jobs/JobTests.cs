using VolumeViewer.Host.Jobs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Jobs;

public class JobTests
{
    [Fact]
    public async Task Start_WorkThatSucceeds_HandsOverItsResult()
    {
        var runner = new JobRunner();
        var result = new TaskCompletionSource<int>();
        var job = runner.Start("count", async job =>
        {
            await Task.Yield();
            job.Report(new JobProgress(0.5, "half"));
            return 42;
        }, result.SetResult);
        Assert.Equal(42, await result.Task.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal((JobState.Done, 1.0), (job.State, job.Progress.Fraction));
    }

    [Fact]
    public void Remaining_OfAJobThatGoesOnWithAnEarlierOne_IsAtThePaceOfItsOwnPart()
    {
        using var job = new Job("go on");
        job.Report(new JobProgress(0.9, "slice 90 of 100"));
        Assert.Null(job.Remaining);
        var pause = TimeSpan.FromSeconds(1.1);
        Thread.Sleep(pause);
        job.Report(new JobProgress(0.95, "slice 95 of 100"));

        Assert.True(job.Remaining > pause, $"{job.Remaining} left");
    }

    [Fact]
    public async Task Start_WorkThatThrows_IsShownAsFailed_AndLogged()
    {
        var runner = new JobRunner();
        var job = runner.Start<int>("fail", _ => throw new UserException("no such file"), _ => Assert.Fail("It did not succeed."));
        await Until(() => job.LogLines.Count > 0);
        Assert.Equal(JobState.Failed, job.State);
        Assert.Equal("no such file", job.Failure!.Message);
        Assert.Equal(["no such file"], job.LogLines);
    }

    [Fact]
    public async Task Cancel_ARunningJob_EndsItAsCancelled()
    {
        var runner = new JobRunner();
        var job = runner.Start<int>("wait", async job =>
        {
            await Task.Delay(Timeout.Infinite, job.CancellationToken);
            return 0;
        }, _ => Assert.Fail("It was cancelled."));
        job.Cancel();
        await Until(() => job.State != JobState.Running);
        Assert.Equal(JobState.Cancelled, job.State);
        runner.ClearEnded();
        Assert.Empty(runner.Jobs);
    }

    [Fact]
    public void Series_OfTheSamePlotAndName_IsOneCurve()
    {
        using var job = new Job("train");
        job.Series("loss", "training", "step").Add(1, 0.5);
        job.Series("loss", "training").Add(2, 0.25);
        Assert.Equal([(1, 0.5), (2, 0.25)], Assert.Single(job.AllSeries).Snapshot());
    }

    [Fact]
    public void MainThread_RunsWhatWasPosted_InOrder_AndWhatThatPostsNextTime()
    {
        var thread = new MainThread();
        var order = new List<int>();
        thread.Post(() =>
        {
            order.Add(1);
            thread.Post(() => order.Add(3));
        });
        thread.Post(() => order.Add(2));
        Assert.True(thread.Drain());
        Assert.Equal([1, 2], order);
        thread.Drain();
        Assert.Equal([1, 2, 3], order);
        Assert.False(thread.Drain());
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++)
            await Task.Delay(20);
        Assert.True(condition());
    }
}
