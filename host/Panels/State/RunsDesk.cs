using System.Diagnostics;

using VolumeViewer.Host.Queue;
using VolumeViewer.Host.Runs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The queue and the runs as the window sees them: read in the background while the panel is open, shown as they were read last.</summary>
internal sealed class RunsDesk(Workbench bench, QueueStore store)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly RunShelf _shelf = new();
    private readonly Stopwatch _sinceLook = Stopwatch.StartNew();
    private readonly HashSet<string> _hidden = [];
    private Task _work = Task.CompletedTask;
    private (DateTime Written, long Length) _stamp = (DateTime.MaxValue, -1);
    private bool _isToLook = true, _isRevived;

    public QueueStore Store { get; } = store;

    /// <summary>Whether the panel is shown.</summary>
    public bool IsOpen { get; private set; }

    public RunsTab Tab { get; set; }

    public QueueDocument Queue { get; private set; } = new();

    public bool HasWorker { get; private set; }

    /// <summary>Why the queue cannot be shown, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Folders that the user chose beside those of the queue.</summary>
    public IReadOnlyList<string> Folders { get; private set; } = [];

    /// <summary>The runs that were found.</summary>
    public RunComparison Comparison { get; private set; } = RunComparison.Of([]);

    /// <summary>The results of the runs.</summary>
    public Table Results { get; private set; } = RunComparison.Of([]).Table();

    /// <summary>The folder of the chosen run, or null.</summary>
    public string? Chosen { get; set; }

    /// <summary>The chosen run, or null.</summary>
    public RunView? ChosenRun => Comparison.Runs.FirstOrDefault(run => run.Folder == Chosen);

    /// <summary>The column along y, and that along x.</summary>
    public string Y { get; set; } = "validation mean IoU";

    /// <inheritdoc cref="Y"/>
    public string X { get; set; } = "epoch";

    /// <summary>Weight of the moving average.</summary>
    public float Smoothing { get; set; }

    public bool IsLog { get; set; }

    /// <summary>Opens the panel, or changes its tab.</summary>
    public void Show(RunsTab tab)
    {
        (IsOpen, Tab, _isToLook) = (true, tab, true);
        bench.Activity.Request();
    }

    /// <summary>Whether the panel is open at the queue, or at one of the views of runs.</summary>
    public bool IsAt(RunsTab tab) => IsOpen && (Tab == RunsTab.Queue) == (tab == RunsTab.Queue);

    /// <summary>Opens the panel there, or closes it where it is there already.</summary>
    public void Toggle(RunsTab tab)
    {
        if (IsAt(tab))
            Close();
        else
            Show(tab);
    }

    public void Close()
    {
        IsOpen = false;
        bench.Activity.Request();
    }

    public bool IsShown(RunView run) => !_hidden.Contains(run.Folder);

    /// <summary>Shows a run in the plots, or not.</summary>
    public void Switch(RunView run)
    {
        if (!_hidden.Remove(run.Folder))
            _hidden.Add(run.Folder);
    }

    /// <summary>Follows the runs in more folders.</summary>
    public void Add(IEnumerable<string> folders)
    {
        Folders = [.. Folders.Concat(folders.Select(Path.GetFullPath)).Distinct()];
        _isToLook = true;
    }

    /// <summary>Leaves the folders that the user chose; those of the queue stay.</summary>
    public void Forget()
    {
        Folders = [];
        _isToLook = true;
    }

    /// <summary>The run of the queue that fills a folder, or null.</summary>
    public QueuedRun? QueuedOf(string folder) => Queue.Runs.Find(run => run.Folder == folder);

    /// <summary>Changes the queue in the background, and shows it.</summary>
    public void Change(Func<QueueDocument, QueueDocument> change) => InBackground(() => Store.Update(queue => change(Store.HasWorker ? queue : QueueWorker.Recovered(queue))));

    /// <summary>Does something with the queue's file in the background, in order, and shows what came of it.</summary>
    public void InBackground(Action action)
    {
        _work = _work.ContinueWith(_ =>
        {
            try
            {
                action();
            }
            catch (UserException problem)
            {
                bench.Post(() => bench.Notices.Fail(problem.Message));
            }
            Look(isForced: true);
        }, TaskScheduler.Default);
    }

    /// <summary>Lets the queue be worked on.</summary>
    public void Start() => InBackground(() => WorkerProcess.Start(Store, null, bench.Services.PluginFolder));

    /// <summary>Ends the worker; what runs stops at its checkpoint.</summary>
    public void Stop() => Change(queue => queue with { IsStarted = false });

    /// <summary>Once a frame: reads anew now and then, while the panel is open.</summary>
    public void Tick()
    {
        if (!_isRevived)
        {
            _isRevived = true;
            Revive();
        }
        if (!IsOpen || !_work.IsCompleted || (!_isToLook && _sinceLook.Elapsed < Pause))
            return;
        var isForced = _isToLook;
        _isToLook = false;
        _sinceLook.Restart();
        _work = Task.Run(() => Look(isForced));
    }

    // A worker that died while nobody looked is started again, as the queue says that it shall be worked on.
    private void Revive() => InBackground(() =>
    {
        if (File.Exists(Store.Path) && Store.Read().IsStarted && !Store.HasWorker)
            WorkerProcess.Start(Store, null, bench.Services.PluginFolder);
    });

    private void Look(bool isForced)
    {
        var (queue, fault, hasWorker) = (Queue, Fault, Store.HasWorker);
        if (isForced || Store.Stamp != _stamp || hasWorker != HasWorker)
        {
            _stamp = Store.Stamp;
            try
            {
                (queue, fault) = (Store.Look(), null);
            }
            catch (UserException problem)
            {
                fault = problem.Message;
            }
        }
        _shelf.Follow(queue.Runs.Select(run => run.Folder).Concat(Folders));
        var hasRead = _shelf.Look();
        if (!hasRead && !isForced && ReferenceEquals(queue, Queue) && fault == Fault && hasWorker == HasWorker)
            return;
        var comparison = hasRead ? RunComparison.Of(_shelf.Runs) : Comparison;
        var results = hasRead ? comparison.Table() : Results;
        bench.Post(() => (Queue, Fault, HasWorker, Comparison, Results) = (queue, fault, hasWorker, comparison, results));
    }
}
