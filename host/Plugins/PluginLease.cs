namespace VolumeViewer.Host.Plugins;

/// <summary>Work that uses a plugin: as long as it lives, the plugin is not replaced.</summary>
internal sealed class PluginLease(string user, Action cancel, Action<PluginLease> giveBack) : IDisposable
{
    private Action<PluginLease>? _giveBack = giveBack;

    /// <summary>What uses the plugin, for the user.</summary>
    public string User { get; } = user;

    /// <summary>Asks that work to end.</summary>
    public void Cancel() => cancel();

    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke(this);
}
