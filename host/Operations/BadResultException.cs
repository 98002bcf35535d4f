namespace VolumeViewer.Host.Operations;

/// <summary>An operation gave back something that it may not; the message names the plugin, what was expected and what came.</summary>
internal sealed class BadResultException(string operation, string plugin, string expectedAndGot)
    : Exception($"'{operation}' of the plugin '{plugin}' gave a result that cannot be used: {expectedAndGot} Nothing was added. Tell the author of the plugin.");
