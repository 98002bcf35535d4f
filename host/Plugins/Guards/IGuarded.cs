namespace VolumeViewer.Host.Plugins;

/// <summary>Something that runs a plugin's code.</summary>
internal interface IGuarded
{
    /// <summary>The plugin, whose code lives as long as this is used.</summary>
    PluginEntry Plugin { get; }
}
