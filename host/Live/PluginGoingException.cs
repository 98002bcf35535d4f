using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Live;

/// <summary>A plugin cannot be used now, since it is being replaced or unloaded.</summary>
internal sealed class PluginGoingException(string message) : UserException(message);
