using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Live;

/// <summary>
/// The contributions as one live session sees them. The plugins that it uses are kept from being replaced, but since a session has no end of its own
/// it is asked to end as soon as a newer build is there.
/// </summary>
/// <param name="plugins">All plugins.</param>
/// <param name="end">Asks the session to end; called from any thread.</param>
internal sealed class LiveLeases(PluginManager plugins, Action end) : IContributions, IDisposable
{
    private const string User = "live segmentation";

    private readonly Lock _lock = new();
    private readonly List<(PluginStamp Stamp, PluginLease Lease)> _used = [];

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
        var found = plugins.Get<T>(id);
        Use(found);
        return found;
    }

    /// <summary>Holds on to the plugin that brought a contribution.</summary>
    /// <exception cref="PluginGoingException">It is gone, or about to be replaced.</exception>
    public void Use<T>(T contribution) where T : class, IContribution
    {
        if (plugins.OwnerOf(contribution) is not { } owner)
            return;
        lock (_lock)
        {
            if (_used.Exists(item => item.Stamp == owner.Stamp))
                return;
            var lease = plugins.Lease(owner, User, end, yields: true)
                ?? throw new PluginGoingException($"The plugin '{owner.Id}' is being replaced; live segmentation goes on with the newer build.");
            _used.Add((owner.Stamp, lease));
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var (_, lease) in _used)
                lease.Dispose();
            _used.Clear();
        }
    }
}
