namespace McMaster.NETCore.Plugins;

/// <summary>Calls back once after the .dll files of a folder have stopped changing for a while.</summary>
internal sealed class AssemblyWatcher : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly Timer _timer;

    public AssemblyWatcher(string folder, TimeSpan delay, Action changed)
    {
        // On the pool, as a task: an exception of a handler is then an unobserved one and does not end the process, as it would in a timer.
        _timer = new Timer(_ => Task.Run(changed));
        _watcher = new FileSystemWatcher(folder, "*.dll") { NotifyFilter = NotifyFilters.LastWrite };
        _watcher.Changed += (_, _) => Restart(delay);
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _timer.Dispose();
    }

    private void Restart(TimeSpan delay)
    {
        try
        {
            _timer.Change(delay, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // An event that was already on its way when the watcher was disposed: there is nobody left to tell.
        }
    }
}
