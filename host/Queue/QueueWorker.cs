using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Queue;

/// <summary>Works on the queue until nothing waits: takes runs in their order, as many at a time as the queue says.</summary>
internal sealed class QueueWorker(AppServices services, QueueStore store)
{
    // A run in which the program dies this often without getting further is taken for what kills it.
    private const int MostCrashes = 3;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200), Patience = TimeSpan.FromSeconds(3);

    /// <summary>Works until all is done, the queue is stopped, or this is cancelled; runs that are under way then stop at their checkpoints.</summary>
    /// <exception cref="UserException">Another worker is at it, or the queue cannot be read or written.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(store.Folder);
        using var only = LockFile.Take(store.WorkerLock, Patience)
            ?? throw new UserException($"Another worker is at the queue '{store.Path}' already; it takes what is added to it.");
        store.Update(Recovered);
        var sittings = new List<(int Id, Task Task)>();
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await EndedAsync(sittings).ConfigureAwait(false);
                var queue = store.Read();
                if (!queue.IsStarted)
                    break;
                if (sittings.Count < queue.Parallel && queue.Runs.Exists(run => run.IsReady) && Take(sittings.Count) is { } run)
                {
                    sittings.Add((run.Id, Task.Run(() => new RunSitting(services, store, run).RunAsync(cancellationToken), CancellationToken.None)));
                    continue;
                }
                if (sittings.Count == 0 && IsAtEnd())
                    break;
                await Task.WhenAny([Task.Delay(Look, CancellationToken.None), .. sittings.Select(sitting => sitting.Task)]).ConfigureAwait(false);
            }
        }
        finally
        {
            await Task.WhenAll(sittings.Select(sitting => sitting.Task)).ConfigureAwait(false);
        }
    }

    private static async Task EndedAsync(List<(int Id, Task Task)> sittings)
    {
        foreach (var sitting in sittings.Where(sitting => sitting.Task.IsCompleted).ToList())
        {
            sittings.Remove(sitting);
            await sitting.Task.ConfigureAwait(false);
        }
    }

    /// <summary>The queue as a new worker finds it: what was running when the last one died is interrupted, or given up where it kills every worker.</summary>
    internal static QueueDocument Recovered(QueueDocument queue) => Halving.Advance(queue.WithAll(run => run.State == QueuedState.Running, run =>
    {
        var crashes = run.Fraction > run.CrashFraction ? 1 : run.Crashes + 1;
        var interrupted = run with { State = QueuedState.Interrupted, Crashes = crashes, CrashFraction = run.Fraction, Remaining = null };
        if (run.IsToPause)
            return interrupted with { State = QueuedState.Paused, IsToPause = false };
        return crashes < MostCrashes ? interrupted : interrupted with
        {
            State = QueuedState.Failed,
            Ended = DateTimeOffset.Now,
            Reason = $"The program ended {crashes} times in a row while it ran, and it got no further; its log may tell why.",
        };
    }));

    // The next run in order, if there is still one when the queue is ours.
    private QueuedRun? Take(int running)
    {
        QueuedRun? taken = null;
        store.Update(queue =>
        {
            taken = queue.IsStarted && running < queue.Parallel ? queue.Runs.Find(run => run.IsReady) : null;
            return taken is null ? queue : queue.With(taken.Id, run => run with { State = QueuedState.Running, Sittings = run.Sittings + 1, IsToPause = false, Remaining = null });
        });
        return taken;
    }

    // Under the lock, so that what is added at this moment either is seen here or sees that nobody works.
    private bool IsAtEnd()
    {
        var isAtEnd = false;
        store.Update(queue =>
        {
            isAtEnd = !queue.Runs.Exists(run => run.IsReady);
            return isAtEnd ? queue with { IsStarted = false } : queue;
        });
        return isAtEnd;
    }
}
