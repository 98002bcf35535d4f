namespace VolumeViewer.Host.Operations;

/// <summary>An operation's code threw something it should not have; names the plugin.</summary>
internal sealed class OperationFailedException(string operation, string plugin, Exception cause)
    : Exception($"'{operation}' of the plugin '{plugin}' failed: {cause.GetType().Name}: {cause.Message}", cause);
