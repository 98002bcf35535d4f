namespace VolumeViewer.Host.Queue;

/// <summary>Successive halving (Jamieson and Talwalkar, AISTATS 2016): whom of the runs of a search the next, longer round takes.</summary>
internal static class Halving
{
    /// <summary>What a run may get before it is held, in the unit of its search's counter; null where it runs to its end.</summary>
    public static double? Budget(QueueDocument queue, QueuedRun run) =>
        run.RunsToEnd || SearchOf(queue, run) is not { } search ? null : search.Budget(run.Scores.Count);

    /// <summary>The search of a run, or null.</summary>
    public static HalvingSearch? SearchOf(QueueDocument queue, QueuedRun run) => queue.Searches.Find(search => search.Id == run.Search);

    /// <summary>Ends the rounds that all runs came through: the better ones wait for the next round, the others are set aside.</summary>
    public static QueueDocument Advance(QueueDocument queue) => queue.Searches.Aggregate(queue, Advance);

    private static QueueDocument Advance(QueueDocument queue, HalvingSearch search)
    {
        var members = queue.Runs.Where(run => run.Search == search.Id && !run.RunsToEnd).ToList();
        var held = members.Where(run => run.State == QueuedState.Held).ToList();
        // One that is paused or interrupted may still come: the others wait for it.
        if (held.Count == 0 || members.Exists(run => run.State != QueuedState.Held && !run.HasEnded))
            return queue;
        var round = held.Min(run => run.Scores.Count);
        // A run that came to its own end within the round counts with what it reached.
        var compared = members.Where(run => run.Scores.Count == round && run.State is QueuedState.Held or QueuedState.Done)
            .OrderBy(run => Rank(search, run.Scores[round - 1])).ThenBy(run => run.Id).ToList();
        var survivors = search.Survivors(compared.Count);
        for (var place = 0; place < compared.Count; place++)
        {
            if (compared[place].State != QueuedState.Held)
                continue;
            var (goesOn, rank) = (place < survivors, place + 1);
            queue = queue.With(compared[place].Id, run => goesOn
                ? run with { State = QueuedState.Waiting, RunsToEnd = survivors == 1 }
                : run with { State = QueuedState.SetAside, Ended = DateTimeOffset.Now, Reason = Reason(search, run, round, rank, compared.Count) });
        }
        return queue;
    }

    private static double Rank(HalvingSearch search, double? score) => score is not { } value ? double.PositiveInfinity : search.IsLowBetter ? value : -value;

    private static string Reason(HalvingSearch search, QueuedRun run, int round, int rank, int count) =>
        $"Place {rank} of {count} after {search.Counter} {search.Budget(round - 1):0}: {search.Metric} {(run.Scores[round - 1] is { } score ? $"{score:0.####}" : "unknown")}.";
}
