namespace VolumeViewer.Host.Plugins;

/// <summary>A plugin's code threw something it should not have; names the plugin and what it was doing.</summary>
internal sealed class PluginFaultException(PluginEntry plugin, string doing, Exception cause)
    : Exception($"The plugin '{plugin.Id}' failed while {doing}: {cause.GetType().Name}: {cause.Message}", cause)
{
    public PluginEntry Plugin { get; } = plugin;
}
