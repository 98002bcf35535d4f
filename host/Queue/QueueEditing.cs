using System.Collections.Immutable;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Queue;

/// <summary>What can be done with runs that are in the queue.</summary>
internal static class QueueEditing
{
    /// <summary>Holds runs back: one that runs is stopped at its checkpoint by the worker.</summary>
    /// <exception cref="UserException">A run is not there, or has ended.</exception>
    public static QueueDocument Pause(QueueDocument queue, IReadOnlyList<int> ids) => Each(queue, ids, run => run.State switch
    {
        QueuedState.Running => run with { IsToPause = true },
        QueuedState.Waiting or QueuedState.Interrupted or QueuedState.Held => run with { State = QueuedState.Paused, Remaining = null },
        QueuedState.Paused => run,
        _ => throw new UserException($"Run {run.Id} cannot be paused: it is {Word(run.State)}."),
    });

    /// <summary>Lets runs wait for their turn again: paused ones go on, and so do those that failed or were set aside.</summary>
    /// <exception cref="UserException">A run is not there, or is done.</exception>
    public static QueueDocument Resume(QueueDocument queue, IReadOnlyList<int> ids) => Each(queue, ids, run => run.State switch
    {
        QueuedState.Running => run with { IsToPause = false },
        QueuedState.Done => throw new UserException($"Run {run.Id} is done; 'queue rerun {run.Id}' runs it again in another folder."),
        // The round in which others were better is over: what goes on now goes on to its end.
        QueuedState.SetAside => run with { State = QueuedState.Waiting, Reason = null, Ended = null, RunsToEnd = true },
        _ => run with { State = QueuedState.Waiting, Reason = null, Ended = null, Crashes = 0 },
    });

    /// <summary>Puts a run at another place among those that have not ended.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="id">The run.</param>
    /// <param name="place">From 1, counted as the queue is listed.</param>
    /// <exception cref="UserException">The run is not there.</exception>
    public static QueueDocument Move(QueueDocument queue, int id, int place)
    {
        var run = Get(queue, id);
        var others = queue.Runs.Remove(run);
        return queue with { Runs = others.Insert(Math.Clamp(place - 1, 0, others.Count), run) };
    }

    /// <summary>Brings a run before or behind its neighbour.</summary>
    /// <exception cref="UserException">The run is not there.</exception>
    public static QueueDocument MoveBy(QueueDocument queue, int id, int places) => Move(queue, id, queue.Runs.IndexOf(Get(queue, id)) + 1 + places);

    /// <summary>Takes runs out of the queue; their folders stay.</summary>
    /// <exception cref="UserException">A run is not there, or is running.</exception>
    public static QueueDocument Remove(QueueDocument queue, IReadOnlyList<int> ids)
    {
        foreach (var run in ids.Select(id => Get(queue, id)).Where(run => run.State == QueuedState.Running))
            throw new UserException($"Run {run.Id} is running: pause it first ('queue pause {run.Id}').");
        return WithoutEmptySearches(queue with { Runs = queue.Runs.RemoveAll(run => ids.Contains(run.Id)) });
    }

    /// <summary>Takes every run that has ended out of the queue; their folders stay.</summary>
    public static QueueDocument Clear(QueueDocument queue) => WithoutEmptySearches(queue with { Runs = queue.Runs.RemoveAll(run => run.HasEnded) });

    /// <summary>What it takes to run a run again with changes.</summary>
    /// <param name="run">The earlier one.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="changes">Texts by parameter, with lists and ranges.</param>
    /// <param name="baseFolder">The folder above the new runs, or null for that of the earlier one.</param>
    public static QueueRequest Again(QueuedRun run, IOperation operation, IReadOnlyDictionary<string, string> changes, string? baseFolder)
    {
        var parameters = run.Parameters.ToDictionary();
        foreach (var (name, text) in changes)
            parameters[name] = text;
        // Names say what the earlier run varied, and beside it what is changed now.
        var varied = run.Varied.Where(value => !changes.ContainsKey(value.Name))
            .Concat(changes.Where(change => IsPlain(operation, change)).Select(change => new VariedValue(change.Key, change.Value))).ToList();
        return new QueueRequest
        {
            Operation = operation,
            Inputs = run.Inputs,
            Parameters = parameters,
            BaseFolder = baseFolder ?? (run.Varied.Count > 0 ? Path.GetDirectoryName(run.Folder)! : run.Folder),
            Changes = varied,
        };
    }

    /// <exception cref="UserException">There is no such run.</exception>
    public static QueuedRun Get(QueueDocument queue, int id) => queue.Find(id) ?? throw new UserException(queue.Runs.Count == 0
        ? $"There is no run {id}: the queue is empty."
        : $"There is no run {id} in the queue; there are: {string.Join(", ", queue.Runs.Select(run => run.Id).Order())}.");

    /// <summary>A state in words.</summary>
    public static string Word(QueuedState state) => state == QueuedState.SetAside ? "set aside" : state.ToString().ToLowerInvariant();

    // Lists name themselves when they are planned.
    private static bool IsPlain(IOperation operation, KeyValuePair<string, string> change)
    {
        try
        {
            return operation.Parameters.Items.FirstOrDefault(item => item.Name == change.Key) is { } parameter && VariedText.Parse(parameter, change.Value).Axes.Count == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static QueueDocument Each(QueueDocument queue, IReadOnlyList<int> ids, Func<QueuedRun, QueuedRun> change) =>
        ids.Aggregate(queue, (now, id) => now.With(Get(now, id).Id, change));

    private static QueueDocument WithoutEmptySearches(QueueDocument queue) =>
        queue with { Searches = queue.Searches.RemoveAll(search => queue.Runs.TrueForAll(run => run.Search != search.Id)) };
}
