using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>The contributions as one run sees them: notes which plugins it used, for its record.</summary>
internal sealed class TrackedContributions(PluginManager plugins) : IContributions
{
    private readonly Lock _lock = new();
    private readonly List<PluginStamp> _used = [];

    /// <summary>The plugins whose contributions were asked for, in the order of their first use.</summary>
    public IReadOnlyList<PluginStamp> Used { get { lock (_lock) return [.. _used]; } }

    /// <inheritdoc/>
    public IReadOnlyList<T> All<T>() where T : class, IContribution => plugins.All<T>();

    /// <inheritdoc/>
    public T Get<T>(string id) where T : class, IContribution
    {
        var found = plugins.Get<T>(id);
        Note(found);
        return found;
    }

    /// <summary>Notes the plugin that brought a contribution.</summary>
    public void Note<T>(T contribution) where T : class, IContribution
    {
        if (plugins.OwnerOf(contribution)?.Stamp is not { } stamp)
            return;
        lock (_lock)
        {
            if (!_used.Contains(stamp))
                _used.Add(stamp);
        }
    }
}
