namespace VolumeViewer.Host.Plugins;

/// <summary>Work that uses a plugin: as long as it lives, the plugin is not replaced.</summary>
internal sealed class PluginLease(string user, Action cancel, Action<PluginLease> giveBack, bool yields = false) : IDisposable
{
    private Action<PluginLease>? _giveBack = giveBack;

    /// <summary>What uses the plugin, for the user.</summary>
    public string User { get; } = user;

    /// <summary>Whether that work ends as soon as the plugin shall be replaced, and begins again with the newer build: it has no end of its own to wait for.</summary>
    public bool Yields { get; } = yields;

    /// <summary>Asks that work to end.</summary>
    public void Cancel() => cancel();

    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke(this);
}
