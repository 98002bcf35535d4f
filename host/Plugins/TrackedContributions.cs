using VolumeViewer.Host.Jobs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>The contributions as one run sees them: notes which plugins it used, and keeps those from being replaced before it ends.</summary>
/// <param name="plugins">All plugins.</param>
/// <param name="job">The run.</param>
internal sealed class TrackedContributions(PluginManager plugins, Job job) : IContributions, IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<(PluginStamp Stamp, PluginLease Lease)> _used = [];

    /// <summary>The plugins whose contributions were asked for, in the order of their first use.</summary>
    public IReadOnlyList<PluginStamp> Used { get { lock (_lock) return [.. _used.Select(item => item.Stamp)]; } }

    /// <inheritdoc/>
    public IReadOnlyList<T> All<T>() where T : class, IContribution
    {
        var all = plugins.All<T>();
        foreach (var contribution in all)
            Use(contribution);
        return all;
    }

    /// <inheritdoc/>
    public T Get<T>(string id) where T : class, IContribution
    {
        // Between being found and being leased it may have been replaced: then the newer one is there.
        while (true)
        {
            var found = plugins.Get<T>(id);
            if (Use(found))
                return found;
        }
    }

    /// <summary>Notes the plugin that brought a contribution, and holds on to it.</summary>
    /// <returns>False if it was unloaded meanwhile.</returns>
    public bool Use<T>(T contribution) where T : class, IContribution
    {
        if (plugins.OwnerOf(contribution) is not { } owner)
            return true;
        lock (_lock)
        {
            if (_used.Exists(item => item.Stamp == owner.Stamp))
                return true;
            if (plugins.Lease(owner, job.Title, job.Cancel) is not { } lease)
                return false;
            _used.Add((owner.Stamp, lease));
            job.Uses = [.. _used.Select(item => item.Stamp)];
            return true;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var (_, lease) in _used)
                lease.Dispose();
        }
    }
}
