using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Queue;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>Runs of the queue as text.</summary>
internal static class QueueText
{
    public static string Runs(IReadOnlyList<QueuedRun> runs)
    {
        var table = new Table("Runs", new("id"), new("state"), new("done"), new("left"), new("time"), new("what varies"), new("folder"));
        foreach (var run in runs)
        {
            table.Add(run.Id, QueueEditing.Word(run.State) + (run.IsToPause ? ", pausing" : ""), $"{run.Fraction:0%}", run.Remaining is { } left ? Lengths.Text(TimeSpan.FromSeconds(left)) : "",
                run.Seconds > 0 ? Lengths.Text(TimeSpan.FromSeconds(run.Seconds)) : "", run.Varied.Count > 0 ? run.Name : "", run.Folder);
        }
        return TextTable.Format(table) + string.Concat(runs.Where(run => run.Reason is not null).Select(run => $"  {run.Id}: {run.Reason}\n"));
    }

    public static string Worker(QueueDocument queue, bool hasWorker) => (queue.IsStarted, hasWorker) switch
    {
        (_, true) => $"The worker is at it, {(queue.Parallel == 1 ? "one run" : $"{queue.Parallel} runs")} at a time.",
        (true, _) => "The worker died; 'queue start' goes on.",
        _ => queue.Runs.Exists(run => run.IsReady) ? "The queue stands still; 'queue start' begins." : "",
    };
}
