using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Queue;
using VolumeViewer.Host.Tests.CommandLine;
using VolumeViewer.Host.Tests.Queue;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>The queue and the comparison of runs in the real window, with real clicks.</summary>
[Collection("window")]
public sealed class RunsWindowTests
{
    private static Func<WindowLoop, bool> Click(Func<WindowLoop, Rect> place) => Do(loop => new Pointer(loop.Title).Click(place(loop).Center, Pointer.Left));

    [DisplayFact]
    public void QueueAndRuns_ClickedThrough_RunPauseAndCompare()
    {
        using var world = new QueueWorld();
        // The worker is a program of its own, which trusts no plugin of a folder that it is told.
        Assert.Equal(0, ProgramRun.Of("plugins", "trust", "queue-runs", "--plugin-folder", world.Plugins).ExitCode);
        var store = QueueStore.OfUser;
        store.Update(_ => new QueueDocument());
        var (order, sorted, states) = (new List<string>(), new List<string>(), "");
        var form = new FormModel(world.Services.Plugins.Get<IOperation>("test.counts"), new Viewer()) { OutputFolder = world.File("runs"), ForQueue = true };
        foreach (var (name, text) in new[] { ("rate", "0.1 | 0.3"), ("epochs", "8"), ("pause", "40") })
            form[form.Operation.Parameters.Items.First(item => item.Name == name)] = text;
        Vector2 Row(WindowLoop loop, int id) => loop.Shell.Runs.Queue.Rows[id].Center;

        Run(world.Services, Scenes.Viewer("a"),
            Do(loop => FormQueue.Add(loop.Bench, form)),
            loop => loop.Shell.Runs.Queue.Rows.Count == 2,
            Do(loop => new Pointer(loop.Title).Click(Row(loop, 2), Pointer.Left)),
            Do(loop => loop.Bench.Activity.Request()),
            loop => true,
            Click(loop => loop.Shell.Runs.Queue.Buttons["Up"]),
            _ => store.Read().Runs[0].Id == 2,
            Click(loop => loop.Shell.Runs.Queue.Buttons["Pause"]),
            _ => store.Read().Runs[0].State == QueuedState.Paused,
            Click(loop => loop.Shell.Runs.Queue.Buttons["Start"]),
            loop => loop.Bench.Runs.Queue.Find(1) is { State: QueuedState.Done },
            loop => loop.Bench.Runs.Queue.Find(2) is { State: QueuedState.Paused } && !store.HasWorker,
            Click(loop => loop.Shell.Runs.Queue.Buttons["Resume"]),
            loop => loop.Bench.Runs.Queue.Find(2) is { State: QueuedState.Waiting },
            Click(loop => loop.Shell.Runs.Queue.Buttons["Start"]),
            loop => loop.Bench.Runs.Queue.Find(2) is { State: QueuedState.Done },
            Click(loop => loop.Shell.Runs.Tabs[RunsTab.Table]),
            loop => loop.Shell.Runs.Table.Order.Count == 2 && loop.Bench.Runs.Results.Rows.All(row => row.Contains("finished")),
            Do(loop => order = [.. loop.Shell.Runs.Table.Order]),
            // The metric stands to the right of what has room; any heading that is seen will do.
            Click(loop => loop.Shell.Runs.Table.Headings["rate"]),
            loop => loop.Shell.Runs.Table.Sorted == "rate",
            Click(loop => loop.Shell.Runs.Table.Headings["rate"]),
            loop => loop.Shell.Runs.Table.Order[0] != order[0],
            Do(loop => sorted = [.. loop.Shell.Runs.Table.Order]),
            Click(loop => loop.Shell.Runs.Tabs[RunsTab.Curves]),
            loop => loop.Bench.Runs.Tab == RunsTab.Curves,
            Do(loop => states = string.Join(' ', loop.Bench.Runs.Comparison.Runs.Select(run => run.Facts.State))),
            Click(loop => loop.Shell.Runs.CloseButton),
            loop => !loop.Bench.Runs.IsOpen);

        Assert.Equal(["rate=0.1", "rate=0.3"], order);
        Assert.Equal(["rate=0.3", "rate=0.1"], sorted);
        Assert.Equal("finished finished", states);
        Assert.Equal([2, 1], store.Read().Runs.Select(run => run.Id));
        store.Update(_ => new QueueDocument());
    }

    [DisplayFact]
    public void Keys_OfTheQueueAndTheRuns_OpenThePanel()
    {
        var tabs = new List<RunsTab>();
        Run(Scenes.Viewer("a"),
            Do(loop => new Pointer(loop.Title).Press("F7")),
            loop => loop.Bench.Runs.IsOpen,
            Do(loop => tabs.Add(loop.Bench.Runs.Tab)),
            Do(loop => new Pointer(loop.Title).Press("F8")),
            loop => loop.Bench.Runs.Tab == RunsTab.Curves,
            Do(loop => tabs.Add(loop.Bench.Runs.Tab)),
            _ => true);
        Assert.Equal([RunsTab.Queue, RunsTab.Curves], tabs);
    }
}
