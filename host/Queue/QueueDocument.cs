using System.Collections.Immutable;

namespace VolumeViewer.Host.Queue;

/// <summary>The whole queue, as its file holds it.</summary>
internal sealed record QueueDocument
{
    /// <summary>The version of this form.</summary>
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    public int NextId { get; init; } = 1;

    /// <summary>Whether the user wants it to be worked on.</summary>
    public bool IsStarted { get; init; }

    /// <summary>How many runs at a time.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>In the order in which they are taken.</summary>
    public ImmutableList<QueuedRun> Runs { get; init; } = [];

    public ImmutableList<HalvingSearch> Searches { get; init; } = [];

    public QueuedRun? Find(int id) => Runs.Find(run => run.Id == id);

    /// <summary>The same with one run changed; a run that is gone stays so.</summary>
    public QueueDocument With(int id, Func<QueuedRun, QueuedRun> change)
    {
        var index = Runs.FindIndex(run => run.Id == id);
        return index < 0 ? this : this with { Runs = Runs.SetItem(index, change(Runs[index])) };
    }

    /// <summary>The same with every run changed that fits.</summary>
    public QueueDocument WithAll(Func<QueuedRun, bool> fits, Func<QueuedRun, QueuedRun> change) => this with { Runs = [.. Runs.Select(run => fits(run) ? change(run) : run)] };
}
