namespace McMaster.NETCore.Plugins;

/// <summary>Told after a loader has a fresh context; the handler loads what it needs from it again.</summary>
public delegate void PluginReloadedEventHandler(object sender, PluginReloadedEventArgs eventArgs);

/// <summary>Which loader was reloaded.</summary>
public class PluginReloadedEventArgs : EventArgs
{
    public PluginReloadedEventArgs(PluginLoader loader) => Loader = loader;

    public PluginLoader Loader { get; }
}
