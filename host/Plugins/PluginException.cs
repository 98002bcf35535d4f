using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>A plugin cannot be used; the message says why and what to do.</summary>
internal sealed class PluginException(string message, Exception? inner = null) : UserException(message, inner);
