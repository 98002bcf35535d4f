using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Runs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Queue;

/// <summary>One sitting of one run in the worker: runs the operation, tells the queue how far it is, and stops it when the queue wants that.</summary>
internal sealed class RunSitting(AppServices services, QueueStore store, QueuedRun run)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150), Tell = TimeSpan.FromSeconds(1);

    // How the job was stopped, if it was.
    private enum Stop
    {
        None,
        Paused,
        Queue,
        Round,
    }

    private Stop _stop;

    /// <summary>Runs it, and notes in the queue how that ended. Does not throw for what the operation does.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var job = new Job(run.Title, cancellationToken);
        using var log = new RunLog(store.LogOf(run.Id));
        job.Logged += log.Write;
        log.Write($"--- {DateTimeOffset.Now:yyyy-MM-dd HH:mm:ss} {(run.Sittings > 0 ? "goes on" : "begins")}: {run.Operation} in {run.Folder}");
        Func<QueuedRun, QueuedRun> ending;
        try
        {
            var work = job.RunAsync(WorkAsync);
            await WatchAsync(job, work).ConfigureAwait(false);
            (await work.ConfigureAwait(false)).Dispose();
            ending = now => Scored(now) with { State = QueuedState.Done, Fraction = 1, Ended = DateTimeOffset.Now, Reason = null };
        }
        catch (OperationCanceledException) when (job.CancellationToken.IsCancellationRequested)
        {
            ending = _stop switch
            {
                Stop.Round => now => Scored(now) with { State = QueuedState.Held },
                Stop.Paused => now => now with { State = QueuedState.Paused },
                _ => now => now with { State = QueuedState.Waiting },
            };
        }
        // The edge between the queue and a plugin's code: the run failed, and the queue goes on with the next.
        catch (Exception failure)
        {
            log.Write(failure is UserException ? failure.Message : failure.ToString());
            ending = now => now with { State = QueuedState.Failed, Ended = DateTimeOffset.Now, Reason = failure.Message };
        }
        var (progress, seconds) = (job.Progress, job.Elapsed.TotalSeconds);
        store.Update(queue => Halving.Advance(queue.With(run.Id, now => ending(Told(now, progress)) with
        {
            Seconds = Math.Round(run.Seconds + seconds, 2),
            Remaining = null,
            IsToPause = false,
            Crashes = 0,
        })));
        log.Write($"--- {QueueEditing.Word(store.Read().Find(run.Id)?.State ?? QueuedState.Done)} after {seconds:0.0} s");
    }

    private async Task<OperationResult> WorkAsync(Job job)
    {
        var operation = services.Plugins.Get<IOperation>(run.Operation);
        var texts = run.Parameters.ToDictionary();
        if (run.Sittings > 0 && QueueAdding.CanResume(operation))
            texts[QueueAdding.ResumeParameter] = "true";
        else if (run.Sittings > 0 && Directory.Exists(run.Folder))
            SetAside(run.Folder, job);
        var parameters = operation.Parameters.Bind(texts);
        Directory.CreateDirectory(Path.GetDirectoryName(run.Folder)!);
        var inputs = new OperationInputs();
        try
        {
            foreach (var input in operation.Inputs.Where(input => run.Inputs.ContainsKey(input.Name)))
            {
                if (input.Kind == InputKind.Path)
                    inputs.Paths[input.Name] = run.Inputs[input.Name];
                else
                    inputs.Layers[input.Name] = LayerFactory.Open(services.Io, run.Inputs[input.Name], operation, input, parameters, job.CancellationToken);
            }
            return await services.Operations.RunAsync(operation, parameters, inputs, run.Folder, job).ConfigureAwait(false);
        }
        finally
        {
            foreach (var layer in inputs.Layers.Values)
                layer.Dispose();
        }
    }

    // An operation that cannot go on begins anew; what it had written is kept beside.
    private static void SetAside(string folder, Job job)
    {
        var aside = RunName.Free(folder + ".interrupted", path => Path.Exists(path));
        Directory.Move(folder, aside);
        job.Log($"The operation cannot go on with what it had begun; it begins anew. What was there is in '{aside}'.");
    }

    private async Task WatchAsync(Job job, Task work)
    {
        var (known, told) = (store.Stamp, DateTime.UtcNow);
        var metrics = new FileStamp(Path.Combine(run.Folder, "metrics.csv"));
        var atStart = store.Read();
        var (budget, search) = (Halving.Budget(atStart, run), Halving.SearchOf(atStart, run));
        while (await Task.WhenAny(work, Task.Delay(Pause)).ConfigureAwait(false) != work)
        {
            try
            {
                (known, told) = Look(job, known, told);
                if (budget is { } limit && metrics.HasChanged() && MetricsNow() is { } table && table.Last(search!.Counter) >= limit)
                    Cancel(job, Stop.Round);
            }
            catch (UserException problem)
            {
                // Another program held the queue for too long; the run goes on, and the next look may have more luck.
                job.Log(problem.Message);
            }
        }
    }

    private ((DateTime Written, long Length) Known, DateTime Told) Look(Job job, (DateTime Written, long Length) known, DateTime told)
    {
        if (store.Stamp is var stamp && stamp != known)
        {
            known = stamp;
            var queue = store.Read();
            if (!queue.IsStarted)
                Cancel(job, Stop.Queue);
            else if (queue.Find(run.Id) is not { IsToPause: false })
                Cancel(job, Stop.Paused);
        }
        if (DateTime.UtcNow - told < Tell)
            return (known, told);
        var (progress, remaining, seconds) = (job.Progress, job.Remaining?.TotalSeconds, job.Elapsed.TotalSeconds);
        store.Update(queue => queue.With(run.Id, now => Told(now, progress) with
        {
            Remaining = remaining is { } left ? Math.Round(left, 1) : null,
            Seconds = Math.Round(run.Seconds + seconds, 2),
        }));
        return (known, DateTime.UtcNow);
    }

    private void Cancel(Job job, Stop reason)
    {
        if (_stop == Stop.None)
            _stop = reason;
        job.Cancel();
    }

    private static QueuedRun Told(QueuedRun now, JobProgress progress) =>
        now with { Fraction = Math.Round(Math.Clamp(progress.Fraction, 0, 1), 4), Status = progress.Status };

    // Notes the metric at the end of the round that the run is in.
    private QueuedRun Scored(QueuedRun now)
    {
        var queue = store.Read();
        if (Halving.Budget(queue, now) is not { } budget || Halving.SearchOf(queue, now) is not { } search)
            return now;
        return now with { Scores = now.Scores.Add(MetricsNow()?.Best(search.Metric, search.IsLowBetter, search.Counter, budget)) };
    }

    private MetricsTable? MetricsNow()
    {
        try
        {
            return MetricsTable.Read(Path.Combine(run.Folder, "metrics.csv"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
