using McMaster.NETCore.Plugins;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>The code of a plugin, ready to be activated.</summary>
/// <param name="Instance">Its entry.</param>
/// <param name="Loader">Holds its load context; null where the plugin has no assembly of its own.</param>
internal sealed record PluginCode(IPlugin Instance, PluginLoader? Loader);
